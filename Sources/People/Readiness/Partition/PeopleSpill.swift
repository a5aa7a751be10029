import Diagnostics
import Linkage
import Tabular

/// One thread's spilling of population rows in the first reading: each usable NIK with what its index entry begins with
/// goes to its part; and each piece of a list notes which part each of its records went to, so that the answers can be
/// put back in the order of the rows.
struct PeopleSpill: Sendable {
    /// A piece of a list.
    struct Piece: Sendable {
        /// Place in the population lists.
        var list: Int
        /// Row number of the first record.
        var firstRow: Int
        var records: Int
        /// Place of the parts' numbers, eight records a word.
        var route: Int
        /// By part: how many rows this thread had sent there before.
        var before: [UInt32]
    }

    /// Stands in a route for a record that is in no part.
    static let nowhere: UInt8 = 255

    private(set) var writer: BucketWriter
    private(set) var pieces: [Piece] = []
    /// Rows sent to each part.
    private(set) var rows: [UInt32]

    private let partitions: NIKPartitions
    private let file: SpillFile
    private var route: [UInt64] = []

    init(_ spill: Spill) {
        partitions = spill.partitions
        file = spill.file
        writer = BucketWriter(spill.file, buckets: spill.partitions.count, room: spill.room)
        rows = [UInt32](repeating: 0, count: spill.partitions.count)
    }

    /// Takes in the rows of a block, as `KeyPass` decoded them.
    mutating func add(
        _ block: borrowing Block, list: Int, keys: [UInt64], payloads: [UInt64]
    ) throws(Failure) {
        let records = block.records
        if records == 0 { return }
        let before = rows
        route.removeAll(keepingCapacity: true)
        route.append(contentsOf: repeatElement(.max, count: (records + 7) / 8))
        for row in 0..<block.rows where keys[row] != 0 {
            let part = partitions.number(of: keys[row])
            try writer.append(keys[row], payloads[row], to: part)
            rows[part] += 1
            let ordinal = block.rowNumber(row) - block.firstRow
            let shift = UInt64(ordinal & 7) * 8
            route[ordinal >> 3] = route[ordinal >> 3] & ~(0xFF << shift) | UInt64(part) << shift
        }
        let place = try file.append(route[...])
        pieces.append(
            Piece(list: list, firstRow: block.firstRow, records: records, route: place, before: before))
    }

    mutating func finish() throws(Failure) { try writer.finish() }
}
