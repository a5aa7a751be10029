import Diagnostics
import Schema

/// Recognises a list that was given in the role of another.
extension OpeningProblem {
    /// Throws where the heading, and the sample of rows, speak for another role than the one asked for.
    ///
    /// A list that lacks a required column is of another role whose required columns it has. One that has them all is
    /// still of another role if nothing in its heading tells of the role asked for, and something tells of the other;
    /// a warning comes back where that other role is a list of persons, since any list may say more about a person.
    static func refuseOtherRole(
        _ file: String, _ heading: Heading, _ sample: RowSample, _ role: ListSchema.Role, _ schema: ListSchema,
        _ words: HeadingWords
    ) throws(Failure) -> Finding? {
        let isMissing = !heading.missing(of: role, words).isEmpty
        if !isMissing, heading.merged.contains(where: { words.isTelling($0, for: role) }) { return nil }
        var best: (role: ListSchema.Role, telling: Int, columns: Int)?
        for other in schema.roles where other.id != role.id && heading.missing(of: other, words).isEmpty {
            let telling = tellingColumns(heading, sample, other, words)
            let columns = heading.columns(of: other, words).count
            // The required columns of the other list may be known to this one too: `STATUS REKAM`.
            let isNamed = isMissing && other.columns.contains { $0.required && $0.kind != .nik }
            guard telling > 0 || isNamed else { continue }
            if let best, (best.telling, best.columns) >= (telling, columns) { continue }
            best = (other, telling, columns)
        }
        guard let best else { return nil }
        var finding = otherRole(file, heading, role, best.role)
        if isMissing || best.role.rows != .person { throw Failure(.input, finding) }
        // Any list may say where and when a person was born; one that has half of the columns says more than that.
        guard best.columns * 2 >= best.role.columns.count else { return nil }
        finding.severity = .warning
        return finding
    }

    /// Failure where no heading of the role asked for was found at all.
    static func noHeading(
        _ file: String, _ candidates: [DialectCandidate], _ role: ListSchema.Role, _ schema: ListSchema,
        _ words: HeadingWords
    ) -> Failure {
        var firstWords: [String] = []
        for column in role.columns where column.required { firstWords += column.headings.prefix(1) }
        let wanted = list(firstWords)
        let row = candidates.lazy.flatMap { $0.texts.prefix(Heading.searchedRows) }.first { cells in
            cells.count > 1 && cells.contains { !Folding.isBlank($0) } && !cells.contains { holdsDigits($0) }
        }
        let found = row?.filter { !Folding.isBlank($0) } ?? []
        // A row is quoted only if half of it is headings that a list may have: else it may be somebody's.
        let isHeading = !found.isEmpty && found.count(where: words.isKnown) * 2 >= found.count
        let quoted = isHeading ? listed(found) : ""
        return Failure(
            .input,
            Finding(
                code: "no_heading",
                message: Bilingual(
                    id: "tidak ada baris judul kolom di antara \(Heading.searchedRows) baris pertama"
                        + (quoted.isEmpty ? "" : "; yang ada: \(quoted)"),
                    en: "there is no heading row among the first \(Heading.searchedRows) rows"
                        + (quoted.isEmpty ? "" : "; found: \(quoted)")),
                remedy: Bilingual(
                    id: "beri \(title(role, .indonesian)) baris judul dengan paling sedikit: \(wanted)",
                    en: "give the \(title(role, .english)) a heading row with at least: \(wanted)"),
                location: SourceLocation(file: file)))
    }

    private static func otherRole(
        _ file: String, _ heading: Heading, _ role: ListSchema.Role, _ other: ListSchema.Role
    ) -> Finding {
        let headings = listed(heading.merged.filter { !Folding.isBlank($0) })
        return Finding(
            code: "wrong_role",
            message: Bilingual(
                id:
                    "diberikan sebagai \"\(title(role, .indonesian))\", tetapi tampaknya \"\(title(other, .indonesian))\"; "
                    + "judul yang ada: \(headings)",
                en: "given as \"\(title(role, .english))\", but it looks like \"\(title(other, .english))\"; "
                    + "headings found: \(headings)"),
            remedy: Bilingual(
                id: "berikan dengan --\(other.option)", en: "give it with --\(other.option)"),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    /// Columns of a role that no other role has under these headings. A coded column tells only if most of its cells
    /// are words of its table.
    private static func tellingColumns(
        _ heading: Heading, _ sample: RowSample, _ other: ListSchema.Role, _ words: HeadingWords
    ) -> Int {
        var telling = Set<String>()
        for (cell, text) in heading.merged.enumerated() where words.isTelling(text, for: other) {
            guard let id = words.column(text, in: other), let column = other.column(id), column.kind != .nik else {
                continue
            }
            if column.kind == .text, other.rows != .person { continue }
            if column.kind == .code, !areWords(cell, of: column, sample) { continue }
            telling.insert(id)
        }
        return telling.count
    }

    private static func areWords(_ cell: Int, of column: ListSchema.Column, _ sample: RowSample) -> Bool {
        let words = Set(column.codes.flatMap { $0.words.map(Folding.code) })
        let filled = sample.indices.compactMap { sample.text($0, cell) }.filter { !Folding.isBlank($0) }
        return filled.count { words.contains(Folding.code($0)) } * 2 >= max(filled.count, 1)
    }

    private static func holdsDigits(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } >= 4
    }
}
