import Diagnostics
import Testing

@testable import Tabular

/// What is said of records, workbooks and files of other programs, by the kind of each.
@Suite struct ProblemWordsTests {
    @Test(arguments: [
        (
            RecordProblem.brokenQuoting,
            "tanda kutip penutup diikuti teks lain; perbaiki tanda kutip pada baris ini",
            "a closing quote is followed by other text; mend the quotes of this row"
        ),
        (
            .unclosedQuote,
            "tanda kutip dibuka pada baris ini dan tidak pernah ditutup; hapus atau tutup tanda kutip itu",
            "a quote is opened in this row and never closed; remove or close it"
        ),
        (
            .cellTooLong, "satu sel lebih panjang dari 1 MiB; periksa isi sel itu",
            "a cell is longer than 1 MiB; look at what it holds"
        ),
        (
            .cellCount, "7 sel, padahal judul kolom ada 8; periksa pemisah kolom pada baris ini",
            "7 cells where the heading has 8; look for missing or extra delimiters in this row"
        ),
        (.skippedBlank, "baris kosong", "blank row"),
        (.skippedHeading, "judul kolom berulang", "repeated heading"),
        (.skippedNumbering, "baris nomor kolom", "row that numbers the columns"),
        (.skippedTotal, "baris jumlah", "row of totals"),
        (
            .skippedName, "hanya memuat nama: tanda tangan, atau orang tanpa data; periksa",
            "holds a name alone: a signature, or a person without data; look"
        ),
        (
            .skippedNote, "tidak menyebut siapa pun: tanda tangan, catatan, atau baris kosong bernomor",
            "names nobody: a signature, a note, or an empty numbered line"
        ),
    ])
    func aRecordHasWords(_ problem: RecordProblem, _ indonesian: String, _ english: String) {
        #expect(problem.message(found: 7, expected: 8) == Bilingual(id: indonesian, en: english))
    }

    @Test(arguments: [
        (
            WorkbookProblem.compression(part: "a.xml"),
            "bagian a.xml buku kerja ini dimampatkan dengan cara yang tidak dipakai Excel",
            "part a.xml of this workbook is compressed in a way that Excel does not use"
        ),
        (
            .tooManyMerges, "lembar ini menyebut lebih dari 1.048.576 sel gabungan (merge)",
            "this sheet has more than 1,048,576 merged areas"
        ),
    ])
    func aWorkbookHasWords(_ problem: WorkbookProblem, _ indonesian: String, _ english: String) {
        #expect(problem.finding("dp4.xlsx")?.message == Bilingual(id: indonesian, en: english))
    }

    @Test func cellsBesideATableAreCounted() {
        #expect(
            SourceNote.cellsBeyond(3, "dp4.xlsx").message
                == Bilingual(
                    id: "3 sel jauh di kanan tabel tidak dibaca",
                    en: "3 cells far to the right of the table are not read"))
    }

    @Test func aDBaseTableIsNamed() {
        #expect(
            ForeignFormat.dbase.message
                == Bilingual(
                    id: "berkas ini tabel dBASE (.dbf), yang tidak dibaca",
                    en: "this file is a dBASE table (.dbf), which is not read"))
    }

    @Test func aDrawingIsNamed() {
        let found = ForeignFormat.ofMarkup(Array("<svg width=\"9\"></svg>".utf8))
        #expect(
            found?.message
                == Bilingual(
                    id: "berkas ini gambar SVG, bukan daftar", en: "this file is an SVG drawing, not a list"))
    }
}
