import Diagnostics

/// What is said about a file that is read, but not as its name or its looks promise.
enum SourceNote {
    static func textNamedWorkbook(_ file: String) -> Finding {
        note(
            "text_named_workbook", file,
            Bilingual(
                id: "berkas ini bernama seperti buku kerja Excel tetapi isinya teks; dibaca sebagai teks",
                en: "the file is named like an Excel workbook but holds text; it is read as text"))
    }

    static func utf16(_ file: String, broken: Int) -> Finding {
        note(
            "utf16", file,
            broken == 0
                ? Bilingual(
                    id: "berkas ini teks UTF-16 dan dibaca sebagai UTF-16",
                    en: "the file is UTF-16 text, and is read as such")
                : Bilingual(
                    id: "berkas ini teks UTF-16 dan dibaca sebagai UTF-16; \(broken) karakter rusak diganti \u{FFFD}",
                    en:
                        "the file is UTF-16 text, and is read as such; \(broken) broken \(Plural.of(broken, "character", "characters")) became \u{FFFD}"
                ))
    }

    static func tripledLineEnds(_ file: String) -> Finding {
        note(
            "tripled_line_ends", file,
            Bilingual(
                id: "baris berkas ini berakhir dengan CR CR LF; dibaca sebagai satu akhir baris",
                en: "the lines of this file end with CR CR LF; they are read as one line end"))
    }

    static func noContent(_ label: String) -> Finding {
        note(
            "sheet_without_content", label,
            Bilingual(
                id: "lembar ini tidak menunjuk isi apa pun di buku kerjanya (modul makro lama, misalnya); dilewati",
                en: "this sheet names no content in its workbook (an old macro module, for instance); it is left out"))
    }

    static func chart(_ label: String) -> Finding {
        note(
            "sheet_without_rows", label,
            Bilingual(
                id: "lembar ini grafik atau makro, tanpa baris; dilewati",
                en: "this sheet is a chart or a macro, without rows; it is left out"))
    }

    static func noSuchSheet(_ file: String, _ wanted: String, _ names: [String]) -> Finding {
        let listed = OpeningProblem.listed(names)
        let near = NearMiss.suggestion(for: wanted, among: names)
        return Finding(
            code: "no_such_sheet",
            message: Bilingual(
                id: "tidak ada lembar \"\(wanted)\"; yang ada: \(listed)",
                en: "there is no sheet \"\(wanted)\"; there are: \(listed)"),
            remedy: near.map {
                Bilingual(id: "mungkin maksudnya \"\($0)\"", en: "perhaps \"\($0)\" is meant")
            }, location: SourceLocation(file: file))
    }

    static func all(_ sheet: ListSource.Sheet, _ label: String) -> [Finding] {
        var notes: [Finding] = []
        if sheet.isHidden {
            notes.append(
                note(
                    "hidden_sheet", label,
                    Bilingual(
                        id: "lembar ini tersembunyi di buku kerjanya; ikut dibaca",
                        en: "this sheet is hidden in its workbook; it is read too")))
        }
        if sheet.hiddenRows > 0 {
            notes.append(
                note(
                    "hidden_rows", label,
                    Bilingual(
                        id: "\(sheet.hiddenRows) baris tersembunyi (disaring) di lembar ini; ikut dibaca",
                        en:
                            "\(sheet.hiddenRows) \(Plural.of(sheet.hiddenRows, "row of this sheet is hidden (filtered out); it is", "rows of this sheet are hidden (filtered out); they are")) read too"
                    )))
        }
        if sheet.formulasWithoutResult > 0 {
            notes.append(
                note(
                    "formulas_without_result", label,
                    Bilingual(
                        id: "\(sheet.formulasWithoutResult) sel rumus tidak menyimpan hasilnya dan dibaca kosong",
                        en:
                            "\(sheet.formulasWithoutResult) \(Plural.of(sheet.formulasWithoutResult, "formula cell has no stored result and is", "formula cells have no stored result and are")) read as empty"
                    ),
                    Bilingual(
                        id: "buka di Excel dan simpan sekali lagi", en: "open it in Excel and save it once more")))
        }
        if sheet.cellsBeyond > 0 { notes.append(cellsBeyond(sheet.cellsBeyond, label)) }
        return notes
    }

    static func cellsBeyond(_ count: Int, _ label: String) -> Finding {
        note(
            "cells_beyond", label,
            Bilingual(
                id: "\(count) sel jauh di kanan tabel tidak dibaca",
                en:
                    "\(count) \(Plural.of(count, "cell far to the right of the table is", "cells far to the right of the table are")) not read"
            ))
    }

    private static func note(
        _ code: String, _ file: String, _ message: Bilingual, _ remedy: Bilingual? = nil
    ) -> Finding {
        Finding(
            code: code, severity: .warning, message: message, remedy: remedy, location: SourceLocation(file: file))
    }
}
