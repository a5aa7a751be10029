import Diagnostics
import Linkage

/// One thread's spilling of rows of other lists: which of them are of listed people shows only when the parts are joined.
struct SideSpill: Sendable {
    /// NIK and packed recording.
    private(set) var recordings: BucketWriter
    /// `SideRecord`s.
    private(set) var rows: BucketWriter
    private let partitions: NIKPartitions

    init(_ spill: Spill, _ widths: SideRecord.Widths) {
        partitions = spill.partitions
        let buckets = spill.partitions.count
        recordings = BucketWriter(spill.file, buckets: buckets, room: spill.room)
        rows = BucketWriter(spill.file, buckets: buckets, room: max(spill.room / 4, widths.longest))
    }

    /// Takes in recordings; 0 in `niks` is passed over.
    mutating func add(_ packed: [UInt64], of niks: [UInt64]) throws(Failure) {
        for row in niks.indices where niks[row] != 0 { try add(packed[row], of: niks[row]) }
    }

    mutating func add(_ packed: UInt64, of nik: UInt64) throws(Failure) {
        try recordings.append(nik, packed, to: partitions.number(of: nik))
    }

    mutating func add(_ record: SideRecord) throws(Failure) {
        try rows.append(record.words, to: partitions.number(of: record.key))
    }

    mutating func finish() throws(Failure) {
        try recordings.finish()
        try rows.finish()
    }
}
