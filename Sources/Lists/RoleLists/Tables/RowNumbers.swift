public import Diagnostics

/// Numbers of rows as a message counts and names them.
public enum RowNumbers {
    /// So many are named.
    private static let most = 5

    /// `3 rows (4, 7, 9)`
    public static func listed(_ numbers: [Int]) -> Bilingual {
        let shown =
            numbers.prefix(most).map(String.init).joined(separator: ", ") + (numbers.count > most ? ", …" : "")
        return Bilingual(
            id: "\(numbers.count) baris (\(shown))",
            en: "\(numbers.count) \(Plural.of(numbers.count, "row", "rows")) (\(shown))")
    }
}
