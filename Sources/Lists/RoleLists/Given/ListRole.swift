public import Diagnostics
public import Schema

/// A role a list may be given for, as far as options go. Comes from the rule book.
public struct ListRole: Sendable, Equatable {
    public var id: String
    /// The option is `--` and this word.
    public var option: String
    public var title: Bilingual
    /// Whether its rows are the people to decide.
    public var isPopulation: Bool

    public init(id: String, option: String, title: Bilingual, isPopulation: Bool) {
        self.id = id
        self.option = option
        self.title = title
        self.isPopulation = isPopulation
    }

    public init(_ role: ListSchema.Role) {
        let english = role.title[Language.english.rawValue] ?? role.id
        self.init(
            id: role.id, option: role.option,
            title: Bilingual(id: role.title[Language.indonesian.rawValue] ?? english, en: english),
            isPopulation: role.rows == .person)
    }
}
