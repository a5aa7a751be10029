import Columns
import Diagnostics
import Linkage
import Tabular

/// Rows of the population lists that one thread dealt into parts: each usable NIK with what its entry begins with, and
/// for each piece of a list the part that each of its records went to, so that answers can be put back in the order of
/// the rows.
struct PersonParts: Sendable {
    /// A piece of a list.
    struct Piece: Sendable {
        /// Index in the population lists.
        var list: Int
        /// Row number of the first record.
        var firstRow: Int
        var records: Int
        /// Where the parts' numbers stand in the file, eight records a word.
        var route: Int
        /// By part: how many rows this thread had sent there before.
        var before: [UInt32]
    }

    /// Stands in a route for a record that is in no part.
    static let nowhere: UInt8 = 255

    /// By part.
    var chains: [[Chunk]]
    /// NIK and `BirthNote`, by part, where birth dates are kept.
    var births: [[Chunk]]
    var pieces: [Piece]
    /// Rows sent to each part.
    var rows: [UInt32]
}

/// One thread's dealing of people into parts.
struct PartPersonWriter: PersonWriter {
    private var writer: BucketWriter
    private var births: BucketWriter
    private var pieces: [PersonParts.Piece] = []
    private var rows: [UInt32]
    private let layout: PartLayout
    private let handOver: @Sendable (PersonParts) -> Void
    private var route: [UInt64] = []

    init(_ layout: PartLayout, handOver: @escaping @Sendable (PersonParts) -> Void) {
        self.layout = layout
        self.handOver = handOver
        writer = BucketWriter(layout.file, buckets: layout.partitions.count, room: layout.room)
        births = BucketWriter(layout.file, buckets: layout.partitions.count, room: layout.room)
        rows = [UInt32](repeating: 0, count: layout.partitions.count)
    }

    mutating func add(_ people: borrowing PersonRows, of block: borrowing Block, list: Int) throws(Failure) {
        let records = block.records
        if records == 0 { return }
        let before = rows
        route.removeAll(keepingCapacity: true)
        route.append(contentsOf: repeatElement(.max, count: (records + 7) / 8))
        for row in 0..<block.rows where people.niks[row] != 0 {
            let part = layout.partitions.number(of: people.niks[row])
            try writer.append(people.niks[row], people.payloads[row], to: part)
            if !people.births.isEmpty, people.births[row] != 0 {
                try births.append(people.niks[row], UInt64(people.births[row]), to: part)
            }
            rows[part] += 1
            let ordinal = block.rowNumber(row) - block.firstRow
            let shift = UInt64(ordinal & 7) * 8
            route[ordinal >> 3] = route[ordinal >> 3] & ~(0xFF << shift) | UInt64(part) << shift
        }
        let at = try layout.file.append(route[...])
        pieces.append(
            PersonParts.Piece(list: list, firstRow: block.firstRow, records: records, route: at, before: before))
    }

    mutating func finish() throws(Failure) {
        try writer.finish()
        try births.finish()
        handOver(PersonParts(chains: writer.chains, births: births.chains, pieces: pieces, rows: rows))
    }
}
