import Civil
import Schema

/// The cells of a row by what they mean, for telling people from all else that stands in a list.
struct MappedCells: Sendable {
    private enum Meaning: Sendable {
        case key
        case date
        case code(Set<String>)
        /// RT, RW, TPS.
        case number
        case region
        case name
        /// The row of another list that a row speaks of.
        case reference
        case text
    }

    private let role: ListSchema.Role
    private let words: HeadingWords
    /// By cell: what it means and the column's id.
    private let meanings: [(cell: Int, meaning: Meaning, column: String)]
    /// The list's own headings, folded, by cell.
    private let headings: [Int: Set<String>]

    init(_ role: ListSchema.Role, map: [String: Int], _ headingRows: [[String]], _ words: HeadingWords) {
        self.role = role
        self.words = words
        meanings = map.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.compactMap { id, cell in
            role.column(id).map { (cell, id == role.speaksFor?.row ? .reference : Self.meaning(of: $0), id) }
        }
        var headings: [Int: Set<String>] = [:]
        for row in headingRows {
            for cell in Set(map.values) where row.indices.contains(cell) {
                headings[cell, default: []].insert(Folding.heading(row[cell]))
            }
        }
        self.headings = headings
    }

    private static func meaning(of column: ListSchema.Column) -> Meaning {
        switch column.kind {
        case .nik, .nkk: .key
        case .date: .date
        case .code: .code(Set(column.codes.flatMap { $0.words.map(Folding.code) }))
        case .integer, .regionPart: .number
        case .region: .region
        case .text: column.required || column.id == "name" ? .name : .text
        }
    }

    /// A heading again, or that of a second table: more than half of the filled cells are headings of the role, or say how
    /// to fill cells; beside a heading of the role those of others count too. Nil for a row of any other kind.
    func heading(_ texts: [String]) -> RecordProblem? {
        var filled = 0
        var named = 0
        /// Headings that lists of other roles alone have.
        var foreign = 0
        var isSecond = false
        var cells = Set<Int>()
        for (cell, _, _) in meanings where cells.insert(cell).inserted && cell < texts.count {
            let text = texts[cell]
            if Folding.isBlank(text) { continue }
            filled += 1
            if headings[cell]?.contains(Folding.heading(text)) == true || words.isLegend(text) {
                named += 1
                continue
            }
            let columns = words.columns(text, in: role)
            // `KAWIN` heads a column, and below it says that somebody is married.
            if isCode(text, cell) { continue }
            if columns.isEmpty {
                if words.isKnown(text) { foreign += 1 }
                continue
            }
            named += 1
            if !meanings.contains(where: { $0.cell == cell && columns.contains($0.column) }) { isSecond = true }
        }
        if named > 0, foreign > 0 {
            named += foreign
            isSecond = true
        }
        guard named * 2 > filled else { return nil }
        return isSecond ? .secondTable : .skippedHeading
    }

    private func isCode(_ text: String, _ cell: Int) -> Bool {
        meanings.contains { place, meaning, _ in
            if place == cell, case .code(let words) = meaning { words.contains(Folding.code(text)) } else { false }
        }
    }

    /// Whether a row has a NIK, a family card or a date of birth that can be read.
    func identifies(_ texts: [String]) -> Bool {
        meanings.contains { cell, meaning, _ in
            guard cell < texts.count, !Folding.isBlank(texts[cell]) else { return false }
            return switch meaning {
            case .key: KeyCell.isReadable(texts[cell])
            case .date: Self.isDate(texts[cell])
            default: false
            }
        }
    }

    /// Whether anything in a row says that it is somebody's.
    func isReadable(_ texts: [String]) -> Bool {
        var hasNumber = false
        for (cell, meaning, _) in meanings where cell < texts.count {
            let text = texts[cell]
            if Folding.isBlank(text) { continue }
            switch meaning {
            case .key: if KeyCell.isReadable(text) { return true }
            case .date: if Self.isDate(text) { return true }
            case .code(let words):
                let word = Folding.code(text)
                guard words.contains(word) else { continue }
                if !word.utf8.allSatisfy({ $0 &- 48 < 10 }) { return true }
                hasNumber = hasNumber || word != "0"
            case .number: if let number = WholeNumber.read(Array(text.utf8).span), number > 0 { hasNumber = true }
            case .region:
                if case .code = RegionReading.read(Array(text.utf8).span) { hasNumber = true }
            case .reference: if text.contains(":"), text.contains(where: \.isNumber) { return true }
            case .name, .text: continue
            }
        }
        return hasNumber && hasName(texts)
    }

    /// Whether a name with a letter stands in a row.
    func hasName(_ texts: [String]) -> Bool {
        meanings.contains { cell, meaning, _ in
            guard case .name = meaning, cell < texts.count else { return false }
            return texts[cell].unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
    }

    /// A date, or four digits and more with no word but a month's name: a place and a date below a signature are none.
    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch DateReading.read(bytes.span) {
        case .date: return true
        case .empty: return false
        case .unreadable:
            return bytes.count { $0 &- 48 < 10 } >= 4 && DateReading.hasNoWord(bytes.span)
        }
    }
}
