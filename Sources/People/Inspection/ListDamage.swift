import Civil
import Diagnostics
import RoleLists
import Schema
import Tabular

/// What is wrong with a list as a whole, and whom to ask for another.
enum ListDamage {
    /// Rows a worksheet can hold, in the formats of Excel since 2007 and before.
    private static let sheetLimits = [1_048_576, 65_536]
    /// Fewer numbers tell nothing about their last digits.
    private static let fewest = 100

    static func findings(
        _ survey: ListSurvey, _ list: OpenList, niks: Inspection.NIKs?
    ) -> [Finding] {
        var findings: [Finding] = []
        func add(_ code: String, _ message: Bilingual, _ remedy: Bilingual?, column: String? = nil) {
            findings.append(
                Finding(
                    code: code, severity: .warning, message: message, remedy: remedy,
                    location: SourceLocation(file: list.path, column: column)))
        }
        let original = Bilingual(
            id: "minta berkas aslinya, bukan yang sudah disimpan ulang di Excel",
            en: "ask for the original, not a copy that a spreadsheet saved")
        func rounded(_ cell: Int, _ ending: Int, of whole: Int) {
            guard whole >= fewest, ending * 10 >= whole * 3 else { return }
            let share = Percent.text(ending, of: whole)
            let id = list.map.first { $0.value == cell }?.key
            let name = id.flatMap { list.role.column($0)?.headings.first } ?? ColumnLetters.of(cell)
            add(
                "rounded_numbers",
                Bilingual(
                    id:
                        "angka ke-16 adalah 0 pada \(share.indonesian) \(name) (wajarnya 10 %): aplikasi spreadsheet telah membulatkannya",
                    en:
                        "the 16th digit is 0 in \(share.english) of \(name) cells (chance: 10%): a spreadsheet has rounded them"
                ), original)
        }
        if let niks {
            rounded(niks.column, niks.endingInZero, of: niks.usable)
            let all = niks.usable + niks.findings.reduce(0) { $0 + $1.count }
            for finding in niks.findings where finding.word == NIKFinding.damaged.id {
                add(
                    "scientific_numbers",
                    Bilingual(
                        id: "\(finding.count) NIK tertulis seperti 1,27E+15: aplikasi spreadsheet telah memotongnya",
                        en:
                            "\(finding.count) \(Plural.of(finding.count, "NIK is", "NIKs are")) written like 1.27E+15: a spreadsheet has cut \(Plural.of(finding.count, "it", "them"))"
                    ), original)
            }
            for finding in niks.findings where finding.word == NIKFinding.masked.id && finding.count * 2 >= all {
                add(
                    "masked_numbers",
                    Bilingual(
                        id: "\(finding.count) NIK disamarkan: orangnya tidak dapat dicocokkan dengan daftar lain",
                        en:
                            "\(finding.count) \(Plural.of(finding.count, "NIK is masked: that person", "NIKs are masked: those people")) cannot be matched with other lists"
                    ),
                    Bilingual(id: "minta daftar dengan NIK lengkap", en: "ask for the list with full NIKs"))
            }
            if niks.usable == 0, all > 0 {
                add(
                    "no_usable_nik",
                    Bilingual(id: "tidak satu pun NIK dapat dipakai", en: "not one NIK can be used"),
                    Bilingual(
                        id: "periksa apakah kolom NIK sudah benar", en: "see whether the NIK column is the right one"))
            }
        }
        for (cell, column) in survey.columns.enumerated() where column.kind == .nkk {
            rounded(cell, column.endingInZero, of: column.fitting)
        }
        if let foreign = survey.counts.causes["windows_1252_cells"], foreign > 0 {
            add(
                "windows_1252",
                Bilingual(
                    id: "\(foreign) sel bukan UTF-8 dan dibaca sebagai Windows-1252",
                    en:
                        "\(foreign) \(Plural.of(foreign, "cell is not UTF-8 and is", "cells are not UTF-8 and are")) read as Windows-1252"
                ),
                Bilingual(id: "periksa nama yang beraksen", en: "look at names with accents"))
        }
        let records = survey.counts.read + list.opening.firstRecordRow - 1
        if sheetLimits.contains(records) {
            add(
                "perhaps_cut_off",
                Bilingual(
                    id:
                        "berkas ini tepat \(Figures.count(records, .indonesian)) baris, sebanyak muatan satu lembar Excel: mungkin terpotong",
                    en:
                        "the file has exactly \(Figures.count(records, .english)) rows, as many as a worksheet holds: perhaps it was cut off"
                ),
                Bilingual(
                    id: "tanyakan jumlah barisnya kepada pengirimnya", en: "ask whoever sent it how many rows there are"
                ))
        }
        return findings
    }
}
