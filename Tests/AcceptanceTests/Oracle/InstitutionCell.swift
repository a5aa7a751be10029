/// What a row of the military list says of the institution.
enum InstitutionCell: Equatable, Sendable {
    case tni
    case polri
    /// A word outside the table: it may mean neither (retired, civil servant).
    case unclear

    /// - Parameter text: nil where the list has no such column, which means TNI as an empty cell does (a `presumes`).
    init(_ text: String?) {
        let word = Text.codeWord(text ?? "")
        let firstWord = String(word.prefix { $0 != " " })
        switch Codes.institution[word] ?? Codes.unit[firstWord] {
        case "TNI": self = .tni
        case "POLRI": self = .polri
        default: self = word.isEmpty ? .tni : .unclear
        }
    }
}
