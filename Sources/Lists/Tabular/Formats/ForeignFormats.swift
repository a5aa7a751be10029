/// The forms of files that are told and not read: the one place that knows them. The first that fits counts.
extension ForeignFormat {
    static let lockedWorkbook = ForeignFormat(
        "workbook_encrypted", id: "buku kerja ini dikunci dengan kata sandi",
        en: "this workbook is locked by a password",
        .removePassword)

    static let lockedArchive = ForeignFormat(
        "locked_archive", id: "berkas ini arsip ZIP yang dikunci dengan kata sandi",
        en: "this file is a ZIP archive locked by a password", .unpackLocked)

    static let oldOffice = ForeignFormat(
        "old_excel", id: "berkas ini dalam format Excel lama (.xls), yang tidak dibaca",
        en: "this file is in the old Excel format (.xls), which is not read", .saveAsXLSX,
        .stream("Workbook"), .stream("Book"),
        // BIFF records without a container: Excel 2 to 4, and what some programs export.
        .bytes([9, 0, 4, 0]), .bytes([9, 2, 6, 0]), .bytes([9, 4, 6, 0]), .bytes([9, 8, 8, 0]),
        .bytes([9, 8, 16, 0]))

    static let utf32 = ForeignFormat(
        "utf32", id: "berkas ini teks UTF-32, yang tidak dibaca", en: "this file is UTF-32 text, which is not read",
        .saveAsUTF8, .bytes([0xFF, 0xFE, 0, 0]), .bytes([0, 0, 0xFE, 0xFF]))

    static let dbase = ForeignFormat(
        "dbase", id: "berkas ini tabel dBASE (.dbf), yang tidak dibaca",
        en: "this file is a dBASE table (.dbf), which is not read", .saveAsXLSX)

    static let sylk = ForeignFormat(
        "sylk", id: "berkas ini SYLK (.slk), yang tidak dibaca", en: "this file is SYLK (.slk), which is not read",
        .saveAsXLSX)

    static let dif = ForeignFormat(
        "dif", id: "berkas ini DIF (.dif), yang tidak dibaca", en: "this file is DIF (.dif), which is not read",
        .saveAsXLSX)

    static let pdf = ForeignFormat(
        "pdf", id: "berkas ini PDF, bukan daftar", en: "this file is a PDF, not a list", .askForList,
        .bytes(Array("%PDF-".utf8))
    )

