public import Diagnostics
public import Schema

/// Recognises keys that a spreadsheet has bent: it keeps fifteen digits, and the sixteenth becomes 0.
///
/// One key in ten ends in 0 by chance. Where three in ten of at least a hundred do, the digit is lost for the others
/// too, and a key that is wrong may be somebody else's: nothing may be decided by it.
public enum KeyDamage {
    /// The finding about a list's key column: an error where the list must not be read, a warning where it is too short
    /// to tell; nil where nothing speaks for damage.
    public static func finding(_ source: ListSource, _ opening: Opening, role: ListSchema.Role) -> Finding? {
        guard let column = role.columns.first(where: { $0.kind == .nik }), let cell = opening.map[column.id] else {
            return nil
        }
        let place = SourceLocation(
            file: source.label, row: opening.headingRow, column: ColumnLetters.of(cell))
        let keys = opening.keys
        if keys.scientific * 10 >= keys.filled * 3, keys.scientific > 0 {
            return scientific(keys, isSure: keys.filled >= 100, place)
        }
        if let numbers = source.numbers(in: cell) {
            guard numbers.long > 0, numbers.rounded * 10 >= numbers.long * 3 else { return nil }
            return rounded(numbers.rounded, of: numbers.long, isSure: numbers.long >= 100, place)
        }
        // Digits that are text may be as bent, but only many of them tell.
        guard keys.whole >= 100, keys.rounded * 10 >= keys.whole * 3 else { return nil }
        return rounded(keys.rounded, of: keys.whole, isSure: true, place)
    }

    private static func rounded(_ rounded: Int, of whole: Int, isSure: Bool, _ place: SourceLocation) -> Finding {
        let share = rounded * 100 / whole
        return Finding(
            code: isSure ? "damaged_key_column" : "suspect_key_column", severity: isSure ? .error : .warning,
            message: isSure
                ? Bilingual(
                    id: "kolom NIK dirusak oleh aplikasi spreadsheet: digit ke-16 bernilai 0 pada \(rounded) dari "
                        + "\(whole) NIK (\(share)%, wajarnya 10%)",
                    en: "NIK column damaged by a spreadsheet: the 16th digit is 0 in \(rounded) of \(whole) NIKs "
                        + "(\(share) %, by chance 10 %)")
                : Bilingual(
                    id: "kolom NIK mungkin dirusak oleh aplikasi spreadsheet: digit ke-16 bernilai 0 pada \(rounded) "
                        + "dari \(whole) NIK yang tersimpan sebagai angka",
                    en: "NIK column perhaps damaged by a spreadsheet: the 16th digit is 0 in \(rounded) of \(whole) "
                        + "NIKs stored as numbers"),
            remedy: askForOriginal, location: place)
    }

    private static func scientific(_ keys: KeyFigures, isSure: Bool, _ place: SourceLocation) -> Finding {
        Finding(
            code: isSure ? "damaged_key_column" : "suspect_key_column", severity: isSure ? .error : .warning,
            message: Bilingual(
                id: "kolom NIK dirusak oleh aplikasi spreadsheet: \(keys.scientific) dari \(keys.filled) NIK pertama "
                    + "tertulis seperti 1,27E+15, digit sisanya hilang",
                en: "NIK column damaged by a spreadsheet: \(keys.scientific) of the first \(keys.filled) NIKs are "
                    + "written like 1.27E+15, their other digits are gone"),
            remedy: askForOriginal, location: place)
    }

    private static let askForOriginal = Bilingual(
        id: "minta berkas aslinya, dengan NIK sebagai teks", en: "ask for the original, with NIKs as text")
}
