import Columns

/// Which styles of a workbook show numbers as days (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct NumberFormats: XMLSink {
    private(set) var problem: WorkbookProblem?
    /// By number of the style: whether its cells are days.
    private(set) var isDay: [Bool] = []
    private var custom: [Int: Bool] = [:]
    private var isInCells = false
    private var formatID = 0
    private var code: [UInt8] = []

    private static let numFmtID = XMLName("numFmtId")
    private static let formatCode = XMLName("formatCode")
    private static let numFmt = XMLName("numFmt")
    private static let cellFormats = XMLName("cellXfs")
    private static let format = XMLName("xf")

    /// Whether cells of a style are days; a style the workbook does not have shows plain numbers.
    func isDay(style: Int) -> Bool { isDay.indices.contains(style) && isDay[style] }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {
        switch name {
        case Self.numFmtID: formatID = Int(digits: value) ?? 0
        case Self.formatCode:
            code.removeAll(keepingCapacity: true)
            code.append(copying: value)
        default: break
        }
    }

    mutating func begin(_ element: XMLName) -> Bool {
        switch element {
        case Self.numFmt: custom[formatID] = Self.showsDay(code)
        case Self.cellFormats: isInCells = true
        case Self.format: if isInCells { isDay.append(custom[formatID] ?? Self.isBuiltInDay(formatID)) }
        default: break
        }
        formatID = 0
        code.removeAll(keepingCapacity: true)
        return true
    }

    mutating func end(_ element: XMLName) -> Bool {
        if element == Self.cellFormats { isInCells = false }
        return true
    }

    mutating func text(_ bytes: Span<UInt8>) {}

    /// The formats every workbook knows without a code; those of East Asia are days too. Times alone are none.
    static func isBuiltInDay(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// How long the word for the half of a day is with which a code begins.
    private static func halfOfDay(_ code: ArraySlice<UInt8>) -> Int? {
        ["am/pm", "a/p"].first { word in code.prefix(word.utf8.count).map { $0 | 0x20 }.elementsEqual(word.utf8) }?
            .utf8.count
    }

    /// Whether a format code has a day or a year in its first section, or a month without hours and seconds.
    static func showsDay(_ code: [UInt8]) -> Bool {
        var hasMonth = false
        var hasTime = false
        var at = 0
        while at < code.count {
            let byte = code[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""):
                while at < code.count, code[at] != UInt8(ascii: "\"") { at += 1 }
                at += 1
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): at += 1
            case UInt8(ascii: "["):
                // `[h]` counts hours; `[Red]`, `[$-421]` and `[>0]` say nothing of dates.
                let start = at
                while at < code.count, code[at] != UInt8(ascii: "]") { at += 1 }
                let inner = code[start..<at].map { $0 | 0x20 }
                if let first = inner.first, inner.allSatisfy({ $0 == first }), "hms".utf8.contains(first) {
                    hasTime = true
                }
                at += 1
            case UInt8(ascii: ";"): return hasMonth && !hasTime
            default:
                switch byte | 0x20 {
                case UInt8(ascii: "d"), UInt8(ascii: "y"): return true
                case UInt8(ascii: "m"): hasMonth = true
                case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
                case UInt8(ascii: "a"):
                    // `AM/PM`, `A/P`: the half of a day, and no month.
                    guard let half = halfOfDay(code[(at - 1)...]) else { break }
                    hasTime = true
                    at += half - 1
                case UInt8(ascii: "g") where code[(at - 1)...].starts(with: Array("General".utf8)): at += 6
                default: break
                }
            }
        }
        return hasMonth && !hasTime
    }
}
