import Civil
import Columns
import RoleLists
import Schema
import Tabular

/// Cells of population rows to values: NIK, dates and regions, column by column.
enum DecodeStage {
    static func measure(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var (rows, bytes) = (0, 0)
        for list in try workload.lists() where list.isPopulation {
            var columns = DecodedColumns(list)
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
    private(set) var regions: [UInt64] = []
    private var regionReader: RegionReader

    init(_ list: ReadList) {
        regionReader = RegionReader(fallback: .unknown) { list.map[$0] }
    }

    mutating func decode(_ block: inout Block, _ list: ReadList) {
        for column in list.role.columns {
            guard let cell = list.map[column.id] else { continue }
            switch column.kind {
            case .nik: decodeKeys(&block, list, cell)
            case .date:
                block.gather(cell, of: list.text, into: &cells)
                dates.read(block.text, cells, days: &days, states: &states)
            case .region, .regionPart, .nkk, .text, .code, .integer: break
            }
        }
        decodeRegions(&block, list)
    }

    /// The region of each row, packed.
    mutating func decodeRegions(_ block: inout Block, _ list: ReadList) {
        regionReader.read(&block, list.text, into: &regions)
    }

    /// The NIK of each row, 0 where it cannot be a key.
    mutating func decodeKeys(_ block: inout Block, _ list: ReadList, _ cell: Int) {
        block.gather(cell, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &keys, findings: &states)
    }
}
