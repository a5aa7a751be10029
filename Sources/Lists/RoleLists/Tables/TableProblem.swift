import Diagnostics
import Schema

/// What keeps a table from being read.
enum TableProblem {
    static func notDescribed(_ id: String, _ path: String) -> Finding {
        Finding(
            code: "table_not_described",
            message: Bilingual(
                id: "aturan tidak memuat judul kolom untuk tabel '\(id)'",
                en: "the rules do not say which headings the table '\(id)' has"),
            remedy: Bilingual(
                id: "tambahkan tabel itu di bawah 'tables' dalam lists.json5",
                en: "add the table to 'tables' in lists.json5"),
            location: SourceLocation(file: path))
    }

    static func people(_ label: String, _ row: Int, _ role: ListSchema.Role) -> Finding {
        Finding(
            code: "list_of_people",
            message: Bilingual(
                id: "berkas ini memuat kolom NIK: daftar orang, bukan \(title(role, .indonesian))",
                en: "this file has a column of NIKs: it is a list of people, no \(title(role, .english))"),
            remedy: Bilingual(id: "periksa apakah berkasnya benar", en: "check that it is the right file"),
            location: SourceLocation(file: label, row: row))
    }

    private static func title(_ role: ListSchema.Role, _ language: Language) -> String {
        role.title[language.rawValue] ?? role.id
    }
}
