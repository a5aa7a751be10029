public import Columns
public import Diagnostics
import Files
import RoleLists

/// What is said of files that stand among lists and are none.
public enum PassedOver {
    private static let mostNamed = 5

    public static func lock(_ path: String) -> Finding {
        Finding(
            code: "lock_file", severity: .warning,
            message: Bilingual(
                id: "berkas kunci, bukan daftar: buku kerjanya sedang dibuka seseorang; dilewati",
                en: "a lock file, no list: somebody has its workbook open; passed over"),
            remedy: Bilingual(
                id: "simpan dan tutup buku kerja itu", en: "save and close that workbook"),
            location: SourceLocation(file: ListFileName.shown(path)))
    }

    /// What else a folder holds; nil where that is nothing.
    public static func others(_ others: [String], in folder: String) -> Finding? {
        guard !others.isEmpty else { return nil }
        let more = others.count > mostNamed ? ", …" : ""
        let names = others.prefix(mostNamed).map(ListFileName.shown).joined(separator: ", ") + more
        return Finding(
            code: "passed_over", severity: .warning,
            message: Bilingual(id: "dilewati, bukan daftar: \(names)", en: "passed over, no lists: \(names)"),
            remedy: Bilingual(
                id: "bila salah satunya daftar, sebutkan namanya", en: "if one of them is a list, name it"),
            location: SourceLocation(file: folder))
    }

    static func noList(_ folder: String) -> Finding {
        Finding(
            code: "folder_without_list",
            message: Bilingual(
                id: "tidak ada daftar di folder ini", en: "there is no list in this folder"),
            remedy: Bilingual(
                id: "daftar berupa .xlsx, .csv, .tsv, atau .txt langsung di dalamnya",
                en: "lists are .xlsx, .csv, .tsv or .txt right in it"),
            location: SourceLocation(file: folder))
    }

    public static func unreadable(_ folder: String, _ error: FileError) -> Finding {
        Finding(
            code: "unreadable",
            message: Bilingual(
                id: "folder tidak dapat dibaca: \(error.reason.indonesian)",
                en: "the folder cannot be read: \(error.reason.english)"),
            location: SourceLocation(file: folder))
    }
}
