import Civil
import Columns
import RoleLists
import Schema
import Tabular

/// One thread's reading of a whole list: shapes, NIKs, dates and codes, column by column.
struct ListSurvey: Sendable {
    /// One column, whatever it is proposed as.
    struct Column: Sendable {
        var kind: ListSchema.Column.Kind?
        var filled = 0
        var fitting = 0
        var shapes = ShapeCounts()
        /// Of cells that are not what the column asks for.
        var unfit = ShapeCounts()
        /// Of dates that can be read.
        var dates = ShapeCounts()
        var codes: CodeSurvey?
        /// Sixteen digits that end in 0.
        var endingInZero = 0

        /// Takes in the cells of a block.
        ///
        /// - Parameters:
        ///   - keys: of a column of NIKs: 0 where a cell is none.
        ///   - states: of a column of dates: 1 where a cell is one.
        ///   - words: takes in the words of names, places and addresses.
        mutating func take(
            _ text: [UInt8], _ cells: TextColumn, keys: [UInt64], states: [UInt8], words: inout TextWords
        ) {
            let bytes = text.span
            var shape: [UInt8] = []
            for row in 0..<cells.count {
                let start = Int(cells.starts[row])
                let end = Int(cells.ends[row])
                shape.removeAll(keepingCapacity: true)
                CellShape.append(bytes, start, end, to: &shape)
                if shape.isEmpty { continue }
                filled += 1
                shapes.add(shape)
                var fits = true
                switch kind {
                case .nik: fits = keys[row] != 0
                case .nkk:
                    let number = NKK.read(bytes, from: start, to: end)
                    fits = number != nil
                    if let number, number % 10 == 0 { endingInZero += 1 }
                case .date:
                    fits = states[row] == 1
                    if fits { dates.add(shape) }
                case .code: fits = codes?.add(bytes.extracting(start..<end)) ?? true
                case .integer, .regionPart: fits = WholeNumber.read(bytes, from: start, to: end) != nil
                case .region:
                    if case .unreadable = RegionReading.read(bytes, from: start, to: end) { fits = false }
                case .text, nil: words.add(bytes, start, end)
                }
                if fits { fitting += 1 } else { unfit.add(shape) }
            }
        }
    }

    var block: Block
    private(set) var counts = ListCounts()
    private(set) var rejected: [RejectedRow] = []
    private(set) var columns: [Column]
    private(set) var text = TextWords()
    /// By raw value of the finding; 0 = usable.
    private(set) var findings = [Int](repeating: 0, count: NIKFinding.allCases.count + 1)
    private(set) var keys: [UInt64] = []
    /// Rows by the first four digits of their region; all ones = none.
    private(set) var regions: [UInt64: Int] = [:]

    private let list: OpenList
    private var regionReader: RegionReader
    private var cells = TextColumn()
    private var dates = DateColumns()
    private var regionCodes: [UInt64] = []
    private var blockKeys: [UInt64] = []
    private var blockFindings: [UInt8] = []
    private var days: [Int32] = []
    private var states: [UInt8] = []

    init(_ list: OpenList) {
        self.list = list
        block = Block(width: list.text.width)
        regionReader = RegionReader(list)
        var columns = [Column](repeating: Column(), count: list.text.width)
        for (id, cell) in list.map where columns.indices.contains(cell) {
            guard let column = list.role.column(id) else { continue }
            columns[cell].kind = column.kind
            if column.kind == .code { columns[cell].codes = CodeSurvey(column) }
        }
        self.columns = columns
    }

    /// Takes in the block just read.
    mutating func take() {
        counts.take(block, list, &rejected)
        if block.rows == 0 { return }
        regionReader.read(&block, list.text, into: &regionCodes)
        for code in regionCodes {
            let region = RegionCode(trusted: code)
            let short = region.prefix(4).isUnknown ? region.prefix(2) : region.prefix(4)
            regions[short.packed, default: 0] += 1
        }
        for cell in columns.indices {
            block.gather(cell, of: list.text, into: &cells)
            switch columns[cell].kind {
            case .nik: takeNIKs()
            case .date: dates.read(block.text, cells, days: &days, states: &states)
            default: break
            }
            columns[cell].take(block.text, cells, keys: blockKeys, states: states, words: &text)
        }
    }

    private mutating func takeNIKs() {
        ColumnDecoding.niks(block.text, cells, keys: &blockKeys, findings: &blockFindings)
        for row in 0..<cells.count {
            findings[Int(blockFindings[row])] += 1
            if blockKeys[row] != 0 { keys.append(blockKeys[row]) }
        }
    }

    mutating func add(_ other: ListSurvey) {
        counts.add(other.counts)
        rejected += other.rejected
        text.add(other.text)
        for place in findings.indices { findings[place] += other.findings[place] }
        keys += other.keys
        regions.merge(other.regions, uniquingKeysWith: +)
        for cell in columns.indices where other.columns.indices.contains(cell) {
            columns[cell].filled += other.columns[cell].filled
            columns[cell].fitting += other.columns[cell].fitting
            columns[cell].endingInZero += other.columns[cell].endingInZero
            columns[cell].shapes.add(other.columns[cell].shapes)
            columns[cell].unfit.add(other.columns[cell].unfit)
            columns[cell].dates.add(other.columns[cell].dates)
            if let codes = other.columns[cell].codes { columns[cell].codes?.add(codes) }
        }
    }
}
