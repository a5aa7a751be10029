import Columns

/// The texts that cells of a workbook share, by number: in memory as long as they are few, else in a file without a
/// name. Texts lie in blocks of 256, so that the list of places stays short however many there are.
struct SharedStrings: Sendable {
    /// Texts up to so many bytes stay in memory.
    private let memory: Int
    private let directory: String
    private(set) var count = 0
    /// The bytes of the last block, which is being filled, and where each of its texts ends.
    private var open: [UInt8] = []
    private var openEnds: [UInt32] = []
    /// Full blocks, while they are in memory.
    private var blocks: [Block] = []
    private var held = 0
    private var spool: SpoolFile?
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

    init(directory: String, memory: Int = 64 << 20) {
        self.directory = directory
        self.memory = memory
    }

    /// Whether the texts lie in a file.
    var isSpilled: Bool { spool != nil || file != nil }

    mutating func append(_ text: Span<UInt8>) throws(WorkbookProblem) {
        open.append(copying: text)
        openEnds.append(UInt32(truncatingIfNeeded: open.count))
        count += 1
        if openEnds.count == Self.perBlock { try seal() }
    }

    /// Ends the writing.
    mutating func finish() throws(WorkbookProblem) {
        if !openEnds.isEmpty { try seal() }
        if let spool {
            places.append(spool.byteCount)
            do { file = try spool.finish(calling: directory) } catch { throw .spool(error) }
            self.spool = nil
            cache = Array(repeating: (-1, Block()), count: Self.cached)
        }
    }

    /// Appends text `number` to `bytes`; false if there is none.
    mutating func copy(_ number: Int, to bytes: inout [UInt8]) throws(WorkbookProblem) -> Bool {
        guard number >= 0, number < count else { return false }
        let place = number / Self.perBlock
        if file == nil {
            Self.copy(number % Self.perBlock, of: blocks[place], to: &bytes)
        } else {
            let slot = place % Self.cached
            if cache[slot].number != place { try keep(place, in: slot) }
            Self.copy(number % Self.perBlock, of: cache[slot].block, to: &bytes)
        }
        return true
    }

    private static func copy(_ text: Int, of block: Block, to bytes: inout [UInt8]) {
        let start = text == 0 ? 0 : Int(block.ends[text - 1])
        bytes.append(contentsOf: block.bytes[start..<Int(block.ends[text])])
    }

    private mutating func seal() throws(WorkbookProblem) {
        // A copy takes no more room than it needs; the block at hand keeps its room for the next texts.
        let block = Block(bytes: Array(open.span), ends: openEnds)
        open.removeAll(keepingCapacity: true)
        openEnds.removeAll(keepingCapacity: true)
        if let spool { return try write(block, to: spool) }
        held += block.bytes.count + block.ends.count * 4 + 64
        blocks.append(block)
        guard held > memory else { return }
        let made: SpoolFile
        do { made = try SpoolFile(in: directory) } catch { throw .spool(error) }
        spool = made
        for block in blocks { try write(block, to: made) }
        blocks = []
    }

    private mutating func write(_ block: Block, to spool: SpoolFile) throws(WorkbookProblem) {
        places.append(spool.byteCount)
        var ends: [UInt8] = []
        ends.reserveCapacity(block.ends.count * 4)
        for end in block.ends {
            for shift in stride(from: UInt32(0), to: 32, by: 8) { ends.append(UInt8(truncatingIfNeeded: end >> shift)) }
        }
        do {
            try spool.append(block.bytes.span)
            try spool.append(ends.span)
        } catch {
            throw .spool(error)
        }
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

extension Array where Element == UInt8 {
    /// A copy with exactly the room it needs.
    fileprivate init(_ bytes: Span<UInt8>) {
        self = []
        reserveCapacity(bytes.count)
        append(copying: bytes)
    }
}

/// Reads the part of shared strings: rich text is joined, phonetic hints are left out.
struct SharedStringSink: XMLSink {
    private(set) var problem: WorkbookProblem?
    var strings: SharedStrings
    private var current: [UInt8] = []
    private var isText = false
    private var isPhonetic = false

    private static let item = XMLName("si")
    private static let textName = XMLName("t")
    private static let phonetic = XMLName("rPh")

    init(_ strings: SharedStrings) { self.strings = strings }

    mutating func attribute(_ name: XMLName, _ value: Span<UInt8>) {}

    mutating func begin(_ element: XMLName) -> Bool {
        switch element {
        case Self.textName: isText = !isPhonetic
        case Self.phonetic: isPhonetic = true
        case Self.item: current.removeAll(keepingCapacity: true)
        default: break
        }
        return true
    }

    mutating func end(_ element: XMLName) -> Bool {
        switch element {
        case Self.textName: isText = false
        case Self.phonetic: isPhonetic = false
        case Self.item:
            EscapedText.decode(&current)
            let item = current
            do { try strings.append(item.span) } catch { problem = error }
        default: break
        }
        return problem == nil
    }

    mutating func text(_ bytes: Span<UInt8>) {
        guard isText, current.count < SheetLimits.cell else { return }
        current.append(copying: bytes)
    }
}
