/// The facts of a batch of people as columns of equal length, laid out by a `FactLayout`.
///
/// Bitmaps hold 64 rows a word, lowest bit first; bits past `count` are zero. A number or truth that is not known has
/// any value, and its true bit is zero. Arrays are indexed by slot, then by row (or word).
public struct FactBatch: Sendable {
    /// Rows in use.
    public private(set) var count = 0
    /// `presence` and `flag` facts: one bit a row.
    public var bits: [[UInt64]]
    /// `truth` facts: the rows where it is true (a subset of the known ones).
    public var truthTrue: [[UInt64]]
    /// `truth` facts: the rows where it is known.
    public var truthKnown: [[UInt64]]
    /// `date` and `integer` facts.
    public var numbers: [[Int32]]
    /// `date` and `integer` facts: the rows where the number is known.
    public var numberKnown: [[UInt64]]
    /// `code` facts.
    public var codes: [[UInt8]]

    public init(layout: FactLayout, capacity: Int = 0) {
        bits = Array(repeating: [], count: layout.bitSlots)
        truthTrue = Array(repeating: [], count: layout.truthSlots)
        truthKnown = truthTrue
        numbers = Array(repeating: [], count: layout.numberSlots)
        numberKnown = Array(repeating: [], count: layout.numberSlots)
        codes = Array(repeating: [], count: layout.codeSlots)
        reset(count: capacity)
    }

    /// Words of a bitmap of `count` rows.
    public var words: Int { (count + 63) / 64 }

    /// Makes every column `count` rows long and all facts unknown. Keeps storage: no allocation once warm.
    public mutating func reset(count: Int) {
        self.count = count
        let words = self.words
        func clear<Word: FixedWidthInteger>(_ columns: inout [[Word]], _ length: Int) {
            for slot in columns.indices {
                columns[slot].removeAll(keepingCapacity: true)
                columns[slot].append(contentsOf: repeatElement(0, count: length))
            }
        }
        clear(&bits, words)
        clear(&truthTrue, words)
        clear(&truthKnown, words)
        clear(&numbers, count)
        clear(&numberKnown, words)
        clear(&codes, count)
    }
}
