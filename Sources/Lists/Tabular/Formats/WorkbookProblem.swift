public import Columns
public import Diagnostics

/// Why a workbook, or a sheet of it, is not read.
public enum WorkbookProblem: Error, Hashable, Sendable {
    /// The archive ends too soon, says other sizes or sums than it holds, or is none.
    case damagedArchive
    /// A part is no XML, or no part of a workbook as the standard has it.
    case damaged(part: String)
    case doctype(part: String)
    case encrypted
    case duplicatePart(String)
    /// The archive holds no workbook.
    case noWorkbook
    /// The archive holds something else.
    case foreign(ForeignFormat)
    /// A part is compressed in a way that no spreadsheet writes.
    case compression(part: String)
    case missingPart(sheet: String)
    /// The archive inflates to more than any list would.
    case bomb(inflated: Int, stored: Int)
    /// Rows or cells stand in no order, or a cell stands in another row than it says.
    case disorder(row: Int)
    case tooManyRows
    case tooManyColumns(row: Int)
    case tooManyMerges
    /// A cell names a shared string that is not there.
    case noSuchString(row: Int)
    /// The file could not be read.
    case file(FileError)
    /// What was read could not be set aside.
    case spool(FileError)
    case interrupted
}

extension WorkbookProblem {
    /// As people read it; nil where the operating system refused, or the user.
    public func finding(_ file: String) -> Finding? {
        switch self {
        case .damagedArchive:
            Self.finding(
                "workbook_damaged", file,
                Bilingual(
                    id: "buku kerja Excel ini rusak atau terpotong", en: "this Excel workbook is damaged or cut off"),
                Self.askAgain)
        case .damaged(let part):
            Self.finding(
                "workbook_damaged", file,
                Bilingual(
                    id: "buku kerja Excel ini rusak (bagian \(part))",
                    en: "this Excel workbook is damaged (part \(part))"),
                Self.mend)
        case .doctype(let part):
            Self.finding(
                "workbook_doctype", file,
                Bilingual(
                    id: "buku kerja ini memuat DOCTYPE (bagian \(part)), yang tidak ditulis Excel dan dapat "
                        + "menyisipkan berkas lain; tidak dibaca",
                    en: "this workbook holds a DOCTYPE (part \(part)), which Excel never writes and which can pull in "
                        + "other files; it is not read"),
                Bilingual(
                    id: "tanyakan asal berkas ini kepada pengirimnya", en: "ask the sender where this file comes from"))
        case .encrypted:
            Self.finding(
                "workbook_encrypted", file,
                Bilingual(id: "buku kerja ini dikunci dengan kata sandi", en: "this workbook is locked by a password"),
                Bilingual(
                    id: "buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan lagi",
                    en: "open it in Excel, remove the password (File > Info > Protect Workbook) and save it again"))
        case .duplicatePart(let name):
            Self.finding(
                "workbook_duplicate_part", file,
                Bilingual(
                    id: "buku kerja ini memuat dua bagian bernama \(name): tidak jelas mana isinya",
                    en: "this workbook holds two parts named \(name): which one counts cannot be told"),
                Self.mend)
        case .noWorkbook:
            Self.finding(
                "no_workbook", file,
                Bilingual(
                    id: "ini arsip ZIP tanpa buku kerja Excel di dalamnya",
                    en: "this is a ZIP archive without an Excel workbook in it"),
                Bilingual(
                    id: "kalau ini arsip, ekstrak dahulu dan berikan berkas di dalamnya",
                    en: "if it is an archive, unpack it first and give the files in it"))
        case .foreign(let format): format.finding(file)
        case .compression(let part):
            Self.finding(
                "workbook_compression", file,
                Bilingual(
                    id: "bagian \(part) buku kerja ini dimampatkan dengan cara yang tidak dipakai Excel",
                    en: "part \(part) of this workbook is compressed in a way that Excel does not use"), Self.mend)
        case .missingPart(let sheet):
            Self.finding(
                "workbook_damaged", file,
                Bilingual(
                    id: "lembar \"\(sheet)\" disebut dalam buku kerja ini tetapi isinya tidak ada",
                    en: "the sheet \"\(sheet)\" is named in this workbook, but its content is missing"),
                Self.askAgain)
        case .bomb(let inflated, let stored):
            Self.finding(
                "workbook_bomb", file,
                Bilingual(
                    id: "isi buku kerja ini mengembang dari \(Self.size(stored)) menjadi lebih dari "
                        + "\(Self.size(inflated)); daftar biasa tidak demikian, jadi tidak dibaca",
                    en: "this workbook inflates from \(Self.size(stored)) to more than \(Self.size(inflated)); "
                        + "no list does, so it is not read"),
                Bilingual(
                    id: "tanyakan asal berkas ini; kalau memang daftar, simpan sebagai \"CSV UTF-8\"",
                    en: "ask where this file comes from; if it is a list, save it as \"CSV UTF-8\""))
        case .disorder(let row):
            Self.finding(
                "workbook_disorder", file, row: row,
                Bilingual(
                    id: "baris atau sel di sini tidak berurutan: buku kerja ini rusak",
                    en: "rows or cells stand out of order here: this workbook is damaged"), Self.mend)
        case .tooManyRows:
            Self.finding(
                "too_many_rows", file, row: SheetLimits.rows,
                Bilingual(
                    id: "lembar ini menyebut baris sesudah 1.048.576, yang tidak ada di Excel",
                    en: "this sheet has rows past 1,048,576, which Excel does not know"), Self.mend)
        case .tooManyColumns(let row):
            Self.finding(
                "too_many_columns", file, row: row,
                Bilingual(
                    id: "baris ini menyebut kolom sesudah XFD (16.384), yang tidak ada di Excel",
                    en: "this row has columns past XFD (16,384), which Excel does not know"), Self.mend)
        case .tooManyMerges:
            Self.finding(
                "too_many_merges", file,
                Bilingual(
                    id: "lembar ini menyebut lebih dari 1.048.576 sel gabungan (merge)",
                    en: "this sheet has more than 1,048,576 merged areas"), Self.mend)
        case .noSuchString(let row):
            Self.finding(
                "workbook_damaged", file, row: row,
                Bilingual(
                    id: "sebuah sel di sini menunjuk teks bersama yang tidak ada: buku kerja ini rusak",
                    en: "a cell here points to a shared text that is not there: this workbook is damaged"), Self.mend)
        case .file, .spool, .interrupted: nil
        }
    }

    private static let askAgain = Bilingual(
        id: "salin atau unduh sekali lagi, atau minta ulang berkasnya",
        en: "copy or download it once more, or ask for the file again")
    private static let mend = Bilingual(
        id: "buka di Excel, biarkan Excel memperbaikinya, lalu simpan sebagai .xlsx yang baru",
        en: "open it in Excel, let Excel repair it, and save it as a new .xlsx")

    private static func finding(
        _ code: String, _ file: String, row: Int? = nil, _ message: Bilingual, _ remedy: Bilingual
    ) -> Finding {
        Finding(code: code, message: message, remedy: remedy, location: SourceLocation(file: file, row: row))
    }

    /// Rounded down, so that `more than` holds.
    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
    }
}

/// What a sheet can hold at most, by the file format.
enum SheetLimits {
    static let rows = 1_048_576
    static let columns = 16_384
    /// Merged areas; a list of as many rows has no more.
    static let merges = 1_048_576
    /// A cell of more bytes is cut here; its row is then rejected as too long.
    static let cell = RecordGrammar.longestCell + 16
}
