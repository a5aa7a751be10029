import Diagnostics
import Schema

/// What keeps a list from being opened, and what is said about one that is.
enum OpeningProblem {
    static func empty(_ file: String) -> Finding {
        Finding(
            code: "empty_file",
            message: Bilingual(id: "berkas ini kosong", en: "the file is empty"),
            remedy: Bilingual(
                id: "minta ulang berkasnya, atau jalankan tanpa berkas itu",
                en: "ask for the file again, or leave it out"),
            location: SourceLocation(file: file))
    }

    static func emptySheet(_ label: String) -> Finding {
        Finding(
            code: "empty_sheet",
            message: Bilingual(id: "lembar ini kosong", en: "this sheet is empty"),
            remedy: Bilingual(
                id: "periksa apakah berkasnya benar, atau jalankan tanpa berkas itu",
                en: "check that it is the right file, or leave it out"),
            location: SourceLocation(file: label))
    }

    static func noSuchRow(_ file: String, _ row: Int) -> Finding {
        Finding(
            code: "no_such_row",
            message: Bilingual(
                id: "tidak ada baris \(row) untuk judul kolom", en: "there is no row \(row) for the heading"),
            remedy: Bilingual(
                id: "perbaiki heading_row di peta kolom; baris pertama berkas = 1",
                en: "correct heading_row in the column map; the file's first row = 1"),
            location: SourceLocation(file: file, row: row))
    }

    static func headingOnly(_ file: String, row: Int, _ role: ListSchema.Role) -> Finding {
        Finding(
            code: "header_only",
            message: Bilingual(
                id: "hanya ada judul kolom, tidak ada baris data di bawahnya",
                en: "there is only a heading, no row of data below it"),
            remedy: Bilingual(
                id: "minta ulang \(title(role, .indonesian)), atau jalankan tanpa berkas itu",
                en: "ask for the \(title(role, .english)) again, or leave it out"),
            location: SourceLocation(file: file, row: row))
    }

