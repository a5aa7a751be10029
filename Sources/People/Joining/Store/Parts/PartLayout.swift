import Linkage

/// What the threads of a run share whose people are dealt into parts by their NIK.
struct PartLayout: Sendable {
    let partitions: NIKPartitions
    let file: PartFile
    /// Words of a buffer for one part.
    let room: Int

    init(_ partitions: NIKPartitions, _ file: PartFile, threads: Int) {
        self.partitions = partitions
        self.file = file
        // Some 16 MiB for two kinds of records on all threads, in chunks from 4 to 64 KiB.
        room = min(max((1 << 20) / (max(1, threads) * partitions.count), 512), 8192)
    }
}
