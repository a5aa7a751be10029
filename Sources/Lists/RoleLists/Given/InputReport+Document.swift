public import Documents

/// As the manifest of a run lists it.
extension InputReport: DocumentRecord {
    public init() { self.init(role: "", path: "", list: "", bytes: 0, isPopulation: false, rows: RowCounts()) }

    public static let fields: [DocumentField<InputReport>] = [
        .init("role", \.role),
        .init("path", \.path),
        .init("list", \.list),
        .init("sheet", \.sheet),
        .init("bytes", \.bytes),
        .init("sha256", \.sha256),
        .init(
            "dialect",
            [.init("delimiter", \.delimiter), .init("quoting", \.quoting), .init("lineEnd", \.lineEnd)]),
        .init("encoding", \.encoding),
        .init("headingRow", \.headingRow),
        .init("columns", \.headingsByColumn),
        .init("region", \.region),
        .init("map", \.map),
        .init(
            "rows",
            [
                .init("read", \.rows.read),
                .init("decided", whereKnown: \.decided),
                .init("used", whereKnown: \.used),
                .init("leftOut", whereKnown: \.leftOut),
                .init("rejected", \.rows.rejected),
                .init("skipped", \.rows.skipped),
            ]),
        .init("counts", \.counts),
    ]

    private var headingsByColumn: NamedValues<String> {
        get { NamedValues(headerMap.map { ($0.column, $0.heading) }) }
        set { headerMap = newValue.map { MappedColumn(column: $0.name, heading: $0.value) } }
    }

    /// Rows of people; nil for another list.
    private var decided: Int? {
        get { isPopulation ? rows.used : nil }
        set {
            isPopulation = newValue != nil
            rows.used = newValue ?? 0
        }
    }

    /// Rows that told something of somebody; nil for people.
    private var used: Int? {
        get { isPopulation ? nil : rows.used }
        set { if let newValue { rows.used = newValue } }
    }

    /// Rows that told nothing of anybody; nil for people.
    private var leftOut: Int? {
        get { isPopulation ? nil : rows.leftOut }
        set { rows.leftOut = newValue ?? 0 }
    }
}
