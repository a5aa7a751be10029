/// One line of a made-up list and what is meant by it.
enum Line: Sendable, Equatable {
    /// A record: cells in the order of the columns, and how many empty cells stand beyond them.
    case record([String], surplus: Int)
    /// Cells that are written but make no row: a heading again, numbers, a total, nothing at all.
    case setAside([String], code: String)
    /// Bytes as they stand, with the code they are rejected with.
    case broken(String, code: String)
    /// A record written as an empty line.
    case emptyLine
}

/// A made-up list before it is written: what it holds, and how.
struct Table: Sendable {
    let role: String
    /// Path below the folder of the test.
    var path: String
    /// The name the results must give it.
    var list = ""
    var dialect: Dialect
    /// Column ids; empty for a column the program does not know.
    let columns: [String]
    let headings: [String]
    var titles: [String] = []
    var lines: [Line] = []
    var standingRegion: String?

    /// The bytes of the file, and the list as it was meant.
    func written(_ random: inout SeededRandom) -> (bytes: [UInt8], meant: ListFile) {
        var meant = ListFile(
            role: role, list: list, columns: Set(columns.filter { !$0.isEmpty }), rows: [],
            standingRegion: standingRegion)
        var bytes: [UInt8] = []
        if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
        if dialect.hasSeparatorLine { bytes += Array("sep=\(dialect.delimiter)\(dialect.lineEnd)".utf8) }
        var physical: [[UInt8]] = titles.map { Array($0.utf8) }
        physical.append(dialect.written(headings, &random))
        for line in lines {
            let row = physical.count + 1
            switch line {
            case .record(let cells, let surplus):
                let cells = cells.map(dialect.holdable)
                var byColumn: [String: String] = [:]
                for (column, cell) in zip(columns, cells) where !column.isEmpty { byColumn[column] = cell }
                if cells.allSatisfy({ Text.trimmed($0).isEmpty }) {
                    meant.setAside.append(SetAside(row: row, code: "skipped_blank"))
                } else if role != "population", NamelessRow.isNameless(byColumn) {
                    meant.setAside.append(SetAside(row: row, code: "skipped_note"))
                } else {
                    meant.rows.append(ListRow(row: row, cells: byColumn))
                }
                var line = dialect.written(cells, &random)
                for _ in 0..<surplus { line += Array(dialect.delimiter.utf8) }
                physical.append(line)
            case .setAside(let cells, let code):
                meant.setAside.append(SetAside(row: row, code: code))
                physical.append(dialect.written(cells.map(dialect.holdable), &random))
            case .broken(let text, let code):
                meant.setAside.append(SetAside(row: row, code: code))
                physical.append(Array(text.utf8))
            case .emptyLine:
                meant.setAside.append(SetAside(row: row, code: "skipped_blank"))
                physical.append([])
            }
        }
        for (place, line) in physical.enumerated() {
            bytes += line
            if place < physical.count - 1 || dialect.endsWithLineEnd { bytes += Array(dialect.lineEnd.utf8) }
        }
        return (bytes, meant)
    }

    /// Adds damage between the records: rows that are none, and records with surplus empty cells.
    mutating func damage(_ random: inout SeededRandom) {
        var damaged: [Line] = []
        if random.chance(30) { damaged.append(numbering(&random)) }
        for line in lines {
            var line = line
            if case .record(let cells, _) = line, dialect.hasQuoting, random.chance(2) {
                line = .record(cells, surplus: random.number(1...3))
            }
            damaged.append(line)
            if random.chance(3) { damaged.append(noRecord(like: line, &random)) }
        }
        if random.chance(30) {
            var total = headings.map { _ in "" }
            total[0] = random.pick(["JUMLAH", "TOTAL", "Jumlah"])
            if total.count > 2 { total[total.count - 1] = String(lines.count) }
            damaged.append(.setAside(total, code: "skipped_total"))
        } else if dialect.hasQuoting, random.chance(30), case .record(let cells, _) = lines.last {
            let start = dialect.written(Array(cells.dropLast()).map { _ in "x" }, &random)
            let text = String(decoding: start, as: UTF8.self) + dialect.delimiter + "\"tak tertutup"
            damaged.append(.broken(text, code: "unclosed_quote"))
        }
        lines = damaged
        // A final empty line without line end would be no line at all.
        if case .emptyLine = lines.last { dialect.endsWithLineEnd = true }
    }

    private func numbering(_ random: inout SeededRandom) -> Line {
        // One and two alone may as well be data.
        guard headings.count > 2 else { return .emptyLine }
        let form = random.pick(["N", "(N)", "-N"])
        let cells = headings.indices.map { form.replacing("N", with: String($0 + 1)) }
        return .setAside(cells, code: "skipped_numbering")
    }

    private func noRecord(like line: Line, _ random: inout SeededRandom) -> Line {
        guard case .record(let cells, _) = line else { return .emptyLine }
        switch random.number(1...7) {
        case 1: return .emptyLine
        case 2: return .setAside(headings.map { _ in "" }, code: "skipped_blank")
        case 3: return .setAside(headings, code: "skipped_heading")
        case 4: return numbering(&random)
        case 5:
            let kept = Array(cells.prefix(max(2, cells.count - random.number(1...2)))).map { $0.isEmpty ? "x" : $0 }
            return kept.count < cells.count ? .setAside(kept, code: "cell_count") : .emptyLine
        case 6: return .setAside(cells + ["lebih"], code: "cell_count")
        default:
            guard dialect.hasQuoting else { return .emptyLine }
            let rest = headings.dropFirst().map { _ in "y" }
            let text = (["\"salah\" kutip"] + rest).joined(separator: dialect.delimiter)
            return .broken(text, code: "broken_quoting")
        }
    }
}
