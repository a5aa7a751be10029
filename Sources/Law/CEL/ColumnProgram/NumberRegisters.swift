import Civil

/// Computed numbers of one portion of rows, with the rows where each is known.
struct NumberRegisters: Sendable {
    private let rows: Int
    private var values: [[Int64]]
    private(set) var known: [[UInt64]]

    init(count: Int, rows: Int) {
        self.rows = rows
        values = Array(repeating: Array(repeating: 0, count: rows), count: count)
        known = Array(repeating: Array(repeating: 0, count: rows / 64), count: count)
    }

    /// Computes one number for `rows` rows from `first` on of the batch.
    mutating func run(
        _ instruction: NumberInstruction, into target: Int, _ batch: FactBatch, first: Int, rows: Int, leapDay: LeapDay
    ) {
        let words = (rows + 63) / 64
        switch instruction {
        case .constant(let value):
            for row in 0..<rows { values[target][row] = value }
            for word in 0..<words { known[target][word] = ~0 }
        case .load(let slot):
            for row in 0..<rows { values[target][row] = Int64(batch.numbers[slot][first + row]) }
            for word in 0..<words { known[target][word] = batch.numberKnown[slot][first / 64 + word] }
        // Wrapping is right: the rules profile lets no operation through that overflows on known values, and what
        // stands in unknown rows is not looked at.
        case .negate(let operand):
            unary(operand, target, rows) { 0 &- $0 }
        case .divide(let operand, let divisor):
            unary(operand, target, rows) { $0.dividedReportingOverflow(by: divisor).partialValue }
        case .remainder(let operand, let divisor):
            unary(operand, target, rows) { $0.remainderReportingOverflow(dividingBy: divisor).partialValue }
        case .add(let left, let right):
            binary(left, right, target, rows) { $0 &+ $1 }
        case .subtract(let left, let right):
            binary(left, right, target, rows) { $0 &- $1 }
        case .multiply(let left, let right):
            binary(left, right, target, rows) { $0 &* $1 }
        case .age(let birth, let day):
            binary(birth, day, target, rows) { birth, day in
                let born = CivilDate(dayNumber: Int32(truncatingIfNeeded: birth))
                return Int64(born.age(on: CivilDate(dayNumber: Int32(truncatingIfNeeded: day)), leapDay: leapDay))
            }
        }
    }

    private mutating func unary(_ operand: Int, _ target: Int, _ rows: Int, _ apply: (Int64) -> Int64) {
        for word in 0..<(rows + 63) / 64 {
            known[target][word] = known[operand][word]
            guard known[target][word] != 0 else { continue }
            for row in word * 64..<min(rows, word * 64 + 64) { values[target][row] = apply(values[operand][row]) }
        }
    }

    private mutating func binary(
        _ left: Int, _ right: Int, _ target: Int, _ rows: Int, _ apply: (Int64, Int64) -> Int64
    ) {
        for word in 0..<(rows + 63) / 64 {
            known[target][word] = known[left][word] & known[right][word]
            guard known[target][word] != 0 else { continue }
            for row in word * 64..<min(rows, word * 64 + 64) {
                values[target][row] = apply(values[left][row], values[right][row])
            }
        }
    }

    /// Compares two numbers row by row; bits past `rows` are zero.
    func compare(
        _ operation: BinaryOperator, _ left: Int, _ right: Int, rows: Int, into file: inout [UInt64],
        isTrue: Int, isFalse: Int
    ) {
        for word in 0..<(rows + 63) / 64 {
            let range = word * 64..<min(rows, word * 64 + 64)
            let mask = range.count == 64 ? ~0 : (UInt64(1) << UInt64(range.count)) - 1
            let both = known[left][word] & known[right][word] & mask
            var yes: UInt64 = 0
            if both != 0 {
                for (bit, row) in range.enumerated() {
                    let one = values[left][row]
                    let other = values[right][row]
                    let holds =
                        switch operation {
                        case .equal: one == other
                        case .notEqual: one != other
                        case .less: one < other
                        case .lessOrEqual: one <= other
                        case .greater: one > other
                        default: one >= other
                        }
                    if holds { yes |= 1 << UInt64(bit) }
                }
            }
            file[isTrue + word] = yes & both
            file[isFalse + word] = ~yes & both
        }
    }
}
