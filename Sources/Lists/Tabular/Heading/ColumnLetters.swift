/// Columns by the letters that a spreadsheet gives them: A, B, … Z, AA, …
public enum ColumnLetters {
    /// The letters of a column, first = 0.
    public static func of(_ cell: Int) -> String {
        var letters = ""
        var left = cell + 1
        while left > 0 {
            let letter = UInt8(truncatingIfNeeded: 65 + (left - 1) % 26)
            letters = String(decoding: [letter], as: UTF8.self) + letters
            left = (left - 1) / 26
        }
        return letters
    }

    /// The column of some letters, first = 0, in upper or lower case; nil for anything else and for more than three.
    public static func cell(_ text: String) -> Int? {
        guard (1...3).contains(text.utf8.count) else { return nil }
        var number = 0
        for byte in text.utf8 {
            let letter = byte & 0xDF
            guard letter >= 65, letter <= 90 else { return nil }
            number = number * 26 + Int(letter) - 64
        }
        return number - 1
    }
}
