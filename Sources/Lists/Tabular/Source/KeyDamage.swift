public import Diagnostics
public import Schema

/// Recognises keys that a spreadsheet has bent: it keeps fifteen digits, and the sixteenth becomes 0.
///
/// One key in ten ends in 0 by chance. Where far more do, the digit is lost for the others too, and a key that is wrong
/// may be somebody else's: nothing may be decided by it. Numbers and texts tell alike: text may have been made of numbers.
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
        if let sheet = source.keys(in: cell) {
            if isDamage(sheet.rounded, of: sheet.all) {
                return rounded(sheet.rounded, of: sheet.all, isSure: true, place)
            }
            // Few numbers may have been bent; digits that are text are as their writer left them.
            guard sheet.longNumbers > 0, sheet.roundedNumbers * 10 >= sheet.longNumbers * 3 else { return nil }
            return rounded(sheet.roundedNumbers, of: sheet.longNumbers, isSure: false, place)
        }
        guard isDamage(keys.rounded, of: keys.whole) else { return nil }
        return rounded(keys.rounded, of: keys.whole, isSure: true, place)
    }

    /// The finding about all sheets of a workbook together, where none alone holds enough keys to tell; nil where nothing
    /// speaks for damage.
    ///
    /// - Parameter sheets: those that were opened in a role, and where the key column of each is.
    public static func finding(_ sheets: [(source: ListSource, key: Int?)], file: String) -> Finding? {
        guard sheets.count > 1 else { return nil }
        var rounded = 0
        var all = 0
        for sheet in sheets {
            guard let key = sheet.key, let figures = sheet.source.keys(in: key) else { continue }
            rounded += figures.rounded
            all += figures.all
        }
        guard isDamage(rounded, of: all) else { return nil }
        return self.rounded(rounded, of: all, isSure: true, SourceLocation(file: file))
    }

    /// One key in ten ends in 0 by chance: three in ten of a hundred, or six in ten of twenty, do not.
    private static func isDamage(_ rounded: Int, of all: Int) -> Bool {
        all >= 100 && rounded * 10 >= all * 3 || all >= 20 && rounded * 10 >= all * 6
    }

    private static func rounded(_ rounded: Int, of whole: Int, isSure: Bool, _ place: SourceLocation) -> Finding {
        let share = rounded * 100 / whole
        return Finding(
            code: isSure ? "damaged_key_column" : "suspect_key_column", severity: isSure ? .error : .warning,
            message: isSure
                ? Bilingual(
                    id: "kolom NIK dirusak oleh aplikasi spreadsheet: digit ke-16 bernilai 0 pada \(rounded) dari "
                        + "\(whole) NIK (\(share) %, wajarnya 10 %)",
                    en: "NIK column damaged by a spreadsheet: the 16th digit is 0 in \(rounded) of \(whole) NIKs "
                        + "(\(share)%, by chance 10%)")
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

extension SheetSpool.ColumnFigures {
    fileprivate var all: Int { longNumbers + longTexts }
    fileprivate var rounded: Int { roundedNumbers + roundedTexts }
}
