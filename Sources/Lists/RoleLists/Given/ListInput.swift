/// One list to read.
public struct ListInput: Sendable, Equatable {
    public var role: String
    /// As given; a path of a job file counts from the job file's folder.
    public var path: String
    /// Digits of the region of rows that have none.
    public var region: String?
    /// The column map that follows its option.
    public var map: String?

    public init(role: String, path: String, region: String? = nil, map: String? = nil) {
        self.role = role
        self.path = path
        self.region = region
        self.map = map
    }
}
