/// `manifest.json` of a run, read back.
public struct RunManifest: Sendable, Equatable, Decodable {
    /// An option's value as the manifest keeps it: one text, or several.
    public enum OptionValue: Sendable, Equatable, Decodable {
        case one(String)
        case several([String])

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .one(text)
            } else {
                self = .several(try container.decode([String].self))
            }
        }

        public var values: [String] {
            switch self {
            case .one(let text): [text]
            case .several(let texts): texts
            }
        }
    }

    public struct Program: Sendable, Equatable, Decodable {
        public var name: String
        public var version: String
    }

    public struct RuleFile: Sendable, Equatable, Decodable {
        /// Relative to the rules directory.
        public var path: String
        public var bytes: Int
        public var sha256: String?
    }

    public struct Rows: Sendable, Equatable, Decodable {
        public var read: Int
        /// Population lists only.
        public var decided: Int?
        /// Other lists only.
        public var used: Int?
        public var leftOut: Int?
        public var rejected: Int
        public var skipped: Int
    }

    public struct Input: Sendable, Equatable, Decodable {
        public var role: String
        /// As it was given to `check`.
        public var path: String
        /// The name under which its rows stand in the results.
        public var list: String
        /// The sheet of a workbook; nil for text.
        public var sheet: String?
        public var bytes: Int
        public var sha256: String?
        public var encoding: String
        public var region: String?
        /// The column map given for this list alone.
        public var map: String?
        public var rows: Rows
        public var counts: [String: Int]

        public var isPopulation: Bool { rows.decided != nil }
    }

    public struct Output: Sendable, Equatable, Decodable {
        public var name: String
        public var bytes: Int
        public var sha256: String?
        public var guardedCells: Int
    }

    public struct Warning: Sendable, Equatable, Decodable {
        public struct Message: Sendable, Equatable, Decodable {
            public var id: String
            public var en: String
        }

        public var code: String
        public var file: String?
        public var message: Message
    }

    public var schema: Int
    public var program: Program
    /// The digest that names the run; nil with `--no-digest`.
    public var digest: String?
    /// `sha256`, or `sizes and counts`.
    public var identifiedBy: String
    /// `2017-12-31T17:00:00Z`
    public var created: String
    public var election: String
    public var ruleset: String
    public var profile: String
    /// `YYYY-MM-DD`
    public var votingDay: String
    /// `YYYY-MM-DD`
    public var asOf: String
    public var options: [String: OptionValue]
    public var rules: [RuleFile]
    public var inputs: [Input]
    public var outputs: [Output]
    public var warnings: [Warning]
    public var counts: [String: Int]

    /// An option that takes no value, or was `true`.
    public func has(_ option: String) -> Bool { options[option] != nil }
}
