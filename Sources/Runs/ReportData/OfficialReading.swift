public import Diagnostics
import RoleLists
public import Schema

extension OfficialTotals {
    /// The schema's table that says how such a file is headed.
    private static let table = "official"
    /// Problems told one by one.
    private static let mostProblems = 10

    /// Reads a table in any form that lists may have.
    ///
    /// - Parameters:
    ///   - names: of regions by their codes, for a table that has no codes.
    ///   - spools: the folder in which files without a name may lie.
    /// - Throws: `.input` with what cannot be read.
    public init(
        reading path: String, _ schema: ListSchema, names: [String: String], spools: String
    ) throws(Failure) {
        self.init()
        let table = try GivenTable(path, as: Self.table, schema, keepsTotals: true, spools: spools)
        notes = table.notes
        var reader = OfficialRows(table, schema, names)
        for row in table.rows { reader.read(row, into: &lines) }
        for record in table.broken { reader.read(record) }
        if !reader.problems.isEmpty { throw Failure(.input, Self.shortened(reader.problems, path)) }
        if lines.isEmpty { throw Failure(.input, Self.nothing(path)) }
        if !reader.without.isEmpty {
            let listed = RowNumbers.listed(reader.without)
            notes.append(
                Finding(
                    code: "official_without_figures", severity: .warning,
                    message: Bilingual(
                        id: "\(listed.indonesian) tanpa angka yang dapat dibaca; dilewati",
                        en: "\(listed.english) without figures that can be read; left out"),
                    location: SourceLocation(file: path)))
        }
    }

    private static func shortened(_ problems: [Finding], _ path: String) -> [Finding] {
        let more = problems.count - mostProblems
        guard more > 0 else { return problems }
        return problems.prefix(mostProblems) + [
            Finding(
                code: "official_unreadable",
                message: Bilingual(
                    id: "\(more) hal lain juga tidak dapat dibaca",
                    en: "\(more) more \(Plural.of(more, "thing", "things")) cannot be read"),
                location: SourceLocation(file: path))
        ]
    }

    private static func nothing(_ path: String) -> Finding {
        Finding(
            code: "official_unreadable",
            message: Bilingual(id: "tidak satu baris pun memuat angka", en: "no row holds any figures"),
            location: SourceLocation(file: path))
    }
}
