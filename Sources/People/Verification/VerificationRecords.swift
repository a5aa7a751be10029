import Diagnostics
public import Documents

/// A finding as the document has it.
struct VerificationFinding: DocumentRecord {
    var code = ""
    var file: String?
    var row: Int?
    var message = Bilingual(both: "")

    init() {}

    init(_ finding: Finding) {
        code = finding.code
        file = finding.location?.file
        row = finding.location?.row
        message = finding.message
    }

    static let fields: [DocumentField<VerificationFinding>] = [
        .init("code", \.code), .init("file", \.file), .init("row", \.row), .init("message", \.message),
    ]

    func finding(_ severity: Severity) -> Finding {
        Finding(
            code: code, severity: severity, message: message,
            location: file.map { SourceLocation(file: $0, row: row) })
    }
}

extension Verification {
    var differenceRecords: [VerificationFinding] {
        get { differences.map(VerificationFinding.init) }
        set { differences = newValue.map { $0.finding(.error) } }
    }

    var noteRecords: [VerificationFinding] {
        get { notes.map(VerificationFinding.init) }
        set { notes = newValue.map { $0.finding(.note) } }
    }
}

extension Verification.Decided: DocumentRecord {
    /// How it is named in the document.
    enum Mode: String, CaseIterable, DocumentWord {
        case none, impossible, sample, all

        static let title = Bilingual(id: "cara memutuskan ulang", en: "way of deciding again")
    }

    public init() { self = .none }

    public static let fields: [DocumentField<Verification.Decided>] = [
        .init("mode", \.mode), .init("people", \.people),
    ]

    private var mode: Mode {
        get {
            switch self {
            case .none: .none
            case .impossible: .impossible
            case .sample: .sample
            case .all: .all
            }
        }
        set {
            switch newValue {
            case .none: self = .none
            case .impossible: self = .impossible
            case .sample: self = .sample(people: people ?? 0)
            case .all: self = .all(people: people ?? 0)
            }
        }
    }

    private var people: Int? {
        get {
            switch self {
            case .none, .impossible: nil
            case .sample(let people), .all(let people): people
            }
        }
        set {
            switch self {
            case .none, .impossible: break
            case .sample: self = .sample(people: newValue ?? 0)
            case .all: self = .all(people: newValue ?? 0)
            }
        }
    }
}
