import Columns
import Rules
import Tabular

/// The words of a coded column of the population list, and the code each means.
struct CodedWords: Sendable {
    private var codes: [String: String] = [:]

    init(_ column: String, of ruleset: Ruleset) {
        let population = ruleset.schema.roles.first { $0.rows == .person }
        for code in population?.column(column)?.codes ?? [] {
            for word in code.words { codes[Folding.code(word)] = code.code }
        }
    }

    /// The code that the text of a cell means; nil where the rules do not know the word.
    func code(_ text: String) -> String? { codes[Folding.code(text)] }
}
