import Columns
import Linkage

/// The rows of NIKs that several rows bear, NIK by NIK, those of one NIK in the order of the lists.
struct EqualNIKRows: Sendable {
    /// Where each row stands.
    private(set) var positions: [RowPosition] = []
    /// For each NIK its first row and its slot in the index.
    private(set) var groups: [(start: Int, slot: UInt32, nik: UInt64)] = []
    /// For each row its NIK.
    private var groupOfRow: [UInt32] = []
    /// The rows in the order of the lists.
    private(set) var order: [UInt32] = []

    var count: Int { positions.count }

    /// - Parameter repeated: in order of their NIKs, the rows that `index` does not have as the first of their NIK.
    init(_ repeated: ArraySlice<RepeatedNIK>, _ index: PersonIndex) {
        var keys: [UInt64] = []
        for row in repeated where keys.last != row.nik { keys.append(row.nik) }
        var slots: [UInt32] = []
        index.keys.find(keys, slots: &slots)
        positions.reserveCapacity(repeated.count + keys.count)
        groupOfRow.reserveCapacity(repeated.count + keys.count)
        var next = repeated.startIndex
        for (key, slot) in zip(keys, slots) {
            let start = positions.count
            positions.append(index.position(slot))
            while next < repeated.endIndex, repeated[next].nik == key {
                positions.append(repeated[next].position)
                next += 1
            }
            positions[start...].sort()
            groupOfRow.append(contentsOf: repeatElement(UInt32(groups.count), count: positions.count - start))
            groups.append((start, slot, key))
        }
        var order = RowOrder(count: positions.count)
        order.sort(by: positions)
        self.order = order.rows
    }

    /// The rows of a NIK.
    func range(_ group: Int) -> Range<Int> {
        groups[group].start..<(group + 1 < groups.count ? groups[group + 1].start : positions.count)
    }

    /// Whether a row is the earliest of its NIK.
    func isFirst(_ row: Int) -> Bool { groups[Int(groupOfRow[row])].start == row }

    /// Where a row's NIK stands in the index.
    func slot(_ row: Int) -> UInt32 { groups[Int(groupOfRow[row])].slot }
}
