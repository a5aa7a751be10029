public import Columns
public import Diagnostics
import Files

extension OpenList {
    /// Bytes of a list that are read in one go, before they are cut at the end of a record.
    public static let pieceSize = 256 << 10

    /// The failure of reading a list.
    public static func unreadable(_ error: FileError, _ list: OpenList) -> Failure { unreadable(error, list.path) }

    static func unreadable(_ error: FileError, _ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "unreadable",
                message: Bilingual(
                    id: "daftar tidak dapat dibaca: \(error.reason.indonesian)",
                    en: "the list cannot be read: \(error.reason.english)"),
                location: SourceLocation(file: path)))
    }
}
