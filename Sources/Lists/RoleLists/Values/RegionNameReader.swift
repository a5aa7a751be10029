import Civil
import Columns
import Tabular

/// Reads the region of each row from columns of names, where a list has no codes.
public struct RegionNameReader: Sendable {
    /// The columns' ids, from the kabupaten/kota down.
    static let columns = ["region_regency_name", "region_district_name", "region_village_name"]
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
            let names = places.indices.map { level -> [UInt8]? in
                guard places[level] != nil else { return nil }
                return index.form(
                    of: text.extracting(Int(cells[level].starts[row])..<Int(cells[level].ends[row])))
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
}
