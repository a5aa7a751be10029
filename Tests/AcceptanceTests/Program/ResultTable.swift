/// A CSV file of the results, read as RFC 4180 has it: UTF-8, LF, quotes doubled.
struct ResultTable: Sendable {
    let header: [String]
    let rows: [[String: String]]

    init(_ text: String) {
        let records = ResultTable.records(text)
        let header = records.first ?? []
        self.header = header
        rows = records.dropFirst().map { cells in
            var row: [String: String] = [:]
            for (column, cell) in zip(header, cells) { row[column] = cell }
            if cells.count != header.count { row["(cells)"] = String(cells.count) }
            return row
        }
    }

    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var cells: [String] = []
        var cell: [Unicode.Scalar] = []
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        func endCell() {
            cells.append(Text.string(cell))
            cell = []
        }
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if scalars.first == "\"" {
                    cell.append(scalar)
                    scalars.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" && cell.isEmpty {
                isQuoted = true
            } else if scalar == "," {
                endCell()
            } else if scalar == "\n" {
                endCell()
                records.append(cells)
                cells = []
            } else {
                cell.append(scalar)
            }
        }
        if !cell.isEmpty || !cells.isEmpty {
            endCell()
            records.append(cells)
        }
        return records
    }

    /// A cell as results write it: what a spreadsheet would run gets a `'`, and one behind a blank where it may part cells.
    static func guarded(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@"]
        let dividers: Set<Unicode.Scalar> = [",", ";", "\t", "\n", "\r"]
        var guarded = ""
        if let first = scalars.first, formulas.contains(first) || ["\t", "\n", "\r"].contains(first) { guarded = "'" }
        for (place, scalar) in scalars.enumerated() {
            guarded.unicodeScalars.append(scalar)
            let next = scalars[(place + 1)...].first { $0 != "\"" }
            if dividers.contains(scalar), let next, formulas.contains(next) { guarded += " '" }
        }
        return guarded
    }
}
