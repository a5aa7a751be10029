/// How often each pair of words was met: an open-addressing table that grows, for tallies on the hot path.
public struct CountTable: Sendable {
    /// A pair and how often it was met.
    public struct Entry: Hashable, Sendable {
        public var first: UInt64
        public var second: UInt64
        public var count: Int
    }

    // An entry is free while its count is 0.
    private var table: [Entry]
    private var used = 0
    private var last = 0

    public init() {
        table = Array(repeating: Entry(first: 0, second: 0, count: 0), count: 1024)
    }

    /// Different pairs met.
    public var count: Int { used }

    public mutating func add(_ first: UInt64, _ second: UInt64, _ times: Int = 1) {
        // Rows of one kind often come in runs.
        if table[last].first == first, table[last].second == second, table[last].count > 0 {
            table[last].count += times
            return
        }
        let slot = place(first, second)
        last = slot
        if table[slot].count == 0 {
            table[slot] = Entry(first: first, second: second, count: times)
            used += 1
            if used * 2 > table.count { grow() }
        } else {
            table[slot].count += times
        }
    }

    public mutating func add(_ other: CountTable) {
        for entry in other.table where entry.count > 0 { add(entry.first, entry.second, entry.count) }
    }

    /// All pairs met, in no order.
    public var entries: [Entry] { table.filter { $0.count > 0 } }

    private func place(_ first: UInt64, _ second: UInt64) -> Int {
        let hash = (first &* 0x9E37_79B9_7F4A_7C15 ^ second).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash.high ^ hash.low) & mask
        while table[slot].count > 0, table[slot].first != first || table[slot].second != second {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        let old = table
        table = Array(repeating: Entry(first: 0, second: 0, count: 0), count: old.count * 2)
        for entry in old where entry.count > 0 { table[place(entry.first, entry.second)] = entry }
        last = 0
    }
}
