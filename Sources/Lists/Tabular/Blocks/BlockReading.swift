import Columns
import Schema

extension ListText {
    /// Bytes read beyond a block's end at first, for the record that crosses it.
    static let overhang = 4 << 10

    /// Reads the records that begin at file offsets `start ..< limit` into `block`; returns where the next one begins.
    ///
    /// `start` must be where a record begins. Bytes already in the block are used again.
    func read(from start: Int, limit: Int, into block: inout Block) throws(FileError) -> Int {
        block.clear()
        if start < block.offset || limit > block.offset + block.size {
            try fill(&block, from: start, count: min(limit - start + Self.overhang, file.size - start))
        }
        let base = block.offset
        let scan = self.scan
        var at = start - base
        let localLimit = limit - base
        while true {
            let final = base + block.size >= file.size
            let before = block.bounds.rows
            let stop = scan.scan(
                block.text, from: at, to: block.size, limit: localLimit, final: final,
                into: &block.bounds, high: &block.high)
            block.countRecords(block.bounds.rows - before)
            switch stop {
            case .limit(let next):
                finish(&block, start - base..<next)
                return base + next
            case .incomplete(let record):
                at = record
                if block.size - record > 2 * RecordGrammar.longestQuotedRun {
                    at = try readExactly(record, &block)
                } else {
                    try extend(&block)
                }
            case .irregular(let record):
                at = try readExactly(record, &block)
            }
            if at >= localLimit || base + at >= file.size {
                finish(&block, start - base..<at)
                return base + at
            }
        }
    }

    /// Reads one record by the whole grammar and files it as a row or a problem; returns where the next one begins.
    func readExactly(_ record: Int, _ block: inout Block) throws(FileError) -> Int {
        while true {
            let final = block.offset + block.size >= file.size
            var cells = block.cells
            let reading = grammar.read(
                block.text.span, from: record, to: block.size, final: final, cells: &cells)
            block.cells = cells
            switch reading {
            case .incomplete:
                try extend(&block)
            case .endless:
                block.problems.append(Block.Problem(ordinal: block.records, kind: .cellTooLong, cells: 0))
                block.records += 1
                return try skipLine(from: block.offset + record) - block.offset
            case .rejected(let kind, let next):
                noteHigh(record..<next, &block)
                block.problems.append(Block.Problem(ordinal: block.records, kind: kind, cells: cells.count - 1))
                block.records += 1
                return next
            case .cells(let next):
                noteHigh(record..<next, &block)
                closeBehindBlanks(cells, &block.text)
                file(cells, &block)
                return next
            }
        }
    }

    /// Moves closing quotes behind the blanks that follow them, so that quotes stand around the whole cell.
    private func closeBehindBlanks(_ cells: [UInt32], _ text: inout [UInt8]) {
        guard grammar.quoting else { return }
        let quote = UInt8(ascii: "\"")
        for cell in 0..<(cells.count - 1) {
            let start = Int(cells[cell])
            var end = Int(cells[cell + 1]) - 1
            guard start < end, text[start] == quote else { continue }
            if cell == cells.count - 2, text[end - 1] == 13 { end -= 1 }
            var closing = end
            while closing > start + 1, grammar.isBlank(text[closing - 1]) { closing -= 1 }
            guard closing < end, closing - 1 > start, text[closing - 1] == quote else { continue }
            for place in closing..<end { text[place - 1] = text[place] }
            text[end - 1] = quote
        }
    }

    /// Files a record of any number of cells: a row if it has the list's width, or more cells that are all empty.
    private func file(_ cells: [UInt32], _ block: inout Block) {
        let count = cells.count - 1
        if count >= width, (width..<count).allSatisfy({ Folding.isBlank(cellText(cells, $0, block.text)) }) {
            block.bounds.append(cells[0...width])
            block.ordinals.append(UInt32(truncatingIfNeeded: block.records))
        } else {
            let texts = (0..<count).map { cellText(cells, $0, block.text) }
            // What a short row says stands in no column: it names nobody, and may name somebody.
            var kind = kinds.kind(of: texts) ?? .cellCount
            if kind == .skippedNote || kind == .skippedName { kind = .cellCount }
            block.problems.append(Block.Problem(ordinal: block.records, kind: kind, cells: count))
        }
        block.records += 1
    }

