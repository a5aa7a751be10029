import Civil
import Columns
import Readiness
import Tabular

/// Cells of population rows to values: NIK, dates and regions, column by column.
enum DecodeStage {
    static func measure(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var (rows, bytes) = (0, 0)
        var columns = DecodedColumns()
        for list in try workload.lists() where list.isPopulation {
            try list.forEachBlock { block in
                watch.time { columns.decode(&block, list) }
                rows += block.rows
                bytes += block.size
            }
        }
        return StageFigures(.decode, unit: "people", seconds: watch.seconds, rows: rows, bytes: bytes)
    }
}

/// Columns a block's cells are decoded into; kept from block to block.
struct DecodedColumns {
    private var cells = TextColumn()
    private var dates = DateColumns()
    private(set) var keys: [UInt64] = []
    private var states: [UInt8] = []
    private var days: [Int32] = []
    private var codes: [UInt64] = []

    mutating func decode(_ block: inout Block, _ list: ReadList) {
        for column in list.role.columns {
            guard let cell = list.map[column.id] else { continue }
            switch column.kind {
            case .nik: decodeKeys(&block, list, cell)
            case .date:
                block.gather(cell, of: list.text, into: &cells)
                dates.read(block.text, cells, days: &days, states: &states)
            case .region:
                block.gather(cell, of: list.text, into: &cells)
                Self.regions(block, cells, &codes, &states)
            case .nkk, .text, .code, .integer, .regionPart: break
            }
        }
    }

    /// The NIK of each row, 0 where it cannot be a key.
    mutating func decodeKeys(_ block: inout Block, _ list: ReadList, _ cell: Int) {
        block.gather(cell, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &keys, findings: &states)
    }

    private static func regions(_ block: Block, _ cells: TextColumn, _ codes: inout [UInt64], _ states: inout [UInt8]) {
        size(&codes, cells.count)
        size(&states, cells.count)
        var codeSpan = codes.mutableSpan
        var stateSpan = states.mutableSpan
        RegionReading.decode(
            text: block.text.span, starts: cells.starts.span, ends: cells.ends.span, codes: &codeSpan,
            states: &stateSpan)
    }

    private static func size<Value: FixedWidthInteger>(_ column: inout [Value], _ count: Int) {
        if column.count > count { column.removeLast(column.count - count) }
        if column.count < count { column.append(contentsOf: repeatElement(0, count: count - column.count)) }
    }
}
