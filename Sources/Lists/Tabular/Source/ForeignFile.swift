import Diagnostics

/// What is said of files that are no lists, and what to do with them.
extension FileKind.Foreign {
    func finding(_ file: String) -> Finding {
        let (code, message, remedy) = words
        return Finding(code: code, message: message, remedy: remedy, location: SourceLocation(file: file))
    }

    private static let saveAsXLSX = Bilingual(
        id: "buka di Excel, pilih Save As, dan simpan sebagai \"Excel Workbook (.xlsx)\"",
        en: "open it in Excel, choose Save As, and save it as \"Excel Workbook (.xlsx)\"")

    private var words: (String, Bilingual, Bilingual) {
        switch self {
        case .oldExcel:
            (
                "old_excel",
                Bilingual(
                    id: "berkas ini dalam bentuk Office lama (.xls), yang tidak dibaca",
                    en: "this file is in the old Office form (.xls), which is not read"), Self.saveAsXLSX
            )
        case .encrypted:
            (
                "workbook_encrypted",
                Bilingual(id: "buku kerja ini dikunci dengan kata sandi", en: "this workbook is locked by a password"),
                Bilingual(
                    id: "buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan lagi",
                    en: "open it in Excel, remove the password (File > Info > Protect Workbook) and save it again")
            )
        case .webPage:
            (
                "web_page",
                Bilingual(
                    id: "berkas ini halaman web (HTML), bukan buku kerja atau daftar teks, apa pun namanya",
                    en: "this file is a web page (HTML), no workbook and no list as text, whatever its name"),
                Self.saveAsXLSX
            )
        case .xmlSpreadsheet:
            (
                "xml_spreadsheet",
                Bilingual(
                    id: "berkas ini \"XML Spreadsheet 2003\", yang tidak dibaca",
                    en: "this file is an \"XML Spreadsheet 2003\", which is not read"), Self.saveAsXLSX
            )
        case .dbase:
            (
                "dbase",
                Bilingual(
                    id: "berkas ini tabel dBASE (.dbf), yang tidak dibaca",
                    en: "this file is a dBASE table (.dbf), which is not read"), Self.saveAsXLSX
            )
        case .pdf:
            (
                "pdf", Bilingual(id: "berkas ini PDF, bukan daftar", en: "this file is a PDF, not a list"),
                Bilingual(
                    id: "minta daftar aslinya dalam .xlsx atau CSV", en: "ask for the list itself, as .xlsx or CSV")
            )
        case .rtf:
            (
                "rtf",
                Bilingual(
                    id: "berkas ini dokumen teks (RTF), bukan daftar",
                    en: "this file is a text document (RTF), not a list"),
                Bilingual(
                    id: "minta daftar aslinya dalam .xlsx atau CSV", en: "ask for the list itself, as .xlsx or CSV")
            )
        case .image:
            (
                "image", Bilingual(id: "berkas ini gambar, bukan daftar", en: "this file is an image, not a list"),
                Bilingual(
                    id: "minta daftar aslinya dalam .xlsx atau CSV", en: "ask for the list itself, as .xlsx or CSV")
            )
        case .compressed:
            (
                "compressed",
                Bilingual(id: "berkas ini arsip yang dimampatkan", en: "this file is a compressed archive"),
                Bilingual(
                    id: "ekstrak dahulu, lalu berikan berkas di dalamnya",
                    en: "unpack it first and give the files in it")
            )
        }
    }
}
