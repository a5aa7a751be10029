import Diagnostics

/// One thread's noting of people who are exported later, where memory is short: four words a row, in buckets by the
/// first four digits of the region, whose order is that of the regions.
struct PlaceSpill: Sendable {
    /// Words of a record: region, piece and list, offset, row with verdict and files.
    static let width = 4
    private static let room = 128 * width

    /// By bucket.
    private(set) var chains: [[Chunk]] = []
    /// Rows noted, by bucket.
    private(set) var rows: [Int] = []
    /// Buckets by the beginning of their regions' codes.
    private(set) var numbers: [UInt64: Int] = [:]
    private var buffers: [[UInt64]] = []
    private var last: (prefix: UInt64, number: Int)?
    private let file: SpillFile

    init(_ file: SpillFile) { self.file = file }

    /// Notes a row; bit i of `mask` = it goes to file i. The rows of a piece come in ascending order.
    mutating func note(
        region: UInt64, list: Int, piece: Int, offset: Int, row: Int, verdict: Int, mask: UInt8
    ) throws(Failure) {
        let bucket = bucket(region >> 24)
        buffers[bucket].append(region)
        buffers[bucket].append(UInt64(piece) << 24 | UInt64(list))
        buffers[bucket].append(UInt64(offset))
        buffers[bucket].append(UInt64(row) << 32 | UInt64(verdict) << 8 | UInt64(mask))
        rows[bucket] += 1
        if buffers[bucket].count >= Self.room { try flush(bucket) }
    }

    mutating func finish() throws(Failure) {
        for bucket in buffers.indices { try flush(bucket) }
        buffers = []
    }

    private mutating func bucket(_ prefix: UInt64) -> Int {
        if let last, last.prefix == prefix { return last.number }
        let number = numbers[prefix] ?? chains.count
        if number == chains.count {
            numbers[prefix] = number
            chains.append([])
            rows.append(0)
            buffers.append([])
        }
        last = (prefix, number)
        return number
    }

    private mutating func flush(_ bucket: Int) throws(Failure) {
        if buffers[bucket].isEmpty { return }
        let place = try file.append(buffers[bucket][...])
        chains[bucket].append(Chunk(place: place, count: buffers[bucket].count))
        buffers[bucket].removeAll(keepingCapacity: true)
    }

    /// Hands the rows of a bucket back, one book a file.
    func read(_ prefix: UInt64, into books: inout [PlaceBook], _ words: inout [UInt64]) throws(Failure) {
        guard let bucket = numbers[prefix] else { return }
        for chunk in chains[bucket] {
            try file.read(chunk.count, at: chunk.place, into: &words)
            for at in stride(from: 0, to: chunk.count, by: Self.width) {
                let last = words[at + 3]
                for book in books.indices where last >> UInt64(book) & 1 == 1 {
                    books[book].note(
                        region: words[at], list: Int(words[at + 1] & 0xFF_FFFF), piece: Int(words[at + 1] >> 24),
                        offset: Int(words[at + 2]), row: Int(last >> 32), verdict: Int(last >> 8 & 0xFF_FFFF))
                }
            }
        }
    }
}

/// The people noted by all threads, a stretch of regions at a time, so that their places fit in memory.
struct SpilledPlaces: Sendable {
    private let threads: [PlaceSpill]
    /// Beginnings of regions' codes, ascending: those of a stretch are written together.
    let stretches: [[UInt64]]

    /// - Parameter most: rows of a stretch, more only where one kabupaten has more.
    init(_ threads: [PlaceSpill], most: Int) {
        self.threads = threads
        var stretches: [[UInt64]] = []
        var rows = most
        for prefix in Set(threads.flatMap(\.numbers.keys)).sorted() {
            let count = threads.reduce(0) { sum, thread in
                sum + (thread.numbers[prefix].map { thread.rows[$0] } ?? 0)
            }
            if rows + count > most {
                stretches.append([])
                rows = 0
            }
            stretches[stretches.count - 1].append(prefix)
            rows += count
        }
        self.stretches = stretches
    }

    /// The books of a stretch, by thread, then file.
    func books(_ stretch: [UInt64], files: Int) throws(Failure) -> [[PlaceBook]] {
        var words: [UInt64] = []
        var all: [[PlaceBook]] = []
        for thread in threads {
            var books = (0..<files).map { _ in PlaceBook() }
            for prefix in stretch { try thread.read(prefix, into: &books, &words) }
            all.append(books)
        }
        return all
    }
}