    static func missing(
        _ column: ListSchema.Column, _ file: String, _ heading: Heading, _ role: ListSchema.Role, _ words: HeadingWords
    ) -> Finding {
        let wanted = column.headings.first ?? column.id
        let found = heading.merged.filter { !Folding.isBlank($0) }
        let strangers = found.filter { words.column($0, in: role) == nil }
        let remedy: Bilingual
        if let near = nearest(to: column, among: strangers) {
            remedy = Bilingual(
                id: "kalau \"\(shown(near))\" yang dimaksud, ubah judul itu menjadi \(wanted)",
                en: "if \"\(shown(near))\" is meant, rename that heading to \(wanted)")
        } else {
            remedy = Bilingual(
                id: "beri kolomnya salah satu judul ini: \(list(column.headings))",
                en: "give the column one of these headings: \(list(column.headings))")
        }
        let headings = listed(quotable(found, words))
        return Finding(
            code: "missing_column",
            message: Bilingual(
                id: "kolom \(wanted), yang wajib ada pada \"\(title(role, .indonesian))\", tidak ditemukan; "
                    + "judul yang ada: \(headings)",
                en: "there is no column \(wanted), which must stand in \"\(title(role, .english))\"; "
                    + "headings found: \(headings)"),
            remedy: remedy,
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    static func ambiguous(
        _ column: ListSchema.Column, _ cells: [Int], _ file: String, _ heading: Heading
    ) -> Finding {
        let wanted = column.headings.first ?? column.id
        let candidates = places(cells, heading)
        return Finding(
            code: "ambiguous_column",
            message: Bilingual(
                id: "lebih dari satu kolom dapat menjadi \(wanted) dan semuanya berisi data: \(candidates)",
                en: "more than one column can be \(wanted), and all hold data: \(candidates)"),
            remedy: Bilingual(
                id: "ganti judul kolom yang tidak dipakai; dua tabel bersebelahan adalah dua daftar, simpan terpisah",
                en: "rename the heading of the column that is not meant; two tables side by side are two lists, save "
                    + "each as a file of its own"),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    static func severalHeadings(
        _ column: ListSchema.Column, _ chosen: Int, _ cells: [Int], _ file: String, _ heading: Heading
    ) -> Finding {
        let wanted = column.headings.first ?? column.id
        let taken = places([chosen], heading)
        let others = places(cells.filter { $0 != chosen }, heading)
        return Finding(
            code: "several_headings", severity: .warning,
            message: Bilingual(
                id: "untuk \(wanted) dipakai kolom \(taken), bukan \(others)",
                en: "for \(wanted) the column \(taken) is used, not \(others)"),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    static func masked(_ file: String, _ heading: Heading, _ cell: Int) -> Finding {
        Finding(
            code: "masked_column", severity: .warning,
            message: Bilingual(
                id: "NIK pada kolom \(places([cell], heading)) disamarkan; tidak seorang pun dapat dicocokkan",
                en: "the NIKs in column \(places([cell], heading)) are masked; nobody can be matched"),
            remedy: Bilingual(id: "minta daftar dengan NIK lengkap", en: "ask for the list with full NIKs"),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    /// Nothing stands in the key column of the first rows.
    static func emptyKeys(_ file: String, _ heading: Heading, _ cell: Int) -> Finding {
        Finding(
            code: "empty_key_column", severity: .warning,
            message: Bilingual(
                id: "kolom yang memuat NIK, \(places([cell], heading)), kosong; tidak seorang pun dapat dicocokkan",
                en: "the column of NIKs, \(places([cell], heading)), is empty; nobody can be matched"),
            remedy: Bilingual(id: "minta daftar yang memuat NIK", en: "ask for the list with its NIKs"),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    /// A column that the list may lack, and without which less is known of its people.
    static func lacking(
        _ column: ListSchema.Column, _ file: String, row: Int?
    ) -> Finding {
        let name = column.headings.first ?? column.id
        let id = column.id.replacing("_", with: " ")
        return Finding(
            code: "no_\(column.id)_column", severity: .warning,
            message: Bilingual(
                id: "kolom \(name) tidak ditemukan; isinya dianggap tidak diketahui bagi semua orang di daftar ini",
                en: "no column of the \(id) (\(name)) was found; it counts as not known for everybody on this list"),
            remedy: Bilingual(
                id: "kalau kolomnya ada, beri judul \(name)",
                en: "if there is such a column, head it \(name)"),
            location: SourceLocation(file: file, row: row))
    }

    static func title(_ role: ListSchema.Role, _ language: Language) -> String {
        role.title[language.rawValue] ?? role.id
    }

    /// `NIK (B), NIK (F)`: headings with the letters a spreadsheet gives their columns.
    static func places(_ cells: [Int], _ heading: Heading) -> String {
        let merged = heading.merged
        return cells.map { cell in
            "\(shown(cell < merged.count ? merged[cell] : "")) (\(ColumnLetters.of(cell)))"
        }.joined(separator: ", ")
    }

    /// The headings that a message may say: all of a row that holds several known ones and mostly such, else those known
    /// alone, since the others may be somebody's cells.
    static func quotable(_ found: [String], _ words: HeadingWords) -> [String] {
        let known = found.filter(words.isKnown)
        return known.count > 2 && known.count * 2 >= found.count ? found : known
    }

    /// The first headings of a list, for a message.
    static func listed(_ headings: [String]) -> String {
        let most = 15
        return list(headings.prefix(most).map(shown)) + (headings.count > most ? ", … (\(headings.count))" : "")
    }

    static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    /// A heading in a message: on one line, not too long, without digits that might be somebody's and without
    /// characters that a terminal would obey.
    static func shown(_ heading: String) -> String {
        var text = VisibleText.of(heading.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        if text.utf8.count(where: { $0 >= 48 && $0 <= 57 }) >= 6 {
            text = String(text.map { $0.isNumber ? "*" : $0 })
        }
        return text.count > 40 ? String(text.prefix(39)) + "…" : text
    }

    private static func nearest(to column: ListSchema.Column, among strangers: [String]) -> String? {
        var folded: [String: String] = [:]
        for stranger in strangers { folded[Folding.heading(stranger)] = stranger }
        for heading in column.headings {
            let names = folded.keys.sorted()
            if let near = NearMiss.suggestion(for: Folding.heading(heading), among: names) { return folded[near] }
        }
        return nil
    }
}
