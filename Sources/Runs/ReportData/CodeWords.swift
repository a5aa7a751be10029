public import Rules
import Schema

/// The codes of one column of the population lists by the words that lists write for them.
public struct CodeWords: Sendable {
    private var codes: [String: String] = [:]

    public init(_ column: String, of ruleset: Ruleset) {
        let population = ruleset.schema.roles.first { $0.rows == .person }
        for code in population?.column(column)?.codes ?? [] {
            for word in code.words { codes[Folding.code(word)] = code.code }
        }
    }

    /// nil for a word outside the table.
    public func code(_ word: String) -> String? { codes[Folding.code(word)] }
}
