import CLanes

/// A form of cells that are read many at once: digits at fixed places, in eight pairs, and the number they make.
///
/// Pairs are joined to one number in three steps, two at a time: what stands first is multiplied, what stands second is
/// multiplied too, or added as it is in the last step.
public struct DigitForm: Sendable {
    /// Two digits of a cell.
    public struct Pair: Sendable {
        /// Where they stand in the cell; nil where the form has no such pair: it counts as 00.
        public var places: (Int, Int)?
        /// What it is multiplied by, before its neighbour is added.
        public var times: Int16

        public init(_ places: (Int, Int)?, times: Int16) {
            self.places = places
            self.times = times
        }
    }

    /// The numbers that each of the eight pairs may be, as ranges.
    public typealias Bounds = [[ClosedRange<UInt8>]]

    let form: lanes_digit_form

    /// - Parameters:
    ///   - length: bytes of the cells, 1 to 16.
    ///   - marks: bytes that stand at places of their own.
    ///   - pairs: eight of them, as they are joined.
    ///   - bounds: the pairs of a cell lie all within one of these, of which there are one or two.
    ///   - fours: what each of the four numbers made of pairs is multiplied by.
    ///   - halves: what the first of the two numbers made of these is multiplied by.
    /// - Returns: nil for what is no form.
    public init?(
        length: Int, marks: [(place: Int, byte: UInt8)], pairs: [Pair], bounds: [Bounds], fours: [Int16],
        halves: UInt32
    ) {
        guard 1...16 ~= length, pairs.count == 8, fours.count == 4, let first = bounds.first, let last = bounds.last,
            bounds.count <= 2, bounds.allSatisfy({ $0.count == 8 }),
            marks.allSatisfy({ 0..<length ~= $0.place }),
            pairs.allSatisfy({ $0.places.map { 0..<length ~= $0.0 && 0..<length ~= $0.1 } ?? true })
        else { return nil }
        var form = lanes_digit_form()
        form.length = Int32(length)
        form.whole = halves
        var (bytes, marked) = ([UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 16))
        for mark in marks { (bytes[mark.place], marked[mark.place]) = (mark.byte, 255) }
        Self.set(&form.marks, bytes)
        Self.set(&form.marked, marked)
        let digits: [UInt8] = pairs.flatMap { pair -> [UInt8] in
            if let places = pair.places { [UInt8(places.0), UInt8(places.1)] } else { [255, 255] }
        }
        Self.set(&form.places, digits)
        Self.set(&form.allowed, Self.allowed(first) + Self.allowed(last))
        Self.set(&form.fours, pairs.map(\.times))
        Self.set(&form.eights, (0..<8).map { fours[$0 % 4] })
        self.form = form
    }

    /// By number: bit p = pair p may be it.
    private static func allowed(_ bounds: Bounds) -> [UInt8] {
        var allowed = [UInt8](repeating: 0, count: 128)
        for (pair, ranges) in bounds.enumerated() {
            for number in ranges.joined() where number < 100 { allowed[Int(number)] |= 1 << UInt8(pair) }
        }
        return allowed
    }

    /// Fills one of the form's tables; internal for the test of what it asks.
    static func set<Table, Value>(_ table: inout Table, _ values: [Value]) {
        precondition(MemoryLayout<Table>.size == values.count * MemoryLayout<Value>.stride)
        unsafe withUnsafeMutableBytes(of: &table) { bytes in
            unsafe values.withUnsafeBytes { unsafe bytes.copyMemory(from: $0) }
        }
    }

    /// Reads a column: the number that each cell makes; 0 where it has to be looked at otherwise: where it is not of the
    /// form, or fewer than sixteen bytes before the end of the text.
    public func read(_ text: borrowing [UInt8], _ cells: borrowing TextColumn, into values: inout [UInt64]) {
        let count = cells.count
        if values.count > count { values.removeLast(values.count - count) }
        if values.count < count { values.append(contentsOf: repeatElement(0, count: count - values.count)) }
        precondition(cells.ends.count == count)
        unsafe text.withUnsafeBufferPointer { text in
            unsafe cells.starts.withUnsafeBufferPointer { starts in
                unsafe cells.ends.withUnsafeBufferPointer { ends in
                    unsafe values.withUnsafeMutableBufferPointer { values in
                        unsafe withUnsafePointer(to: form) { form in
                            unsafe lanes_read_digits(
                                text.baseAddress, Int64(text.count), starts.baseAddress, ends.baseAddress,
                                Int64(count), form, values.baseAddress)
                        }
                    }
                }
            }
        }
    }
}
