/// What the finding column of the field findings says.
enum FindingCell: Equatable, Sendable {
    /// Empty, 0, U, B, UBAH, BARU, 11 and 12.
    case nothing
    /// A code of form A.B-KWK, 1 to 10.
    case code(Int)
    /// A word outside the tables.
    case unclear

    init(_ text: String) {
        let text = Text.normal(text)
        if Text.isMissing(text) || ["U", "B", "UBAH", "BARU"].contains(text) {
            self = .nothing
            return
        }
        // "A cell that begins with 0-12 (also 01) and then a dot, blank or bracket is that number."
        let digits = String(text.prefix { $0.unicodeScalars.allSatisfy(Text.isDigit) })
        let after = text.dropFirst(digits.count).first
        guard let number = Int(digits), digits.count <= 2, number <= 12, after.map({ ". ()".contains($0) }) ?? true
        else {
            self = .unclear
            return
        }
        self = (1...10).contains(number) ? .code(number) : .nothing
    }
}
