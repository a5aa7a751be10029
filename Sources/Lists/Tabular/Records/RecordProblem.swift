public import Diagnostics

/// Why a record of a file is not one of the rows that are decided: rejected (it is no record) or skipped (it is no person).
public enum RecordProblem: UInt8, Sendable, CaseIterable {
    case brokenQuoting, unclosedQuote, cellTooLong, cellCount
    /// The heading of a second table, which is another list: reading stops.
    case secondTable
    /// Lines that state another region or station than those above the heading: another list begins.
    case secondLetterhead
    case skippedBlank, skippedHeading, skippedNumbering, skippedTotal, skippedNote
    /// A note with a name: somebody without data, perhaps.
    case skippedName

    /// As `rejected.csv` names it.
    public var id: String {
        switch self {
        case .brokenQuoting: "broken_quoting"
        case .unclosedQuote: "unclosed_quote"
        case .cellTooLong: "cell_too_long"
        case .cellCount: "cell_count"
        case .secondTable: "second_table"
        case .secondLetterhead: "second_letterhead"
        case .skippedBlank: "skipped_blank"
        case .skippedHeading: "skipped_heading"
        case .skippedNumbering: "skipped_numbering"
        case .skippedTotal: "skipped_total"
        case .skippedNote, .skippedName: "skipped_note"
        }
    }

    /// Skipped rows are part of how lists are laid out; rejected ones are damage.
    public var isSkipped: Bool { rawValue >= Self.skippedBlank.rawValue }

    /// What is wrong, for a record of `found` cells in a list of `expected`.
    public func message(found: Int, expected: Int) -> Bilingual {
        switch self {
        case .brokenQuoting:
            Bilingual(
                id: "tanda kutip penutup diikuti teks lain; perbaiki tanda kutip pada baris ini",
                en: "a closing quote is followed by other text; mend the quotes of this row")
        case .unclosedQuote:
            Bilingual(
                id: "tanda kutip dibuka pada baris ini dan tidak pernah ditutup; hapus atau tutup tanda kutip itu",
                en: "a quote is opened in this row and never closed; remove or close it")
        case .cellTooLong:
            Bilingual(
                id: "satu sel lebih panjang dari 1 MiB; periksa isi sel itu",
                en: "a cell is longer than 1 MiB; look at what it holds")
        case .cellCount:
            Bilingual(
                id: "\(found) sel, padahal judul kolom ada \(expected); periksa pemisah kolom pada baris ini",
                en:
                    "\(found) \(Plural.of(found, "cell", "cells")) where the heading has \(expected); look for missing or extra delimiters in this row"
            )
        case .secondTable:
            Bilingual(
                id: "tabel kedua dimulai pada baris ini: judulnya tidak cocok dengan kolom di atasnya",
                en: "a second table begins in this row: its headings do not fit the columns above")
        case .secondLetterhead:
            Bilingual(
                id:
                    "daftar kedua dimulai pada baris ini: kepalanya menyebut wilayah atau TPS yang tidak tertulis di atas judul kolom",
                en: "a second list begins in this row: it states a region or TPS that does not stand above the heading")
        case .skippedBlank: Bilingual(id: "baris kosong", en: "blank row")
        case .skippedHeading: Bilingual(id: "judul kolom berulang", en: "repeated heading")
        case .skippedNumbering: Bilingual(id: "baris nomor kolom", en: "row that numbers the columns")
        case .skippedTotal: Bilingual(id: "baris jumlah", en: "row of totals")
        case .skippedNote:
            Bilingual(
                id: "tidak menyebut siapa pun: tanda tangan, catatan, atau baris kosong bernomor",
                en: "names nobody: a signature, a note, or an empty numbered line")
        case .skippedName:
            Bilingual(
                id: "hanya memuat nama: tanda tangan, atau orang tanpa data; periksa",
                en: "holds a name alone: a signature, or a person without data; look")
        }
    }
}
