import Civil
public import Diagnostics
import FoundationEssentials

/// Totals as an office published them, typed in by the user: lines `region,eligible,recorded,not_recorded` under that
/// heading, divided by `,` or `;`. An empty region is the whole. Figures may have dots or commas between thousands.
public struct OfficialTotals: Sendable, Equatable {
    public struct Line: Sendable, Equatable {
        public var eligible: Int?
        public var recorded: Int?
        public var notRecorded: Int?

        public init(eligible: Int? = nil, recorded: Int? = nil, notRecorded: Int? = nil) {
            self.eligible = eligible
            self.recorded = recorded
            self.notRecorded = notRecorded
        }

        /// By how much published figures disagree among themselves; nil where one is missing.
        public var ownDifference: Int? {
            guard let eligible, let recorded, let notRecorded else { return nil }
            return eligible - recorded - notRecorded
        }
    }

    /// By digits of the region; empty: the whole.
    public var lines: [String: Line] = [:]

    public init() {}

    /// - Throws: `.input` with every line that cannot be read.
    public init(reading path: String) throws(Failure) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                .input,
                Finding(
                    code: "official_unreadable",
                    message: Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"),
                    location: SourceLocation(file: path)))
        }
        try self.init(name: path, text: String(decoding: data, as: UTF8.self))
    }

    init(name: String, text: String) throws(Failure) {
        var findings: [Finding] = []
        func refuse(_ row: Int, id: String, en: String) {
            findings.append(
                Finding(
                    code: "official_unreadable", message: Bilingual(id: id, en: en),
                    location: SourceLocation(file: name, row: row)))
        }
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let columns = ["region", "eligible", "recorded", "not_recorded"]
        let divider: Character = rows.first?.contains(";") == true ? ";" : ","
        func cells(_ row: Substring) -> [String] {
            row.split(separator: divider, omittingEmptySubsequences: false).map { cell in
                cell.trimmed { " \t\u{FEFF}\"".unicodeScalars.contains($0) }
            }
        }
        if rows.first.map({ cells($0).map { $0.lowercased() } }) != columns {
            refuse(
                1, id: "judulnya harus \(columns.joined(separator: ","))",
                en: "its heading must be \(columns.joined(separator: ","))")
        }
        for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isWhitespace) {
            let cells = cells(row)
            let region = cells[0].filter { $0 != "." }
            let numbers = cells.dropFirst().map { Self.number($0) }
            if cells.count != columns.count {
                refuse(
                    index + 1,
                    id: "harus \(columns.count) sel, ada \(cells.count); pakai titik, bukan koma, antara ribuan",
                    en: "expected \(columns.count) cells, found \(cells.count); divide thousands by dots, not commas")
            } else if ![0, 2, 4, 6, 10].contains(region.utf8.count) || !region.utf8.allSatisfy({ 48...57 ~= $0 }) {
                refuse(
                    index + 1, id: "kode wilayah harus kosong atau 2, 4, 6, atau 10 angka",
                    en: "the region must be empty or have 2, 4, 6 or 10 digits")
            } else if zip(cells.dropFirst(), numbers).contains(where: { !$0.isEmpty && $1 == nil }) {
                refuse(index + 1, id: "angka harus bilangan bulat", en: "figures must be whole numbers")
            } else if lines[region] != nil {
                refuse(index + 1, id: "wilayah ini sudah disebut", en: "this region stands twice")
            } else {
                lines[region] = Line(eligible: numbers[0], recorded: numbers[1], notRecorded: numbers[2])
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    private static func number(_ cell: String) -> Int? {
        let digits = cell.filter { $0 != "." && $0 != "," && $0 != " " && $0 != "\u{A0}" }
        guard !digits.isEmpty, digits.utf8.count <= 12, digits.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(digits)
    }
}
