import Civil
import Diagnostics
import RunFolder

/// Region codes of people that neither the region table given with `--regions` nor the rules have.
struct UnknownRegions {
    private(set) var people = 0
    private(set) var codes: Set<String> = []

    /// Codes are missed only at levels (kabupaten, kecamatan, desa) of which the table has any.
    ///
    /// - Parameters:
    ///   - table: the names of the table given.
    ///   - names: those and the names of the rules.
    init(_ totals: RegionTotals, table: [String: String], names: [String: String]) {
        let levels = Set(table.keys.map(\.utf8.count))
        for (code, row) in zip(totals.codes, totals.rows)
        where levels.contains(code.length) && names[code.description] == nil {
            people += row.persons
            codes.insert(code.description)
        }
    }

    func warnings(_ path: String) -> [Finding] {
        guard people > 0 else { return [] }
        let shown = codes.sorted().prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
        return [
            Finding(
                code: "unknown_regions", severity: .warning,
                message: Bilingual(
                    id: "\(codes.count) kode wilayah dari \(people) orang tidak ada di tabel ini: \(shown)",
                    en: "\(codes.count) region \(Plural.of(codes.count, "code", "codes")) of \(people) "
                        + "\(Plural.of(people, "person", "people")) \(Plural.of(codes.count, "is", "are")) not in this table: "
                        + shown),
                remedy: Bilingual(
                    id: "lengkapi tabelnya atau betulkan kodenya", en: "complete the table or correct the codes"),
                location: SourceLocation(file: path))
        ]
    }
}
