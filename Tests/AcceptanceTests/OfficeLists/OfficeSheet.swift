/// A sheet as an office keeps it, and the people who stand on it.
struct OfficeSheet: Sendable {
    /// Cells that are one: first and last row and cell, first = 0.
    struct Merge: Sendable {
        let rows: ClosedRange<Int>
        let cells: ClosedRange<Int>
    }

    /// A person put in: the row as a spreadsheet counts it, and what the results must say.
    struct Entry: Sendable {
        let row: Int
        let cells: [String: String]
    }

    let name: String
    private(set) var rows: [[OfficeCell]] = []
    private(set) var merges: [Merge] = []
    private(set) var people: [Entry] = []
    /// Rows below the heading that name nobody.
    private(set) var asides = 0

    init(name: String) { self.name = name }

    mutating func add(_ row: [OfficeCell]) { rows.append(row) }

    mutating func addAside(_ row: [OfficeCell]) {
        rows.append(row)
        asides += 1
    }

    mutating func addPerson(_ row: [OfficeCell], _ cells: [String: String]) {
        rows.append(row)
        people.append(Entry(row: rows.count, cells: cells))
    }

    /// Makes one cell of several: all but the first lose what they hold, as spreadsheets have it.
    mutating func merge(_ lines: ClosedRange<Int>, _ cells: ClosedRange<Int>) {
        guard lines.count > 1 || cells.count > 1 else { return }
        for row in lines {
            for cell in cells where (row, cell) != (lines.lowerBound, cells.lowerBound) { rows[row][cell] = .empty }
        }
        merges.append(Merge(rows: lines, cells: cells))
    }

    /// The sheet as text; `end` is its line end.
    func csv(delimiter: String, end: String) -> String {
        rows.map { row in
            row.map { cell in
                let text = cell.text
                let isPlain = !text.contains(delimiter) && !text.contains("\"")
                return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
            }.joined(separator: delimiter) + end
        }.joined()
    }
}
