import Civil
import Columns
import Tabular

/// Where the people of each region stand in the lists, found in the first reading.
///
/// Lists mostly come area by area. Where they do, the second reading takes them in region order, so that the lines of
/// exported people are written as they are decided; where regions are scattered, it takes them as they stand.
public struct AreaMap: Sendable {
    /// Whole records of one list that are read in one go.
    public struct Unit: Sendable {
        /// Index in the population lists.
        public var list: Int
        /// File offsets.
        public var start: Int
        public var end: Int
        /// Row number of the first record.
        public var row: Int

        public init(list: Int, start: Int, end: Int, row: Int) {
            self.list = list
            self.start = start
            self.end = end
            self.row = row
        }
    }

    /// Rows of one region that follow each other; rows of no known region among them do not part them.
    private struct Area: Sendable {
        var region: UInt64
        var unit: Unit
    }

    private var areas: [Area] = []
    private var bytes = 0
    private var isScattered = false

    /// Takes in a block; `range` is where its records stand in the file.
    mutating func add(_ block: Block, _ regions: [UInt64], list: Int, _ range: Range<Int>) {
        bytes += range.count
        if isScattered || regions.isEmpty { return }
        let unknown = RegionCode.unknown.packed
        var region = unknown
        var unit = Unit(list: list, start: range.lowerBound, end: range.upperBound, row: block.firstRow)
        for row in 0..<block.rows where regions[row] != region && regions[row] != unknown {
            if region != unknown {
                unit.end = block.fileOffset(ofRow: row)
                areas.append(Area(region: region, unit: unit))
                unit = Unit(list: list, start: unit.end, end: range.upperBound, row: block.rowNumber(row))
            }
            region = regions[row]
        }
        areas.append(Area(region: region, unit: unit))
        forgetScattered(4096)
    }

    mutating func add(_ other: AreaMap) {
        bytes += other.bytes
        isScattered = isScattered || other.isScattered
        areas += other.areas
        forgetScattered(4096)
    }

    /// The memory of many short areas is better used otherwise.
    private mutating func forgetScattered(_ shortest: Int) {
        isScattered = isScattered || areas.count > 1024 + bytes / shortest
        if isScattered { areas = [] }
    }

    /// The lists in region order, cut into units of about `size` bytes; nil where that would be too many short ones.
    public func units(size: Int) -> [Unit]? {
        if isScattered { return nil }
        let sorted = areas.sorted {
            ($0.region, $0.unit.list, $0.unit.start) < ($1.region, $1.unit.list, $1.unit.start)
        }
        var units: [Unit] = []
        for area in sorted {
            if let last = units.last, last.list == area.unit.list, last.end == area.unit.start,
                area.unit.end - last.start <= size
            {
                units[units.count - 1].end = area.unit.end
            } else {
                units.append(area.unit)
            }
        }
        return units.count <= 256 + bytes / (16 << 10) ? units : nil
    }
}
