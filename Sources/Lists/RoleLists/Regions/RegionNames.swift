import Civil
import Columns
public import Diagnostics
import Files
import FoundationEssentials

/// Names of regions that the user gives with `--regions`: lines `code,name` under a heading, codes with or without dots.
public struct RegionNames {
    /// Digits of a code -> its name.
    public private(set) var names: [String: String] = [:]
    /// The table as an input of the run.
    public private(set) var report: InputReport

    /// The role under which the manifest names it.
    public static let role = "regions"

    /// - Parameter anchors: names the rules know for kabupaten/kota codes. A table that gives one of these codes the
    ///   name of another has other codes (those of BPS), and is refused.
    public init(reading path: String, digest: Bool, anchors: [String: String] = [:]) throws(Failure) {
        let bytes = try Self.bytes(path)
        let list = path.split(separator: "/").last.map(String.init) ?? path
        report = InputReport(
            role: Self.role, path: path, list: list, bytes: bytes.count, sha256: digest ? Digest.hex(of: bytes) : nil,
            headerMap: ["code", "name"].map { .init(column: $0, heading: $0) }, isPopulation: false, rows: RowCounts())
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = bytes[start...].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        guard let heading = lines.first, Self.cells(heading)?.code.lowercased() == "code" else {
            throw Self.refusal(
                path, row: 1, Bilingual(id: "judulnya harus code,name", en: "its heading must be code,name"))
        }
        for (place, line) in lines.enumerated().dropFirst() {
            guard let cells = Self.cells(line), let code = Self.digits(cells.code) else {
                throw Self.refusal(
                    path, row: place + 1,
                    Bilingual(
                        id: "harus kode 2, 4, 6, atau 10 angka, koma, lalu nama",
                        en: "expected a code of 2, 4, 6 or 10 digits, a comma, and a name"))
            }
            names[code] = cells.name
            if let anchor = anchors[code], let other = RegionAnchors.other(than: code, called: cells.name, anchors) {
                throw Failure(
                    .input,
                    Finding(
                        code: "other_region_codes",
                        message: Bilingual(
                            id:
                                "\(code) di sini \(VisibleText.of(cells.name)), seharusnya \(anchor) (\(VisibleText.of(cells.name)) berkode \(other)): ini tampaknya kode BPS",
                            en:
                                "\(code) is \(VisibleText.of(cells.name)) here, but must be \(anchor) (\(VisibleText.of(cells.name)) is \(other)): these look like BPS codes"
                        ),
                        remedy: Bilingual(
                            id: "pakai tabel kode Kemendagri", en: "use a table of Kemendagri codes"),
                        location: SourceLocation(file: path, row: place + 1)))
            }
        }
        report.rows = RowCounts(read: lines.count - 1, used: lines.count - 1)
    }

    private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
        do {
            guard let status = try Directories.status(of: path) else { throw FileError(.open, path: path, number: 2) }
            guard status.kind == .regular, let data = FileManager.default.contents(atPath: path) else {
                throw refusal(
                    path, row: nil, Bilingual(id: "bukan berkas yang dapat dibaca", en: "no file that can be read"))
            }
            return Array(data)
        } catch let error as FileError {
            throw refusal(path, row: nil, error.reason)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
    }

    private static func cells(_ line: ArraySlice<UInt8>) -> (code: String, name: String)? {
        guard let comma = line.firstIndex(where: { $0 == 0x2C || $0 == 0x3B }) else { return nil }
        return (plain(line[..<comma]), plain(line[(comma + 1)...]))
    }

    /// The text of a cell without blanks around it and quotation marks.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self).trimmed(isBlank)
        guard text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }

    /// A tabulator, a space of any width, or none.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\u{200B}" || scalar.properties.generalCategory == .spaceSeparator
    }

    private static func digits(_ code: String) -> String? {
        let digits = code.filter { $0 != "." }
        guard [2, 4, 6, 10].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return digits
    }

    private static func refusal(_ path: String, row: Int?, _ message: Bilingual) -> Failure {
        Failure(
            .input,
            Finding(code: "regions_unreadable", message: message, location: SourceLocation(file: path, row: row)))
    }
}
