import Diagnostics
import Linkage

/// Rows of other lists that one thread dealt into parts: which of them are of listed people shows only when the parts
/// are joined.
struct EvidenceParts: Sendable {
    /// NIK and packed recording of lists without names, by part.
    var recordings: [[Chunk]]
    /// `EvidenceRecord`s, by part.
    var rows: [[Chunk]]
}

/// One thread's dealing of other lists' rows into parts.
struct PartEvidenceWriter: EvidenceWriter {
    private var recordings: BucketWriter
    private var rows: BucketWriter
    private let partitions: NIKPartitions
    private let handOver: @Sendable (EvidenceParts) -> Void

    init(
        _ layout: PartLayout, _ widths: EvidenceRecord.Widths, handOver: @escaping @Sendable (EvidenceParts) -> Void
    ) {
        partitions = layout.partitions
        let parts = partitions.count
        recordings = BucketWriter(layout.file, buckets: parts, room: layout.room)
        rows = BucketWriter(layout.file, buckets: parts, room: max(layout.room / 4, widths.longest))
        self.handOver = handOver
    }

    mutating func add(
        recordings: [UInt64], of niks: [UInt64], days: [Int32], states: [UInt8], _ plan: EvidencePlan,
        names: borrowing RowNames
    ) throws(Failure) {
        if names.areGiven {
            for row in niks.indices where niks[row] != 0 {
                try add(
                    EvidenceRecord(key: niks[row], flag: plan.flag, order: recordings[row], name: names.digest(row)))
            }
            return
        }
        for row in niks.indices where niks[row] != 0 {
            try self.recordings.append(niks[row], recordings[row], to: partitions.number(of: niks[row]))
        }
    }

    mutating func add(
        presence plan: EvidencePlan, of niks: [UInt64], names: borrowing RowNames
    ) throws(Failure) {
        for row in niks.indices where niks[row] != 0 {
            try add(
                EvidenceRecord(key: niks[row], flag: plan.flag, order: names.order(row), name: names.digest(row)))
        }
    }

    mutating func add(
        _ rows: borrowing EvidenceRows, at places: [Int32], _ plan: EvidencePlan, names: borrowing RowNames
    ) throws(Failure) {
        for row in 0..<rows.count {
            var record = EvidenceRecord(rows, row, flag: plan.flag)
            record.name = names.digest(Int(places[row]))
            try add(record)
        }
    }

    private mutating func add(_ record: EvidenceRecord) throws(Failure) {
        try rows.append(record.words, to: partitions.number(of: record.key))
    }

    mutating func finish() throws(Failure) {
        try recordings.finish()
        try rows.finish()
        handOver(EvidenceParts(recordings: recordings.chains, rows: rows.chains))
    }
}
