public import Civil
import Columns
public import Tabular

/// Reads the region of each row: from a code cell, from cells of its parts, or the one given for the list.
public struct RegionReader: Sendable {
    private let code: Int?
    private let parts: [Int?]
    private let fallback: RegionCode
    private var names: RegionNameReader?
    private var cells = TextColumn()
    private var partCells = [TextColumn](repeating: TextColumn(), count: 4)
    private var memo = CellMemo()
    private var found: [UInt64] = []
    /// What the memo holds for a cell of blanks; no packed code is 0.
    private static let blank: UInt64 = 0
    /// Cells that hold something that is no region code.
    public private(set) var unreadable = 0

    public init(_ list: OpenList) {
        self.init(fallback: list.defaultRegion, cell: list.cell)
        names = RegionNameReader(list)
    }

    /// Of a list whose regions are codes. `cell` says where a column stands.
    public init(fallback: RegionCode, cell: (_ column: String) -> Int?) {
        code = cell("region")
        parts = ["region_province", "region_regency", "region_district", "region_village"].map(cell)
        self.fallback = fallback
    }

    /// Packed codes, one a row.
    public mutating func read(_ block: inout Block, _ list: ListText, into regions: inout [UInt64]) {
        ColumnDecoding.fill(&regions, block.rows, with: fallback.packed)
        if let code {
            block.gather(code, of: list, into: &cells)
            readCodes(block.text, into: &regions)
        } else if parts[0] != nil {
            for (place, part) in parts.enumerated() {
                guard let part else { break }
                block.gather(part, of: list, into: &partCells[place])
            }
            readParts(block.text, into: &regions)
        } else {
            unreadable += names?.read(&block, list, into: &regions) ?? 0
        }
    }

    private mutating func readCodes(_ bytes: [UInt8], into regions: inout [UInt64]) {
        var row = memo.read(bytes, cells, from: 0, into: &found)
        while row < cells.count {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            found[row] =
                switch RegionReading.read(bytes.span, from: start, to: end) {
                case .empty: Self.blank
                case .code(let code): code.packed
                case .unreadable: RegionCode.unknown.packed
                }
            memo.learn(bytes, from: start, to: end, value: found[row])
            row = memo.read(bytes, cells, from: row + 1, into: &found)
        }
        let unknown = RegionCode.unknown.packed
        var to = regions.mutableSpan
        let found = self.found
        let from = found.span
        for row in 0..<from.count where from[row] != Self.blank {
            to[row] = from[row]
            if from[row] == unknown { unreadable += 1 }
        }
    }

    private mutating func readParts(_ bytes: [UInt8], into regions: inout [UInt64]) {
        let text = bytes.span
        for row in regions.indices {
            var numbers: [Int32?] = [nil, nil, nil, nil]
            var damaged = false
            var filled = false
            for (place, part) in parts.enumerated() {
                guard part != nil else { break }
                let start = Int(partCells[place].starts[row])
                let end = Int(partCells[place].ends[row])
                if isBlank(text, start, end) { break }
                filled = true
                guard let number = WholeNumber.read(text, from: start, to: end) else {
                    damaged = true
                    break
                }
                numbers[place] = number
            }
            if !filled { continue }
            let code =
                damaged
                ? RegionCode.unknown
                : RegionCode.joining(
                    province: numbers[0], regency: numbers[1], district: numbers[2], village: numbers[3])
            if code.isUnknown { unreadable += 1 }
            regions[row] = code.packed
        }
    }

    private func isBlank(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        NormalForm.of(text.extracting(start..<max(start, end))).isEmpty
    }
}
