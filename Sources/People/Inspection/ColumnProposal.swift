import Schema
import Tabular

/// Which cell is proposed as which column of a role: by its heading, or else by what its cells hold.
struct ColumnProposal {
    struct Choice {
        var column: ListSchema.Column
        var cell: Int
        var basis: Inspection.Basis
    }

    private(set) var choices: [Choice] = []
    /// Cells whose heading no role knows: what they are may be guessed.
    private var strangers: Set<Int> = []

    var map: [String: Int] { Dictionary(choices.map { ($0.column.id, $0.cell) }) { first, _ in first } }

    func choice(at cell: Int) -> Choice? { choices.first { $0.cell == cell } }
    func choice(_ id: String) -> Choice? { choices.first { $0.column.id == id } }

    init(_ layout: ListLayout, _ facts: [ContentFacts], role: ListSchema.Role, _ words: HeadingWords) {
        for (cell, heading) in layout.headings.enumerated() {
            guard let id = words.column(heading, in: role), let column = role.column(id) else { continue }
            if let place = choices.firstIndex(where: { $0.column.id == id }) {
                // Of two headings for one column the one whose cells fit better; of equals the first.
                if (facts[cell].fitting(column) ?? 0) > (facts[choices[place].cell].fitting(column) ?? 0) {
                    choices[place].cell = cell
                }
            } else {
                choices.append(Choice(column: column, cell: cell, basis: .heading))
            }
        }
        strangers = Set(layout.headings.indices.filter { !words.isKnown(layout.headings[$0]) })
        proposeNumbers(facts, role)
        proposeName(facts, role)
        proposeDate(facts, role)
        proposeRegion(facts, role)
        proposeCodes(facts, role)
        choices.sort { $0.cell < $1.cell }
    }

    private func free(_ facts: [ContentFacts], _ isFit: (ContentFacts) -> Bool) -> [Int] {
        strangers.sorted().filter { choice(at: $0) == nil && facts[$0].filled > 0 && isFit(facts[$0]) }
    }

    private mutating func propose(_ column: ListSchema.Column, _ cell: Int) {
        choices.append(Choice(column: column, cell: cell, basis: .content))
    }

    private func missing(_ role: ListSchema.Role, _ kind: ListSchema.Column.Kind) -> [ListSchema.Column] {
        role.columns.filter { $0.kind == kind && choice($0.id) == nil }
    }

    /// NIKs and family cards both have sixteen digits with a date inside; the day of a woman's NIK is above 40.
    private mutating func proposeNumbers(_ facts: [ContentFacts], _ role: ListSchema.Role) {
        let numbers = free(facts) { $0.isMostly($0.sixteenDigits) }
        let women = numbers.filter { facts[$0].isMostly(facts[$0].niks) && facts[$0].womenNIKs > 0 }
        if let nik = missing(role, .nik).first {
            if women.count == 1 {
                propose(nik, women[0])
            } else if women.isEmpty, numbers.count == 1, facts[numbers[0]].isMostly(facts[numbers[0]].niks) {
                propose(nik, numbers[0])
            }
        }
        let left = numbers.filter { choice(at: $0) == nil && facts[$0].womenNIKs == 0 }
        if choices.contains(where: { $0.column.kind == .nik }), let nkk = missing(role, .nkk).first, left.count == 1 {
            propose(nkk, left[0])
        }
    }

    /// A role that requires a name: the first column of words that nearly all differ.
    private mutating func proposeName(_ facts: [ContentFacts], _ role: ListSchema.Role) {
        guard let name = missing(role, .text).first(where: \.required) else { return }
        if let cell = free(facts, { $0.isMostly($0.names) && $0.areDistinct }).first { propose(name, cell) }
    }

    private mutating func proposeDate(_ facts: [ContentFacts], _ role: ListSchema.Role) {
        let dates = free(facts) { $0.isMostly($0.dates) }
        let missing = missing(role, .date)
        if dates.count == 1, missing.count == 1 { propose(missing[0], dates[0]) }
    }

    private mutating func proposeRegion(_ facts: [ContentFacts], _ role: ListSchema.Role) {
        let cells = free(facts) { $0.isMostly($0.regions) }
        if let region = missing(role, .region).first, !choices.contains(where: { $0.column.kind == .regionPart }),
            cells.count == 1
        {
            propose(region, cells[0])
        }
    }

    /// A cell whose words all stand in the table of one column alone is that column; then the next, until none is left
    /// that can be told.
    private mutating func proposeCodes(_ facts: [ContentFacts], _ role: ListSchema.Role) {
        while true {
            let columns = missing(role, .code)
            let cells = free(facts) { $0.words.count >= 2 && $0.words.count <= 64 }
            var fits: [(cell: Int, column: ListSchema.Column)] = []
            for cell in cells {
                let fit = columns.filter { facts[cell].fitting($0) == facts[cell].filled }
                if fit.count == 1 { fits.append((cell, fit[0])) }
            }
            let only = fits.first { fit in fits.count { $0.column.id == fit.column.id } == 1 }
            guard let only else { return }
            propose(only.column, only.cell)
        }
    }
}
