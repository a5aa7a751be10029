public import Diagnostics
public import Documents

extension Manifest {
    /// The program that made the run.
    public struct Program: DocumentRecord, Equatable {
        public var name = ""
        public var version = ""

        public init() {}

        init(name: String, version: String) {
            self.name = name
            self.version = version
        }

        public static let fields: [DocumentField<Program>] = [
            .init("name", \.name), .init("version", \.version),
        ]
    }

    /// What tells runs apart.
    public enum Identification: String, CaseIterable, DocumentWord {
        case sha256
        /// With `--no-digest`.
        case sizes = "sizes and counts"

        public static let title = Bilingual(id: "penanda hasil", en: "name of a run")
    }

    /// How long a stage took.
    public struct Timing: Sendable {
        public var stage: String
        public var milliseconds: Int

        public init(stage: String, milliseconds: Int) {
            self.stage = stage
            self.milliseconds = milliseconds
        }
    }

    /// How long the run took.
    public struct Timings: DocumentRecord, Equatable {
        public var threads = 0
        /// By stage, in their order.
        public var milliseconds = NamedValues<Int>()

        public init() {}

        init(threads: Int, milliseconds: NamedValues<Int>) {
            self.threads = threads
            self.milliseconds = milliseconds
        }

        public static let fields: [DocumentField<Timings>] = [
            .init("threads", \.threads), .init("milliseconds", \.milliseconds),
        ]
    }

    /// Answers of the field and the office that count: who gave how many, when, in which list.
    public struct AnswerSource: DocumentRecord, Equatable {
        /// The name under which rows of the list stand in results.
        public var list = ""
        /// As the list says it; empty where nobody is named.
        public var by = ""
        /// The day, year first; empty where there is none.
        public var on = ""
        public var answers = 0

        public init() {}

        public init(list: String, by: String, on: String, answers: Int) {
            self.list = list
            self.by = by
            self.on = on
            self.answers = answers
        }

        public static let fields: [DocumentField<AnswerSource>] = [
            .init("list", \.list), .init("by", \.by), .init("on", \.on), .init("answers", \.answers),
        ]
    }

    /// A warning that the check gave.
    public struct Warning: DocumentRecord, Equatable {
        public var code = ""
        public var file: String?
        public var row: Int?
        public var column: String?
        public var message = Bilingual(both: "")

        public init() {}

        init(_ finding: Finding) {
            code = finding.code
            file = finding.location?.file
            row = finding.location?.row
            column = finding.location?.column
            message = finding.message
        }

        public static let fields: [DocumentField<Warning>] = [
            .init("code", \.code), .init("file", \.file), .init("row", \.row), .init("column", \.column),
            .init("message", \.message),
        ]
    }
}
