import Diagnostics
import Linkage

/// Rows of other lists that rules read columns of, found by where the people they hang on stand in the lists.
struct KeptRows: Sendable {
    /// Which stretch of the population lists a person stands in: one bucket each.
    struct Stretches: Sendable {
        let shift: UInt64
        let count: Int

        /// - Parameter bytes: of all population lists.
        init(bytes: UInt64) {
            var shift: UInt64 = 22
            while bytes >> shift >= 1024 { shift += 1 }
            self.shift = shift
            count = Int(bytes >> shift) + 1
        }

        func number(of place: PersonIndex.Place) -> Int { min(Int(place >> shift), count - 1) }
    }

    let stretches: Stretches
    private let file: SpillFile
    private let chains: [[Chunk]]
    private let widths: SideRecord.Widths

    /// - Parameter writers: one a thread, a bucket for each stretch.
    init(_ writers: [BucketWriter], _ stretches: Stretches, _ file: SpillFile, _ widths: SideRecord.Widths) {
        self.stretches = stretches
        self.file = file
        self.widths = widths
        chains = (0..<stretches.count).map { stretch in writers.flatMap { $0.chains[stretch] } }
    }

    /// Calls `body` for each row that hangs on a person of these stretches, more than once where several rows bear the
    /// person's NIK.
    func forEach(
        in stretches: ClosedRange<Int>, _ words: inout [UInt64], _ body: (SideRecord) -> Void
    ) throws(Failure) {
        for stretch in stretches where chains.indices.contains(stretch) {
            for chunk in chains[stretch] {
                try file.read(chunk.count, at: chunk.place, into: &words)
                var at = 0
                while let record = SideRecord(words, end: chunk.count, at: &at, widths) { body(record) }
            }
        }
    }
}
