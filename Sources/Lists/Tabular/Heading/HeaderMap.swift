import Diagnostics
import Schema

/// Which cell is which column of a role.
struct HeaderMap {
    /// Column id -> cell.
    var cells: [String: Int] = [:]
    /// Cells that hold two columns, at least one of which has no cell of its own.
    var combined: [CombinedColumn] = []
    /// Headings that are no column of the role.
    var unknown: [String] = []
    var warnings: [Finding] = []

    /// Maps headings; two for one column are told apart by a sample of rows.
    ///
    /// - Throws: for a required column that is missing, or two for one column that both hold data.
    init(
        _ heading: Heading, sample: RowSample, role: ListSchema.Role, words: HeadingWords, file: String
    ) throws(Failure) {
        let headings = heading.merged
        var candidates: [String: [Int]] = [:]
        for (cell, text) in headings.enumerated() where !Folding.isBlank(text) {
            if let column = words.column(text, in: role) {
                candidates[column, default: []].append(cell)
            } else if let both = words.combined(text, in: role) {
                combined.append(CombinedColumn(cell: cell, columns: both.columns, form: both.form))
            } else {
                unknown.append(text)
            }
        }
        combined = CombinedColumn.needed(combined) { candidates[$0] != nil }
        var problems: [Finding] = []
        for column in role.columns where !combined.contains(where: { $0.columns.contains(column.id) }) {
            guard let found = candidates[column.id] else {
                if column.required {
                    problems.append(OpeningProblem.missing(column, file, heading, role, words))
                } else if column.isExpected {
                    warnings.append(OpeningProblem.lacking(column, file, row: heading.row + 1))
                }
                continue
            }
            switch Self.choose(found, column, headings, sample) {
            case .cell(let cell): cells[column.id] = cell
            case .preferred(let cell):
                cells[column.id] = cell
                warnings.append(OpeningProblem.severalHeadings(column, cell, found, file, heading))
            case .ambiguous(let among): problems.append(OpeningProblem.ambiguous(column, among, file, heading))
            }
        }
        guard problems.isEmpty else { throw Failure(.input, problems) }
        // A list that speaks of rows may show NIKs as masked as it likes.
        for column in role.columns where column.kind == .nik && column.required && role.speaksFor == nil {
            guard let cell = cells[column.id], !sample.isEmpty else { continue }
            if sample.indices.allSatisfy({ Self.isEmpty(sample.text($0, cell)) }) {
                warnings.append(OpeningProblem.emptyKeys(file, heading, cell))
            } else if sample.indices.allSatisfy({ row in
                let text = sample.text(row, cell)
                return Self.isMasked(text) || Self.isEmpty(text)
            }) {
                warnings.append(OpeningProblem.masked(file, heading, cell))
            }
        }
    }

    private enum Choice {
        case cell(Int)
        /// One of several by the order of headings in the schema.
        case preferred(Int)
        case ambiguous([Int])
    }

    private static func choose(
        _ cells: [Int], _ column: ListSchema.Column, _ headings: [String], _ sample: RowSample
    ) -> Choice {
        if let only = cells.first, cells.count == 1 { return .cell(only) }
        var left = cells.filter { cell in sample.indices.contains { !isEmpty(sample.text($0, cell)) } }
        let full = left.filter { cell in
            sample.indices.contains { row in
                let text = sample.text(row, cell)
                return !isEmpty(text) && !isMasked(text)
            }
        }
        if !full.isEmpty { left = full }
        guard let first = left.first else { return .cell(cells.first ?? 0) }
        if left.count == 1 || left.dropFirst().allSatisfy({ areEqual(sample, first, $0) }) { return .cell(first) }
        let folded = left.map { Folding.heading(headings[$0]) }
        if column.kind == .nik || Set(folded).count < folded.count { return .ambiguous(left) }
        for word in column.headings.map(Folding.heading) {
            if let place = folded.firstIndex(of: word) { return .preferred(left[place]) }
        }
        return .preferred(first)
    }

    private static func isEmpty(_ cell: String?) -> Bool {
        guard let cell else { return true }
        return Folding.isBlank(cell) || cell == "-" || cell == "0"
    }

    /// `127190**********`, `127190xxxxxxxxxx`.
    private static func isMasked(_ cell: String?) -> Bool {
        guard let text = cell?.utf8 else { return false }
        if text.contains(0x2A) { return true }
        let crosses = text.count { $0 | 0x20 == 0x78 }
        return crosses > 0 && text.allSatisfy { $0 | 0x20 == 0x78 || $0 &- 48 <= 9 || $0 == 0x20 }
    }

    private static func areEqual(_ sample: RowSample, _ left: Int, _ right: Int) -> Bool {
        sample.indices.allSatisfy { (sample.text($0, left) ?? "") == (sample.text($0, right) ?? "") }
    }
}
