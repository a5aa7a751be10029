/// How a sheet prints: A4, its width on one page or a few, as many pages down as it takes.
public struct PageSetup: Sendable {
    public var isLandscape = true
    /// Pages that the width takes, 1 or more.
    public var pagesAcross = 1
    /// Columns repeated at the left of every printed page (0 is the first column).
    public var repeatedColumns: ClosedRange<Int>?
    /// Rows repeated at the top of every printed page (0 is the first row).
    public var repeatedRows: ClosedRange<Int>?
    /// Rows before which a page ends, for programs that look at it where columns are made to fit.
    public var breaks: [Int] = []
    /// Text at the left of the footer, such as the digest of the run.
    public var footer = ""
    /// What stands around the page number at the right of the footer: before it, and before the number of pages.
    public var pageWords: (before: String, between: String) = ("", "/")

    public init() {}

    /// What is printed of a landscape A4 sheet, in points, within the margins that workbooks are written with.
    public static let landscape = (width: 784.0, height: 516.0)

    /// The width in points of columns of so many characters in the workbook's own letters.
    public static func points(_ widths: [Double]) -> Double {
        widths.reduce(0) { $0 + ($1 * 7 + 5) * 0.75 }
    }

    /// The footer in the spreadsheet's own notation, at most 255 characters: the longest it takes.
    var footerCode: String {
        func plain(_ text: String) -> String {
            text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        }
        let pages = "&R&8\(plain(pageWords.before)) &P \(plain(pageWords.between)) &N"
        // A digit after `&8` would be taken for the font's size.
        var left = "&L&8 "
        for character in footer {
            let next = plain(String(character))
            if left.utf16.count + next.utf16.count + pages.utf16.count > 255 { break }
            left += next
        }
        return left + pages
    }
}
