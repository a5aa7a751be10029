/// One input as it was read.
public struct InputReport: Sendable, Equatable {
    /// A column of the schema and the heading it was found under.
    public struct MappedColumn: Sendable, Equatable {
        public var column: String
        public var heading: String

        public init(column: String, heading: String) {
            self.column = column
            self.heading = heading
        }
    }

    public var role: String
    /// As given.
    public var path: String
    /// The name under which rows of this list stand in the results: the file's name, with `~2` for a second one.
    public var list: String
    public var bytes: Int
    public var sha256: String?
    /// What stands between cells: `,`, `;`, `TAB`, `#`, `|`; nothing for a sheet.
    public var delimiter: String
    /// Whether quoted cells were known.
    public var quoting: Bool
    /// LF, CRLF, CR, as found first; nothing for a sheet.
    public var lineEnd: String
    /// The sheet of a workbook; nil for text.
    public var sheet: String?
    public var encoding: String
    /// Row of the headings, first record = 1; nil for a list without headings.
    public var headingRow: Int?
    public var headerMap: [MappedColumn]
    /// The region given with `--region` to rows that have none.
    public var region: String?
    /// The column map given for this list alone.
    public var map: String?
    /// Whether its rows are people (population lists): says `decided` instead of `used` and `leftOut`.
    public var isPopulation: Bool
    public var rows: RowCounts
    /// Left out by cause, unmapped codes by column, cells read as Windows-1252, and so on.
    public var counts: [String: Int]

    public init(
        role: String, path: String, list: String, bytes: Int, sha256: String? = nil, delimiter: String = ",",
        quoting: Bool = true, lineEnd: String = "LF", sheet: String? = nil, encoding: String = "UTF-8",
        headingRow: Int? = 1,
        headerMap: [MappedColumn] = [], region: String? = nil, map: String? = nil, isPopulation: Bool,
        rows: RowCounts,
        counts: [String: Int] = [:]
    ) {
        self.role = role
        self.path = path
        self.list = list
        self.bytes = bytes
        self.sha256 = sha256
        self.delimiter = delimiter
        self.quoting = quoting
        self.lineEnd = lineEnd
        self.sheet = sheet
        self.encoding = encoding
        self.headingRow = headingRow
        self.headerMap = headerMap
        self.region = region
        self.map = map
        self.isPopulation = isPopulation
        self.rows = rows
        self.counts = counts
    }
}
