public import Diagnostics
import Documents

/// What a verification looked at and what it found to differ.
public struct Verification: Sendable {
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
    public var decided = Decided.none
    /// Everything that differs, each with its file.
    public var differences: [Finding] = []
    /// What limits the proof.
    public var notes: [Finding] = []

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

extension Verification {
    /// The verification as one JSON document.
    public var document: [UInt8] {
        let (mode, people): (String, Int?) =
            switch decided {
            case .none: ("none", nil)
            case .impossible: ("impossible", nil)
            case .sample(let people): ("sample", people)
            case .all(let people): ("all", people)
            }
        func json(_ findings: [Finding]) -> JSONText {
            .array(
                findings.map { finding in
                    .object([
                        .init("code", .string(finding.code)), .init("file", .text(finding.location?.file)),
                        .init("row", .number(finding.location?.row)),
                        .init(
                            "message",
                            .object([
                                .init("id", .string(finding.message.indonesian)),
                                .init("en", .string(finding.message.english)),
                            ])),
                    ])
                })
        }
        return JSONText.object([
            .init("schema", .integer(1)), .init("holds", .bool(holds)),
            .init(
                "files",
                .object([
                    .init("inputs", .integer(inputs)), .init("rules", .integer(rules)),
                    .init("outputs", .integer(outputs)),
                ])),
            .init("decided", .object([.init("mode", .string(mode)), .init("people", .number(people))])),
            .init("differences", json(differences)), .init("notes", json(notes)),
        ]).bytes
    }
}
