public import Diagnostics
public import Documents

/// What a verification looked at and what it found to differ.
public struct Verification: SchemaDocument {
    public static let title = Bilingual(id: "hasil verifikasi", en: "the result of a verification")
    public static let remedy = Bilingual(id: "ulangi siappilih verify", en: "run siappilih verify again")

    /// How much was decided again.
    public enum Decided: Sendable, Equatable {
        /// Not asked for.
        case none
        /// Not possible: an input or a rule is no longer what it was.
        case impossible
        case sample(people: Int)
        case all(people: Int)
    }

    public var inputs = 0
    public var rules = 0
    public var outputs = 0
    /// Files of the folders made from the run that lie in it.
    public var derived = 0
    /// The run's own digest; nil for a run without.
    public var digest: String?
    public var decided = Decided.none
    /// Everything that differs, each with its file.
    public var differences: [Finding] = []
    /// What limits the proof.
    public var notes: [Finding] = []

    public init() {}

    public static let fields: [DocumentField<Verification>] = [
        .init("holds", derived: { .bool($0.holds) }),
        .init("digest", \.digest),
        .init(
            "files",
            [
                .init("inputs", \.inputs), .init("rules", \.rules), .init("outputs", \.outputs),
                .init("derived", \.derived),
            ]),
        .init("decided", \.decided),
        .init("differences", \.differenceRecords),
        .init("notes", \.noteRecords),
    ]

    public var holds: Bool { differences.isEmpty }

    mutating func differ(_ code: String, _ file: String, row: Int? = nil, id: String, en: String) {
        differences.append(
            Finding(
                code: code, message: Bilingual(id: id, en: en), location: SourceLocation(file: file, row: row)))
    }

    mutating func note(_ code: String, _ file: String, id: String, en: String) {
        notes.append(
            Finding(
                code: code, severity: .note, message: Bilingual(id: id, en: en), location: SourceLocation(file: file)))
    }
}
