/// What a workbook says of itself.
public struct WorkbookProperties: Sendable {
    public var title: String
    public var company: String
    public var comments: String
    /// Seconds since 1970; the only time in the file, so it must not be the clock's.
    public var created: Int

    public init(title: String, company: String = "", comments: String = "", created: Int) {
        self.title = title
        self.company = company
        self.comments = comments
        self.created = created
    }
}