    /// The text of one cell of a record, without its quotes.
    private func cellText(_ cells: [UInt32], _ cell: Int, _ text: [UInt8]) -> String {
        let start = Int(cells[cell])
        var end = max(start, Int(cells[cell + 1]) - 1)
        if cell == cells.count - 2, end > start, text[end - 1] == 13 { end -= 1 }
        return plain(text.span.extracting(start..<end))
    }

    /// The text of a cell without its quotes; empty for the list's word for empty.
    private func plain(_ cell: Span<UInt8>) -> String {
        let text = CellText.plain(cell, quoting: grammar.quoting)
        return emptyWord.map { text.utf8.elementsEqual($0) } ?? false ? "" : text
    }

    /// - Parameter range: the block's records.
    private func finish(_ block: inout Block, _ range: Range<Int>) {
        // Nearly all lists are UTF-8: one look at the whole spares one at every cell.
        if block.high, Windows1252.isUTF8(block.text.span.extracting(range)) { block.high = false }
        dropSpecialRows(&block)
        #if DEBUG
            if losesRows { block.loseLastRow() }
        #endif
    }

    /// Takes rows that are blank, headings, numbering or totals out of the block and lists them.
    private func dropSpecialRows(_ block: inout Block) {
        var special: [(row: Int, kind: RecordProblem)] = []
        // Nearly all keys are of their length: the others are looked at.
        block.bounds.rows(
            whereCell: keyColumn, isNotOfLength: RowKinds.keyDigits, ofDigitsIn: block.text, into: &block.odd)
        for row in block.odd {
            let key = block.bounds.cell(row, keyColumn)
            if RowKinds.isPlainKey(block.text.span.extracting(key)) { continue }
            let texts = (0..<width).map { column -> String in
                var cell = block.bounds.cell(row, column)
                if column == width - 1, let last = cell.last, block.text[last] == 13 { cell = cell.dropLast() }
                return plain(block.text.span.extracting(cell))
            }
            if let kind = kinds.kind(of: texts) { special.append((row, kind)) }
        }
        if special.isEmpty { return }
        for (row, kind) in special {
            block.problems.append(Block.Problem(ordinal: Int(block.ordinals[row]), kind: kind, cells: width))
        }
        block.problems.sort { $0.ordinal < $1.ordinal }
        let dropped = Set(special.map(\.row))
        block.bounds.remove { dropped.contains($0) }
        var row = -1
        block.ordinals.removeAll { _ in
            row += 1
            return dropped.contains(row)
        }
    }

    private func noteHigh(_ range: Range<Int>, _ block: inout Block) {
        if !block.high { block.high = block.text[range].contains { $0 > 127 } }
    }

    func fill(_ block: inout Block, from start: Int, count: Int) throws(FileError) {
        block.reserve(count)
        block.offset = start
        block.size = try file.read(at: start, count: count, into: &block.text)
        if block.size < count { throw FileError.cutShort(file.path) }
    }

    /// Reads as many bytes again as there are.
    private func extend(_ block: inout Block) throws(FileError) {
        let more = min(max(block.size, 64 << 10), file.size - block.offset - block.size)
        block.reserve(block.size + more)
        let got = try file.read(
            at: block.offset + block.size, count: more, into: &block.text, position: block.size)
        if got < more { throw FileError.cutShort(file.path) }
        block.size += got
    }

    /// Where the line behind the next line end begins, reading through the file without keeping it.
    private func skipLine(from offset: Int) throws(FileError) -> Int {
        var window = [UInt8](repeating: 0, count: 1 << 20)
        var at = offset
        while at < file.size {
            let got = try file.read(at: at, count: window.count, into: &window)
            if got == 0 { break }
            if let end = window[..<got].firstIndex(of: grammar.newline) { return at + end + 1 }
            at += got
        }
        return file.size
    }
}
