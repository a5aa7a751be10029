import Columns
import Schema
import Tabular

/// The role for which rows of a list are evidence, and from which of the list's columns its values come.
///
/// Mostly that is the list's own role; the code of a list that contributes (an answer) says which role a row goes to.
struct EvidenceTarget: Sendable {
    /// A column of codes of the list, or the same code for every row.
    enum CodeSource: Sendable {
        case column(Int)
        case fixed(UInt8)
    }

    /// Of a role whose latest row counts.
    struct Latest: Sendable {
        /// Place of the column that dates a row.
        var date: Int?
        var code: CodeSource
        /// Rank by number of the code, 1 first.
        var ranks: [UInt8]
    }

    let plan: EvidencePlan
    let codes: [CodeSource]
    /// Places among the list's columns; nil for what the list does not say.
    let numbers: [Int?]
    let latest: Latest?
    /// Rows are answers, which stand beside those of the lists.
    let isAnswer: Bool

    /// - Parameter contribution: what a row says of the role by its code alone; nil where the list is of the role itself.
    init(
        _ role: ListSchema.Role, _ plan: EvidencePlan, of columns: OtherListColumns,
        contribution: ListSchema.Contribution.Target? = nil
    ) {
        func code(_ id: String, _ words: [String]) -> CodeSource {
            guard let contribution else { return columns.code(id).map { .column($0) } ?? .fixed(0) }
            let number = contribution.codes[id].flatMap { words.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) }
            return .fixed(number ?? 0)
        }
        func number(_ id: String) -> Int? {
            let source = contribution.map { $0.dates[id] } ?? id
            return source.flatMap { columns.number($0) }
        }
        self.plan = plan
        isAnswer = contribution != nil
        codes = plan.codes.map { code($0.id, $0.words) }
        numbers = plan.numbers.map { number($0.id) }
        if case .latest(let date, let codeID, let order) = role.rows {
            let words = role.column(codeID).map { OtherListColumns.order($0, role) } ?? order
            latest = Latest(
                date: number(date), code: code(codeID, words),
                ranks: words.map { UInt8(clamping: order.firstIndex(of: $0) ?? 15) })
        } else {
            latest = nil
        }
    }
}
