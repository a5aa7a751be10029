/// The order of rows by columns of numbers; as they came until they are sorted.
///
/// Rows that are equal in a column keep their order: to sort by several columns, sort by the last of them first.
public struct RowOrder: Sendable {
    /// Numbers of the rows, in order.
    public private(set) var rows: [UInt32]

    /// Bits of a number that are sorted by at a time.
    private static let digit = 11

    public init(count: Int) {
        rows = Array(0..<UInt32(clamping: count))
    }

    /// Sorts by a column that has a number for every row.
    ///
    /// Rows are dealt out by a few bits of their numbers, then by the next ones: no two numbers are ever compared.
    public mutating func sort(by column: [UInt64]) {
        guard let first = rows.first else { return }
        precondition(column.count >= rows.count)
        var order = rows
        rows = []
        var numbers = order.map { column[Int($0)] }
        let sample = column[Int(first)]
        let varying = numbers.reduce(0) { $0 | ($1 ^ sample) }
        var dealtOrder = order
        var dealt = numbers
        for shift in stride(from: 0, to: 64, by: Self.digit) where varying >> shift & (1 << Self.digit - 1) != 0 {
            var places = Self.places(numbers, shift)
            var toNumbers = dealt.mutableSpan
            var toOrder = dealtOrder.mutableSpan
            for at in numbers.indices {
                let digit = Int(truncatingIfNeeded: numbers[at] >> shift & (1 << Self.digit - 1))
                let place = places[digit]
                places[digit] = place &+ 1
                toNumbers[place] = numbers[at]
                toOrder[place] = order[at]
            }
            swap(&numbers, &dealt)
            swap(&order, &dealtOrder)
        }
        rows = order
    }

    /// Where the first number of each digit goes.
    private static func places(_ numbers: [UInt64], _ shift: Int) -> [Int] {
        var places = [Int](repeating: 0, count: 1 << digit)
        for number in numbers { places[Int(truncatingIfNeeded: number >> shift & (1 << digit - 1))] &+= 1 }
        var start = 0
        for digit in places.indices {
            let count = places[digit]
            places[digit] = start
            start &+= count
        }
        return places
    }
}
