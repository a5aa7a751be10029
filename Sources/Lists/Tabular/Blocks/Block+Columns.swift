public import Columns

extension Block {
    /// Copies out where the cells of one column are: unquoted, and in UTF-8.
    ///
    /// Cells that hold `""`, and cells that are not UTF-8, are rewritten behind the text.
    public mutating func gather(_ column: Int, of list: ListText, into cells: inout TextColumn) {
        bounds.gather(column, of: text, quoting: list.grammar.quoting, into: &cells, quoted: &quoted)
        let quote = UInt8(ascii: "\"")
        for row in quoted {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            guard end - start >= 2, text[end - 1] == quote else { continue }
            if text[(start + 1)..<(end - 1)].contains(quote) {
                let place = text.count
                var plain: [UInt8] = []
                CellText.appendUnquoted(text.span.extracting(start..<end), quoting: true, to: &plain)
                text.append(contentsOf: plain)
                cells.starts[row] = UInt32(truncatingIfNeeded: place)
                cells.ends[row] = UInt32(truncatingIfNeeded: text.count)
            } else {
                cells.starts[row] = UInt32(truncatingIfNeeded: start + 1)
                cells.ends[row] = UInt32(truncatingIfNeeded: end - 1)
            }
        }
        if let word = list.emptyWord {
            for row in 0..<cells.count where Int(cells.ends[row] - cells.starts[row]) == word.count {
                let range = Int(cells.starts[row])..<Int(cells.ends[row])
                if text[range].elementsEqual(word) { cells.ends[row] = cells.starts[row] }
            }
        }
        if high {
            for row in 0..<cells.count {
                let range = Int(cells.starts[row])..<Int(cells.ends[row])
                if isUTF8(range) { continue }
                let place = text.count
                text.append(contentsOf: Windows1252.text(Array(text[range])).utf8)
                cells.starts[row] = UInt32(truncatingIfNeeded: place)
                cells.ends[row] = UInt32(truncatingIfNeeded: text.count)
            }
        }
    }

    private func isUTF8(_ range: Range<Int>) -> Bool {
        text[range].allSatisfy { $0 < 128 } || Windows1252.isUTF8(text.span.extracting(range))
    }

    /// How many cells of the block's rows are not UTF-8.
    public func countForeignCells() -> Int {
        guard high else { return 0 }
        var count = 0
        for row in 0..<rows {
            for column in 0..<bounds.width where !isUTF8(bounds.cell(row, column)) { count += 1 }
        }
        return count
    }
}

extension Block {
    /// The text of one cell: unquoted, in UTF-8, empty for the list's word for empty. For cells that cannot be copied as
    /// they stand.
    public func cellText(_ row: Int, _ column: Int, of list: ListText) -> [UInt8] {
        var cell = bounds.cell(row, column)
        if column == list.width - 1, let last = cell.last, text[last] == 13 { cell = cell.dropLast() }
        var bytes: [UInt8] = []
        CellText.appendUnquoted(text.span.extracting(cell), quoting: list.grammar.quoting, to: &bytes)
        if let word = list.emptyWord, bytes == word { return [] }
        return Windows1252.isUTF8(bytes.span) ? bytes : Array(Windows1252.text(bytes).utf8)
    }

    /// Where that text stands in the block's bytes; nil where it does not stand there as it is.
    func plainCell(_ row: Int, _ column: Int, of list: ListText) -> Range<Int>? {
        var cell = bounds.cell(row, column)
        if column == list.width - 1, let last = cell.last, text[last] == 13 { cell = cell.dropLast() }
        let quote = UInt8(ascii: "\"")
        if list.grammar.quoting, cell.count >= 2, text[cell.lowerBound] == quote, text[cell.upperBound - 1] == quote {
            cell = cell.dropFirst().dropLast()
            if text[cell].contains(quote) { return nil }
        }
        if high, !isUTF8(cell) { return nil }
        if let word = list.emptyWord, text[cell].elementsEqual(word) { return cell.prefix(0) }
        return cell
    }
}
