import Diagnostics
import Schema

/// Recognises a list that was given in the role of another.
extension OpeningProblem {
    /// Throws where the list tells of another role, and not of the one it was given in.
    ///
    /// A list that lacks a required column is of another role whose required columns it has. A warning comes back where
    /// nothing tells what the list is.
    ///
    /// - Parameter isAccepted: whether lists of this role are to be taken as given.
    static func refuseOtherRole(
        _ file: String, _ heading: Heading, _ sample: RowSample, _ role: ListSchema.Role, _ schema: ListSchema,
        _ words: HeadingWords, isAccepted: Bool
    ) throws(Failure) -> Finding? {
        let isMissing = !heading.missing(of: role, words).isEmpty
        if !isMissing, isAccepted || sample.isEmpty { return nil }
        let telling = RoleTelling(heading.merged, sample, words)
        if !isMissing, telling.tells(of: role) ?? true { return nil }
        var best: (role: ListSchema.Role, telling: Int, columns: Int)?
        for other in schema.roles where other.id != role.id && heading.missing(of: other, words).isEmpty {
            let found = telling.count(other)
            let columns = heading.columns(of: other, words).count
            // The required columns of the other list may be known to this one too: `STATUS REKAM`.
            let isNamed = isMissing && other.columns.contains { $0.required && $0.kind != .nik }
            guard telling.tells(of: other) ?? false || isNamed else { continue }
            if let best, (best.telling, best.columns) >= (found, columns) { continue }
            best = (other, found, columns)
        }
        if let best { throw Failure(.input, otherRole(file, heading, role, best.role, mayAccept: !isMissing)) }
        return isMissing ? nil : roleNotTold(file, heading, role)
    }

    private static func roleNotTold(_ file: String, _ heading: Heading, _ role: ListSchema.Role) -> Finding {
        Finding(
            code: "role_not_told", severity: .warning,
            message: Bilingual(
                id: "diberikan sebagai \"\(title(role, .indonesian))\", tetapi isinya tidak menunjukkan daftar apa ini",
                en: "given as \"\(title(role, .english))\", but nothing in it tells which list it is"),
            remedy: Bilingual(
                id: "pastikan berkasnya benar; bila benar, abaikan peringatan ini",
                en: "make sure that it is the right file; if it is, pass over this warning"),
            location: SourceLocation(file: file, row: heading.row + 1))
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
                    id: "tambahkan baris judul pada \(title(role, .indonesian)), paling sedikit: \(wanted)",
                    en: "give the \(title(role, .english)) a heading row with at least: \(wanted)"),
                location: SourceLocation(file: file)))
    }

    private static func otherRole(
        _ file: String, _ heading: Heading, _ role: ListSchema.Role, _ other: ListSchema.Role, mayAccept: Bool
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
                id: "berikan dengan --\(other.option)"
                    + (mayAccept ? "; atau terima apa adanya dengan --accept-role \(role.option)" : ""),
                en: "give it with --\(other.option)"
                    + (mayAccept ? "; or take it as given with --accept-role \(role.option)" : "")),
            location: SourceLocation(file: file, row: heading.row + 1))
    }

    private static func holdsDigits(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } >= 4
    }
}
