public import Diagnostics
public import Rules
import Schema

/// What columns of people are called on sheets that people open.
public struct PersonHeadings: Sendable {
    private let language: Language
    /// By id of a column: its first heading in lists of people, which are Indonesian.
    private let headings: [String: String]
    private static let initials: Set<PersonColumn> = [.nik, .nkk, .rt, .rw, .tps]

    public init(_ ruleset: Ruleset, _ language: Language) {
        self.language = language
        let people = ruleset.schema.roles.first { $0.rows == .person }
        headings = Dictionary(
            (people?.columns ?? []).map { ($0.id, $0.headings.first ?? $0.id) }, uniquingKeysWith: { first, _ in first }
        )
    }

    public func text(_ column: PersonColumn) -> String {
        language == .indonesian ? headings[column.rawValue] ?? column.rawValue : Self.english(column)
    }

    /// The name of a column in words, by which lists are read back as well.
    private static func english(_ column: PersonColumn) -> String {
        if initials.contains(column) { return column.rawValue.uppercased() }
        let words = column.rawValue.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
