/// Numbers for different texts, kept as bytes: looked up without making a `String`.
public struct ByteDictionary: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    // Number + 1 of a text, 0 = free.
    private var table: [UInt32] = Array(repeating: 0, count: 64)

    public init() {}

    /// Texts held; their numbers are 0 ..< count in the order they came.
    public var count: Int { ends.count }

    /// The number of the text `cell`; nil if it was never added.
    public func number(of cell: Span<UInt8>) -> Int? {
        let hash = Self.hash(cell)
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while table[slot] != 0 {
            let number = Int(table[slot]) - 1
            if hashes[number] == hash, equals(number, cell) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a text that is not there yet; returns its number.
    public mutating func add(_ cell: Span<UInt8>) -> Int {
        for index in cell.indices { bytes.append(cell[index]) }
        ends.append(bytes.count)
        hashes.append(Self.hash(cell))
        if ends.count * 2 > table.count {
            table = Array(repeating: 0, count: table.count * 2)
            for number in 0..<(ends.count - 1) { enter(number) }
        }
        enter(ends.count - 1)
        return ends.count - 1
    }

    /// The bytes of a text.
    public subscript(number: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(number) else { return [] }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    private mutating func enter(_ number: Int) {
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hashes[number]) & mask
        while table[slot] != 0 { slot = (slot + 1) & mask }
        table[slot] = UInt32(truncatingIfNeeded: number + 1)
    }

    private func equals(_ number: Int, _ cell: Span<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == cell.count else { return false }
        for index in cell.indices where bytes[start + index] != cell[index] { return false }
        return true
    }

    private static func hash(_ cell: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in cell.indices { hash = (hash ^ UInt64(cell[index])) &* 0x0000_0100_0000_01B3 }
        return hash ^ (hash >> 29)
    }
}
