import Civil
import Diagnostics
import ReportData
import Rules
import RunFolder

/// What the sheet of people who share NIKs says of a row.
struct DuplicateWords: Sendable {
    private let source: ReportSource
    private let cells: FormCells
    /// Titles of the reasons that speak of shared NIKs, by id.
    private let signs: [String: Bilingual]
    private let reasons: [String: Bilingual]
    private let outcomes: [String: Bilingual]
    private let headings: PersonHeadings

    init(_ source: ReportSource) {
        self.source = source
        cells = FormCells(source, dateDivider: "/", masking: .none)
        let spoken: Set<ReasonRole> = [.repeatedNIK, .confirmed, .anothersNIK]
        signs = Dictionary(
            source.ruleset.reasons.compactMap { term in
                term.role.map { spoken.contains($0) } ?? false ? (term.id, term.title) : nil
            }
        ) { first, _ in first }
        reasons = Dictionary(source.ruleset.reasons.map { ($0.id, $0.title) }) { first, _ in first }
        outcomes = Dictionary(source.ruleset.outcomes.map { ($0.id, $0.title) }) { first, _ in first }
        headings = PersonHeadings(source.ruleset, source.language)
    }

    static func title(_ source: ReportSource) -> String {
        source.text("NIK yang tercatat lebih dari sekali", "NIKs listed more than once")
    }

    /// A heading of the sheet's own, or the first by which lists know the column.
    func heading(_ column: DuplicateColumn) -> String {
        if let heading = column.heading { return source.text(heading) }
        guard case .form(let content) = column.content else { return "" }
        return PersonColumn(rawValue: content.rawValue).map(headings.text) ?? content.rawValue
    }

    /// Whether a row says what it has in common with others, or who it is.
    func isMarked(_ people: PersonRows, _ row: Int) -> Bool { !signs(people, row).isEmpty }

    /// The row's NIK, cleaned: lists write one in several ways.
    func nik(_ people: PersonRows, _ row: Int) -> String { cells.text(.nik, people, row) }

    private func signs(_ people: PersonRows, _ row: Int) -> [Bilingual] {
        people.text(row, .reasons).split(separator: ";").compactMap { signs[String($0)] }
    }

    /// What cells are compared by: case, blanks, zeros before a number and what stands for an empty cell are nothing.
    static func compared(_ text: String) -> String {
        let form = String(decoding: NormalForm.of(Array(text.utf8).span), as: UTF8.self)
        if form == "-" { return "" }
        guard form.utf8.count < 5, let number = Int(form) else { return form }
        return number == 0 ? "" : String(number)
    }

    /// - Parameters:
    ///   - kabupaten: whose workbook it is: other kabupaten are named.
    ///   - number: of the NIK on the sheet.
    func text(
        _ column: DuplicateColumn, _ people: PersonRows, _ row: Int, _ kabupaten: String, number: Int
    ) -> String {
        switch column.content {
        case .number: return String(number)
        case .sign:
            let signs = signs(people, row).map(source.text)
            return signs.isEmpty
                ? source.text("Baris pertama NIK ini", "First row of this NIK") : signs.joined(separator: "; ")
        case .form(let content): return cells.text(content, people, row)
        case .region:
            let region = people.text(row, .region)
            let own = String(region.prefix(4))
            return own == kabupaten || own.utf8.count < 4
                ? source.name(region) : "\(source.name(region)), \(source.name(own))"
        case .code: return people.text(row, .code)
        case .reasons:
            let others = people.text(row, .reasons).split(separator: ";").filter { signs[String($0)] == nil }
            return others.map { reasons[String($0)].map(source.text) ?? String($0) }.joined(separator: "; ")
        case .outcome:
            let id = people.text(row, .outcome)
            return outcomes[id].map(source.text) ?? id
        case .list: return people.text(row, .list)
        case .row: return people.text(row, .row)
        }
    }
}
