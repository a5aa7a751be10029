/// A chart over cells of the workbook it stands in.
public struct SheetChart: Sendable {
    public enum Kind: Sendable { case bars, stackedBars, columns, stackedColumns, doughnut }

    /// Cells of one column.
    public struct Cells: Sendable {
        public var sheet: String
        public var column: Int
        public var rows: ClosedRange<Int>

        public init(sheet: String, column: Int, rows: ClosedRange<Int>) {
            self.sheet = sheet
            self.column = column
            self.rows = rows
        }

        /// `='Sheet'!$A$1:$A$9`.
        var formula: String {
            let name = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            let letters = SheetColumn.letters(column)
            return "='\(name)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
        }
    }

    public struct Series: Sendable {
        public var name: String
        public var categories: Cells
        public var values: Cells
        /// 0xRRGGBB; nil leaves the choice to the spreadsheet.
        public var color: UInt32?

        public init(name: String, categories: Cells, values: Cells, color: UInt32? = nil) {
            self.name = name
            self.categories = categories
            self.values = values
            self.color = color
        }
    }

    public var kind: Kind
    public var title: String
    /// What the chart says, for those who do not see it.
    public var description: String
    public var series: [Series]
    /// Times the usual size of 480 by 288 pixels.
    public var scale: (width: Double, height: Double) = (1, 1)

    public init(_ kind: Kind, title: String, description: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.description = description
        self.series = series
    }
}

/// Columns by their letters.
public enum SheetColumn {
    /// `A` for 0, `Z` for 25, `AA` for 26.
    public static func letters(_ column: Int) -> String {
        var rest = max(0, column)
        var letters = ""
        while true {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            if rest < 26 { return letters }
            rest = rest / 26 - 1
        }
    }
}
