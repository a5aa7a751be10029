import Columns

/// Texts by number in a file without a name, in blocks of 256, so that the list of places stays short however many there
/// are.
struct SpilledTexts: Sendable {
    private let directory: String
    private(set) var count = 0
    /// The bytes of the last block, which is being filled, and where each of its texts ends.
    private var open: [UInt8] = []
    private var openEnds: [UInt32] = []
    private let spool: SpoolFile
    private var file: InputFile?
    /// Where each block begins in the file.
    private var places: [Int] = []
    /// Blocks read back, each where its number falls.
    private var cache: [(number: Int, block: Block)] = []
    private var cachedBytes = 0

    private struct Block: Sendable {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
    }

    private static let perBlock = 256
    private static let cached = 64
    private static let mostCached = 8 << 20

    init(directory: String) throws(WorkbookProblem) {
        self.directory = directory
        do { spool = try SpoolFile(in: directory) } catch { throw .spool(error) }
    }

    mutating func append(_ text: Span<UInt8>) throws(WorkbookProblem) {
        open.append(copying: text)
        openEnds.append(UInt32(truncatingIfNeeded: open.count))
        count += 1
        if openEnds.count == Self.perBlock { try seal() }
    }

    /// Ends the writing.
    mutating func finish() throws(WorkbookProblem) {
        if !openEnds.isEmpty { try seal() }
        places.append(spool.byteCount)
        do { file = try spool.finish(calling: directory) } catch { throw .spool(error) }
        cache = Array(repeating: (-1, Block()), count: Self.cached)
    }

    /// Appends text `number` to `bytes`; false if there is none.
    mutating func copy(_ number: Int, to bytes: inout [UInt8]) throws(WorkbookProblem) -> Bool {
        guard number >= 0, number < count else { return false }
        let place = number / Self.perBlock
        let slot = place % Self.cached
        if cache[slot].number != place { try keep(place, in: slot) }
        let block = cache[slot].block
        let text = number % Self.perBlock
        let start = text == 0 ? 0 : Int(block.ends[text - 1])
        bytes.append(contentsOf: block.bytes[start..<Int(block.ends[text])])
        return true
    }

    private mutating func seal() throws(WorkbookProblem) {
        places.append(spool.byteCount)
        var ends: [UInt8] = []
        ends.reserveCapacity(openEnds.count * 4)
        for end in openEnds {
            for shift in stride(from: UInt32(0), to: 32, by: 8) { ends.append(UInt8(truncatingIfNeeded: end >> shift)) }
        }
        do {
            try spool.append(open.span)
            try spool.append(ends.span)
        } catch {
            throw .spool(error)
        }
        open.removeAll(keepingCapacity: true)
        openEnds.removeAll(keepingCapacity: true)
    }

    /// Reads a block back; a few long ones push out all others.
    private mutating func keep(_ number: Int, in slot: Int) throws(WorkbookProblem) {
        let block = try load(number)
        cachedBytes += block.bytes.count - cache[slot].block.bytes.count
        if cachedBytes > Self.mostCached {
            cache = Array(repeating: (-1, Block()), count: Self.cached)
            cachedBytes = block.bytes.count
        }
        cache[slot] = (number, block)
    }

    private func load(_ number: Int) throws(WorkbookProblem) -> Block {
        guard let file else { return Block() }
        let start = places[number]
        let texts = min(Self.perBlock, count - number * Self.perBlock)
        var raw = [UInt8](repeating: 0, count: places[number + 1] - start)
        do throws(FileError) {
            guard try file.read(at: start, count: raw.count, into: &raw) == raw.count else {
                throw FileError.cutShort(directory)
            }
        } catch {
            throw .spool(error)
        }
        let length = raw.count - texts * 4
        let ends = (0..<texts).map { text -> UInt32 in
            let at = length + text * 4
            return UInt32(raw[at]) | UInt32(raw[at + 1]) << 8 | UInt32(raw[at + 2]) << 16 | UInt32(raw[at + 3]) << 24
        }
        raw.removeLast(texts * 4)
        return Block(bytes: raw, ends: ends)
    }
}
