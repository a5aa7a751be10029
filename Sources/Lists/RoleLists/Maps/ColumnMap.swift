import Columns
import Diagnostics
import Documents
import Files
import Tabular

/// What somebody says of the columns of lists: a document of `--map`, proposed by `inspect --write-map`.
public struct ColumnMap: Sendable {
    /// What it says of one list.
    struct Entry: Sendable {
        /// The list's file; nil = the list whose option `--map` follows.
        var file: String?
        /// The sheet of a workbook; nil = all of them.
        var sheet: String?
        /// The role it was written for.
        var role: String?
        var delimiter: UInt8?
        /// Where the heading is: none, or a row.
        var heading: ListLayout.HeadingPlace
        /// Column ids of the role with the cell each is in, in the order written.
        var columns: [SettingsDocument.Setting]
        /// Where each of its keys stands, for findings.
        var item: SettingsDocument.Item
        var roleItem: SettingsDocument.Item?
    }

    /// As given.
    let path: String
    let bytes: [UInt8]
    let entries: [Entry]

    /// The name under which the manifest keeps it among the inputs.
    public static let role = "map"
    /// A longer map is none.
    private static let longest = 4 << 20

    init(path: String, bytes: [UInt8]) throws(Failure) {
        self.path = path
        self.bytes = bytes
        entries = try ColumnMapReading(try SettingsDocument(name: path, bytes: bytes)).entries
    }

    init(reading path: String) throws(Failure) {
        do {
            let file = try InputFile(path: path)
            guard file.size <= Self.longest else { throw Self.tooLong(path) }
            var bytes = [UInt8](repeating: 0, count: file.size)
            _ = try file.read(at: 0, count: file.size, into: &bytes)
            try self.init(path: path, bytes: bytes)
        } catch let error as FileError {
            throw Failure(
                .input,
                Finding(
                    code: "map_unreadable",
                    message: Bilingual(
                        id: "peta kolom tidak dapat dibaca: \(error.reason.indonesian)",
                        en: "the column map cannot be read: \(error.reason.english)"),
                    location: SourceLocation(file: path)))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
    }

    private static func tooLong(_ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "map_unreadable",
                message: Bilingual(id: "berkas ini terlalu besar untuk peta kolom", en: "too big for a column map"),
                remedy: Bilingual(
                    id: "peta kolom dibuat dengan: siappilih inspect DAFTAR --write-map F",
                    en: "a column map is made with: siappilih inspect LIST --write-map F"),
                location: SourceLocation(file: path)))
    }

    /// As an input of the run.
    func report(digest: Bool) -> InputReport {
        InputReport(
            role: Self.role, path: path, list: String(path.split(separator: "/").last ?? ""), bytes: bytes.count,
            sha256: digest ? Digest.hex(of: bytes) : nil, delimiter: "", headingRow: nil, isPopulation: false,
            rows: RowCounts(read: entries.count, used: entries.count))
    }
}
