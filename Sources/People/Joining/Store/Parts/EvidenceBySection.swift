import Diagnostics
import Linkage

/// Rows of other lists that rules read columns of, found by where the people they are about stand in the lists.
struct EvidenceBySection: Sendable {
    /// Which section of the population lists a person stands in: one bucket each.
    struct Sections: Sendable {
        let shift: UInt64
        let count: Int

        /// - Parameter bytes: of all population lists.
        init(bytes: UInt64) {
            var shift: UInt64 = 22
            while bytes >> shift >= 1024 { shift += 1 }
            self.shift = shift
            count = Int(bytes >> shift) + 1
        }

        func number(of position: RowPosition) -> Int { min(Int(position >> shift), count - 1) }
    }

    let sections: Sections
    private let file: PartFile
    private let chains: [[Chunk]]
    private let widths: EvidenceRecord.Widths

    /// - Parameter writers: one a thread, a bucket for each section.
    init(_ writers: [BucketWriter], _ sections: Sections, _ file: PartFile, _ widths: EvidenceRecord.Widths) {
        self.sections = sections
        self.file = file
        self.widths = widths
        chains = (0..<sections.count).map { section in writers.flatMap { $0.chains[section] } }
    }

    /// Calls `body` for each row that is about a person of these sections, more than once where several rows bear the
    /// person's NIK.
    func forEach(
        in sections: ClosedRange<Int>, _ words: inout [UInt64], _ body: (EvidenceRecord) -> Void
    ) throws(Failure) {
        for section in sections where chains.indices.contains(section) {
            for chunk in chains[section] {
                try file.read(chunk.count, at: chunk.place, into: &words)
                var at = 0
                while let record = EvidenceRecord(words, end: chunk.count, at: &at, widths) { body(record) }
            }
        }
    }
}
