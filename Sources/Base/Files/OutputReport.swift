public import Documents

/// One file of the run directory.
public struct OutputReport: Sendable, Equatable {
    public var name: String
    public var bytes: Int
    public var sha256: String?
    /// Cells that got a leading `'` because a spreadsheet would have run them.
    public var guardedCells: Int

    public init(name: String, bytes: Int, sha256: String? = nil, guardedCells: Int = 0) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
        self.guardedCells = guardedCells
    }
}

/// As manifests list it.
extension OutputReport: DocumentRecord {
    public init() { self.init(name: "", bytes: 0) }

    public static let fields: [DocumentField<OutputReport>] = [
        .init("name", \.name), .init("bytes", \.bytes), .init("sha256", \.sha256),
        .init("guardedCells", \.guardedCells),
    ]
}