    static let compressed = ForeignFormat(
        "compressed", id: "berkas ini arsip yang dimampatkan", en: "this file is a compressed archive", .unpack,
        // gzip, RAR, 7z, xz, Zstandard, compress, cabinet, bzip2, tar.
        .bytes([0x1F, 0x8B, 8]), .bytes(Array("Rar!\u{1A}".utf8)), .bytes([0x37, 0x7A, 0xBC, 0xAF]),
        .bytes([0xFD, 0x37, 0x7A, 0x58]), .bytes([0x28, 0xB5, 0x2F, 0xFD]), .bytes([0x1F, 0x9D]),
        .bytes(Array("MSCF\0\0\0\0".utf8)), .bytes([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4),
        .bytes(Array("ustar".utf8), at: 257))

    static let webPage = ForeignFormat(
        "web_page", id: "berkas ini halaman web (HTML), bukan buku kerja atau daftar teks, apa pun namanya",
        en: "this file is a web page (HTML), no workbook and no list as text, whatever its name", .saveAsXLSX,
        .markup("<html"), .tag("<!doctype"), .tag("<head"), .tag("<body"), .tag("<table"), .tag("<meta"),
        .tag("<style"), .tag("<div"), .tag("<!--"), .tag("<tr"))

    static let xmlSpreadsheet = ForeignFormat(
        "xml_spreadsheet", id: "berkas ini \"XML Spreadsheet 2003\", yang tidak dibaca",
        en: "this file is an \"XML Spreadsheet 2003\", which is not read", .saveAsXLSX,
        .markup("urn:schemas-microsoft-com:office:spreadsheet"))

    static let all: [ForeignFormat] = [
        // Containers of old Office programs.
        ForeignFormat(
            "old_word", id: "berkas ini dokumen Word lama (.doc), bukan daftar",
            en: "this file is an old Word document (.doc), not a list", .askForList, .stream("WordDocument")),
        ForeignFormat(
            "old_powerpoint", id: "berkas ini presentasi PowerPoint lama (.ppt), bukan daftar",
            en: "this file is an old PowerPoint presentation (.ppt), not a list", .askForList,
            .stream("PowerPoint Document")),
        ForeignFormat(
            "visio", id: "berkas ini gambar Visio, bukan daftar", en: "this file is a Visio drawing, not a list",
            .askForList,
            .stream("VisioDocument"), .parts(["visio/document.xml"])),
        ForeignFormat(
            "outlook", id: "berkas ini surel Outlook (.msg), bukan daftar",
            en: "this file is an Outlook mail (.msg), not a list", .openMail, .stream("__properties_version1.0"),
            .stream("__nameid_version1.0"), .stream("__substg1.0_*")),
        oldOffice,
        // Archives.
        ForeignFormat(
            "word", id: "berkas ini dokumen Word (.docx), bukan daftar",
            en: "this file is a Word document (.docx), not a list",
            .askForList, .parts(["word/document.xml"])),
        ForeignFormat(
            "powerpoint", id: "berkas ini presentasi PowerPoint (.pptx), bukan daftar",
            en: "this file is a PowerPoint presentation (.pptx), not a list", .askForList,
            .parts(["ppt/presentation.xml"])),
        ForeignFormat(
            "binary_workbook", id: "berkas ini buku kerja Excel biner (.xlsb), yang tidak dibaca",
            en: "this file is a binary Excel workbook (.xlsb), which is not read", .reopen, .parts(["xl/workbook.bin"])),
        ForeignFormat(
            "open_document", id: "berkas ini dokumen OpenDocument (.ods), yang tidak dibaca",
            en: "this file is an OpenDocument spreadsheet (.ods), which is not read", .reopen,
            .parts(["content.xml", "meta-inf/manifest.xml"]),
            .markup("urn:oasis:names:tc:opendocument:xmlns:office:1.0")),
        ForeignFormat(
            "numbers", id: "berkas ini dokumen Apple (Numbers), yang tidak dibaca",
            en: "this file is an Apple document (Numbers), which is not read", .reopen, .parts(["index/document.iwa"])),
        compressed,
        // Spreadsheets and databases of other programs.
        ForeignFormat(
            "lotus", id: "berkas ini lembar kerja Lotus 1-2-3 atau Quattro Pro, yang tidak dibaca",
            en: "this file is a Lotus 1-2-3 or Quattro Pro sheet, which is not read", .saveAsXLSX,
            .bytes([0, 0, 2, 0, 4, 4]), .bytes([0, 0, 2, 0, 5, 4]), .bytes([0, 0, 2, 0, 6, 4]),
            .bytes([0, 0, 2, 0, 0x20, 0x51]), .bytes([0, 0, 2, 0, 0x21, 0x51]), .bytes([0, 0, 2, 0, 1, 0x10]),
            .bytes([0, 0, 0x1A, 0])),
        ForeignFormat(
            "access", id: "berkas ini basis data Access, yang tidak dibaca",
            en: "this file is an Access database, which is not read", .exportTable,
            .bytes(Array("Standard Jet DB".utf8), at: 4), .bytes(Array("Standard ACE DB".utf8), at: 4)),
        ForeignFormat(
            "sqlite", id: "berkas ini basis data SQLite, yang tidak dibaca",
            en: "this file is an SQLite database, which is not read", .exportTable,
            .bytes(Array("SQLite format 3\0".utf8))),
        // Documents and pictures.
        pdf,
        ForeignFormat(
            "rtf", id: "berkas ini dokumen teks (RTF), bukan daftar",
            en: "this file is a text document (RTF), not a list",
            .askForList, .bytes(Array("{\\rtf".utf8))),
        ForeignFormat(
            "image", id: "berkas ini gambar, bukan daftar", en: "this file is an image, not a list", .askForList,
            .bytes([0xFF, 0xD8, 0xFF]), .bytes([0x89, 0x50, 0x4E, 0x47]), .bytes(Array("GIF87a".utf8)),
            .bytes(Array("GIF89a".utf8)), .bytes([0x49, 0x49, 0x2A, 0]), .bytes([0x4D, 0x4D, 0, 0x2A]),
            .bytes(Array("WEBPVP8".utf8), at: 8)),
        // What begins with a tag; the last ones say least.
        xmlSpreadsheet, webPage,
        ForeignFormat(
            "svg", id: "berkas ini gambar SVG, bukan daftar", en: "this file is an SVG drawing, not a list",
            .askForList,
            .tag("<svg"), .markup("http://www.w3.org/2000/svg")),
        ForeignFormat(
            "xml", id: "berkas ini XML, bukan buku kerja atau daftar teks",
            en: "this file is XML, no workbook and no list as text", .askForList, .tag("<?xml")),
        utf32, dbase, sylk, dif, lockedWorkbook, lockedArchive,
    ]
}
