import Civil

/// A count of people as somebody typed it: `10.335.695`, `10,335,695`, `1 234`, and with the decimals that a spreadsheet
/// adds, `6,0` and `6.00`.
enum PublishedFigure: Equatable {
    /// Nothing, or a dash.
    case missing
    case number(Int)
    /// Anything else, a fraction among it.
    case unreadable

    /// More digits are no count of people.
    private static let mostDigits = 12

    init(_ text: String) {
        let cell = Array(text.utf8)
        if let number = WholeNumber.read(cell.span) {
            self = .number(Int(number))
            return
        }
        let scalars = text.unicodeScalars.filter { $0 != "'" }
        if scalars.allSatisfy({ Self.isBlank($0) || "-–—".unicodeScalars.contains($0) }) {
            self = .missing
            return
        }
        self = Self.number(scalars.map { Self.isBlank($0) ? " " : $0 }).map { .number($0) } ?? .unreadable
    }

    var number: Int? { if case .number(let number) = self { number } else { nil } }

    /// Digits in threes behind dots, commas or blanks of one kind, then perhaps zeros behind another mark; or digits
    /// without a mark. A mark and just three digits divide thousands.
    private static func number(_ text: [Unicode.Scalar]) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { !isDigit($0) }
        let marks = text.filter { !isDigit($0) }
        guard let first = parts.first, !first.isEmpty,
            marks.allSatisfy({ ".,".unicodeScalars.contains($0) || $0 == " " })
        else { return nil }
        var groups = parts[...]
        if let last = marks.last, last != " ", marks.count(where: { $0 == last }) == 1 {
            let decimals = parts[parts.count - 1]
            if decimals.count != 3 || marks.count > 1 {
                guard !decimals.isEmpty, decimals.allSatisfy({ $0 == "0" }) else { return nil }
                groups = groups.dropLast()
            }
        }
        let dividers = marks.prefix(groups.count - 1)
        guard Set(dividers).count <= 1, groups.count == 1 || first.count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let digits = groups.flatMap(\.self)
        guard digits.count <= mostDigits else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && 48...57 ~= scalar.value }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
