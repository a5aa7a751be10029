import Civil
import Columns
import Schema
import Tabular

/// Reads the region of each row from columns of names, where a list has no codes.
public struct RegionNameReader: Sendable {
    /// The columns' ids, from the kabupaten/kota down.
    static let columns = ListSchema.regionNameColumns
    private static let mostMemorised = 1 << 16

    private let index: RegionNameIndex
    private let places: [Int?]
    private let given: RegionCode
    private var cells: [TextColumn]
    private var memo: [[[UInt8]?]: UInt64] = [:]

    /// nil for a list with codes or without columns of names.
    init?(_ list: OpenList) {
        let places = Self.columns.map(list.cell)
        guard let index = list.regionNames, Self.hasNames(list) else { return nil }
        self.index = index
        self.places = places
        given = list.defaultRegion
        cells = [TextColumn](repeating: TextColumn(), count: places.count)
    }

    /// Whether a list says its regions by names alone.
    public static func hasNames(_ list: OpenList) -> Bool {
        list.cell("region") == nil && list.cell("region_province") == nil && columns.contains { list.cell($0) != nil }
    }

    /// Fills the regions of a block; returns how many rows have a name that is not found.
    mutating func read(_ block: inout Block, _ list: ListText, into regions: inout [UInt64]) -> Int {
        for (level, place) in places.enumerated() {
            if let place { block.gather(place, of: list, into: &cells[level]) }
        }
        var unreadable = 0
        let text = block.text.span
        for row in regions.indices {
            var written: (code: RegionCode, level: Int)?
            let names = places.indices.map { level -> [UInt8]? in
                guard places[level] != nil else { return nil }
                let cell = text.extracting(Int(cells[level].starts[row])..<Int(cells[level].ends[row]))
                if Self.isMissing(cell) { return [] }
                if let code = Self.code(cell, level: level) {
                    written = (code, level)
                    return nil
                }
                return index.form(of: cell)
            }
            if let written {
                // It says all that names above it could; those below are looked for in it.
                let below = names.indices.map { $0 > written.level ? names[$0] : nil }
                regions[row] = (index.region(below, in: written.code) ?? .unknown).packed
                if regions[row] == RegionCode.unknown.packed { unreadable += 1 }
                continue
            }
            if names.allSatisfy({ $0?.isEmpty ?? true }) { continue }
            let code: UInt64
            if let known = memo[names] {
                code = known
            } else {
                code = (index.region(names, in: given) ?? .unknown).packed
                if memo.count < Self.mostMemorised { memo[names] = code }
            }
            if code == RegionCode.unknown.packed { unreadable += 1 }
            regions[row] = code
        }
        return unreadable
    }

    /// Digits of each level's codes.
    private static let digits = [4, 6, 10]

    /// The code that stands where a name is looked for: where a region has no name, its code does, on lists of this program.
    private static func code(_ cell: Span<UInt8>, level: Int) -> RegionCode? {
        var figures = 0
        for place in cell.indices {
            if 48...57 ~= cell[place] { figures += 1 } else if cell[place] != 32, cell[place] != 46 { return nil }
        }
        guard figures == digits[level], case .code(let code) = RegionReading.read(cell) else { return nil }
        return code
    }

    /// `-` and `0` say that there is nothing to say.
    private static func isMissing(_ cell: Span<UInt8>) -> Bool {
        cell.indices.allSatisfy { [32, 45, 46, 48].contains(cell[$0]) }
    }
}
