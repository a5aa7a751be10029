import Diagnostics
import Schema

/// The columns of a list that are filled in and come back (`check --answers`): the answer, its day, who gave it, and
/// which row of which list it speaks of. What they are called, and the words to choose from, are those that the list of
/// answers is read by.
struct AnswerColumns: Sendable {
    let role: ListSchema.Role?
    let language: Language

    init(_ schema: ListSchema, _ language: Language) {
        role = schema.roles.first { $0.speaksFor != nil }
        self.language = language
    }

    /// Ids of the columns in their order; empty where the rules know no list as which answers come back.
    var ids: [String] {
        guard let role, let reference = role.speaksFor, let contribution = role.contributes else { return [] }
        return [contribution.column, role.knownSince, reference.by, reference.row].compactMap(\.self)
    }

    /// Of the headings that a column is known by the first is Indonesian, the second English.
    func heading(_ id: String) -> String {
        let headings = role?.column(id)?.headings ?? []
        return (language == .english ? headings.dropFirst().first : nil) ?? headings.first ?? id
    }

    /// The cells of a person: empty ones to fill in, then the row of the list.
    func cells(_ origin: String) -> [String] {
        ids.map { $0 == role?.speaksFor?.row ? origin : "" }
    }
}
