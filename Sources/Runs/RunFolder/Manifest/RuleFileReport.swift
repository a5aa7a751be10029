import Columns
public import Documents

/// One file of the rules, path relative to the rules directory.
public struct RuleFileReport: Sendable, Equatable {
    public var path: String
    public var bytes: Int
    public var sha256: String?

    public init(path: String, bytes: Int, sha256: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

extension RuleFileReport {
    /// The report of a rule file as it was read.
    public init(path: String, contents: [UInt8], digest: Bool) {
        self.init(path: path, bytes: contents.count, sha256: digest ? Digest.hex(of: contents) : nil)
    }
}

/// As the manifest lists it.
extension RuleFileReport: DocumentRecord {
    public init() { self.init(path: "", bytes: 0) }

    public static let fields: [DocumentField<RuleFileReport>] = [
        .init("path", \.path), .init("bytes", \.bytes), .init("sha256", \.sha256),
    ]
}
