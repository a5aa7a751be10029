import Columns
import Diagnostics

/// Part of a bucket in the file that holds all buckets.
struct Chunk: Sendable {
    /// Place of the first word.
    var place: Int
    /// Words.
    var count: Int
}

/// One thread's writing of records of words into many buckets of one file: a small buffer a bucket, and for each bucket
/// the chain of what went to the file. Records of a bucket keep their order and are never parted by the end of a chunk.
struct BucketWriter: Sendable {
    /// By bucket, in the order written; whole once `finish` was called.
    private(set) var chains: [[Chunk]]

    private let file: PartFile
    private let room: Int
    private var buffer: [UInt64]
    /// Words in use, by bucket.
    private var used: [Int]

    /// - Parameter room: words of a bucket's buffer; no record may be longer.
    init(_ file: PartFile, buckets: Int, room: Int) {
        self.file = file
        self.room = room
        chains = Array(repeating: [], count: buckets)
        used = Array(repeating: 0, count: buckets)
        buffer = []
    }

    mutating func append(_ first: UInt64, _ second: UInt64, to bucket: Int) throws(Failure) {
        if buffer.isEmpty || used[bucket] + 2 > room { try makeRoom(bucket) }
        let at = bucket * room + used[bucket]
        buffer[at] = first
        buffer[at + 1] = second
        used[bucket] += 2
    }

    mutating func append(_ record: [UInt64], to bucket: Int) throws(Failure) {
        if buffer.isEmpty || used[bucket] + record.count > room { try makeRoom(bucket) }
        var at = bucket * room + used[bucket]
        for word in record {
            buffer[at] = word
            at += 1
        }
        used[bucket] += record.count
    }

    /// Writes what is left and lets the buffer go. More may be appended afterwards.
    mutating func finish() throws(Failure) {
        for bucket in used.indices where used[bucket] > 0 { try makeRoom(bucket) }
        buffer = []
    }

    private mutating func makeRoom(_ bucket: Int) throws(Failure) {
        if buffer.isEmpty { buffer = [UInt64](repeating: 0, count: used.count * room) }
        guard used[bucket] > 0 else { return }
        let start = bucket * room
        let place = try file.append(buffer[start..<start + used[bucket]])
        chains[bucket].append(Chunk(place: place, count: used[bucket]))
        used[bucket] = 0
    }
}
