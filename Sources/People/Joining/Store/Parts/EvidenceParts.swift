import Diagnostics
import Linkage

/// Rows of other lists that one thread dealt into parts: which of them are of listed people shows only when the parts
/// are joined.
struct EvidenceParts: Sendable {
    /// NIK and packed recording of lists without names, by part.
    var recordings: [[Chunk]]
    /// `EvidenceRecord`s, by part.
    var rows: [[Chunk]]
    /// `WeighedRecord`s of lists whose rows are told from other people's, by part.
    var weighed: [[Chunk]]
}

/// One thread's dealing of other lists' rows into parts.
struct PartEvidenceWriter: EvidenceWriter {
    private var recordings: BucketWriter
    private var rows: BucketWriter
    private var weighed: BucketWriter
    private let partitions: NIKPartitions
    private let handOver: @Sendable (EvidenceParts) -> Void

    init(
        _ layout: PartLayout, _ widths: EvidenceRecord.Widths, handOver: @escaping @Sendable (EvidenceParts) -> Void
    ) {
        partitions = layout.partitions
        let parts = partitions.count
        recordings = BucketWriter(layout.file, buckets: parts, room: layout.room)
        rows = BucketWriter(layout.file, buckets: parts, room: max(layout.room / 4, widths.longest))
        weighed = BucketWriter(
            layout.file, buckets: parts, room: max(layout.room / 4, widths.longest + WeighedRecord.longest))
        self.handOver = handOver
    }

    mutating func add(
        recordings: [UInt64], of niks: [UInt64], days: [Int32], states: [UInt8], _ plan: EvidencePlan,
        names: borrowing RowNames
    ) throws(Failure) {
        if names.areGiven {
            for row in niks.indices where niks[row] != 0 {
                let record = EvidenceRecord(
                    key: niks[row], flag: plan.flag, order: recordings[row], name: names.digest(row))
                if states[row] == 3 { try add(record) } else { try add(record, names, row) }
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
                EvidenceRecord(key: niks[row], flag: plan.flag, order: names.order(row), name: names.digest(row)),
                names, row)
        }
    }

    mutating func add(
        _ rows: borrowing EvidenceRows, at places: [Int32], _ plan: EvidencePlan, names: borrowing RowNames
    ) throws(Failure) {
        for row in 0..<rows.count {
            var record = EvidenceRecord(rows, row, flag: plan.flag)
            record.name = names.digest(Int(places[row]))
            try add(record, names, Int(places[row]))
        }
    }

    private mutating func add(_ record: EvidenceRecord, _ names: borrowing RowNames, _ row: Int) throws(Failure) {
        guard names.areWeighed else { return try add(record) }
        let weighed = WeighedRecord(
            record: record, birth: names.birth(row), name: names.name(row), list: names.listNumber)
        try self.weighed.append(weighed.words, to: partitions.number(of: record.key))
    }

    private mutating func add(_ record: EvidenceRecord) throws(Failure) {
        try rows.append(record.words, to: partitions.number(of: record.key))
    }

    mutating func finish() throws(Failure) {
        try recordings.finish()
        try rows.finish()
        try weighed.finish()
        handOver(EvidenceParts(recordings: recordings.chains, rows: rows.chains, weighed: weighed.chains))
    }
}
