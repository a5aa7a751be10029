import Civil
import Columns
public import Diagnostics
public import Schema

/// Names of regions that the user gives with `--regions`: a table of codes and names.
public struct RegionNames {
    /// Digits of a code -> its name.
    public private(set) var names: [String: String] = [:]
    /// The table as an input of the run.
    public private(set) var report: InputReport
    /// What there is to say of it, rows that could not be used among it.
    public private(set) var findings: [Finding]

    /// The role under which the manifest names it, and the schema's table.
    public static let role = "regions"
    /// The table's columns.
    static let code = "code"
    static let name = "name"

    /// - Parameters:
    ///   - anchors: names the rules know for kabupaten/kota codes. A table that gives one of these codes the name of
    ///     another has other codes (those of BPS), and is refused.
    ///   - spools: the folder in which files without a name may lie.
    public init(
        reading path: String, digest: Bool, _ schema: ListSchema, anchors: [String: String] = [:], spools: String
    ) throws(Failure) {
        let table = try GivenTable(path, as: Self.role, schema, spools: spools)
        let bytes = try Self.bytes(ListPath(path).file)
        let list = path.split(separator: "/").last.map(String.init) ?? path
        report = InputReport(
            role: Self.role, path: path, list: list, bytes: bytes.count, sha256: digest ? Digest.hex(of: bytes) : nil,
            isPopulation: false, rows: RowCounts())
        table.describe(&report)
        findings = table.notes

        let apostrophes = Apostrophes(schema.apostrophes)
        var unusable = UnusableRows(table)
        var forms: [String: [UInt8]] = [:]
        var empty = 0
        let (codes, called) = (table.column(Self.code), table.column(Self.name))
        for row in table.rows {
            let (code, name) = (row.text(codes), row.text(called))
            if code.isEmpty, name.isEmpty {
                empty += 1
                continue
            }
            guard case .code(let region) = RegionReading.read(Array(code.utf8).span) else {
                unusable.add(row, .code)
                continue
            }
            if name.isEmpty {
                unusable.add(row, .name)
                continue
            }
            let digits = region.description
            let form = NormalForm.of(Array(name.utf8).span, apostrophes)
            if let known = forms[digits] {
                if known != form { unusable.add(row, .repeated(digits)) }
                continue
            }
            if let anchor = anchors[digits], let other = RegionAnchors.other(than: digits, called: name, anchors) {
                // The rules' own word for the name: no cell stands in a message.
                throw Self.otherCodes(
                    digits, anchors[other] ?? other, anchor, other, table.place(row.number, sheet: row.sheet))
            }
            forms[digits] = form
            names[digits] = name
        }
        let said = unusable.findings
        if names.isEmpty {
            throw Failure(.input, said.isEmpty ? [Self.nothing(path)] : said.map { $0.asError })
        }
        findings += said
        let rejected = unusable.count + table.broken.count
        let skipped = table.skipped + empty
        report.rows = RowCounts(
            read: table.rows.count + table.broken.count + table.skipped,
            used: table.rows.count - unusable.count - empty, rejected: rejected, skipped: skipped)
    }

    /// The file's own bytes, for its digest.
    private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            let file = try InputFile(path: path)
            var bytes = [UInt8](repeating: 0, count: file.size)
            _ = try file.read(at: 0, count: bytes.count, into: &bytes)
            return bytes
        } catch {
            throw ListReading.unreadable(error, path)
        }
    }

    private static func nothing(_ path: String) -> Finding {
        Finding(
            code: "no_regions",
            message: Bilingual(
                id: "tidak satu baris pun memuat kode dan nama wilayah", en: "no row has a code and a name of a region"),
            location: SourceLocation(file: path))
    }

    private static func otherCodes(
        _ code: String, _ name: String, _ anchor: String, _ other: String, _ place: SourceLocation
    ) -> Failure {
        Failure(
            .input,
            Finding(
                code: "other_region_codes",
                message: Bilingual(
                    id:
                        "\(code) di sini \(VisibleText.of(name)), seharusnya \(anchor) (\(VisibleText.of(name)) berkode \(other)): ini tampaknya kode BPS",
                    en:
                        "\(code) is \(VisibleText.of(name)) here, but must be \(anchor) (\(VisibleText.of(name)) is \(other)): these look like BPS codes"
                ),
                remedy: Bilingual(id: "pakai tabel kode Kemendagri", en: "use a table of Kemendagri codes"),
                location: place))
    }
}

extension Finding {
    /// The same as what keeps an input from being used.
    fileprivate var asError: Finding {
        var finding = self
        finding.severity = .error
        return finding
    }
}
