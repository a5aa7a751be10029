import Columns
import Testing

/// The kernels against the same thing said one row at a time.
struct TruthKernelsTests {
    static let rows = [0, 1, 63, 64, 65, 200]
    static let left = TruthPlace(isTrue: 0, isFalse: 4)
    static let right = TruthPlace(isTrue: 8, isFalse: 12)
    static let third = TruthPlace(isTrue: 16, isFalse: 20)
    static let target = TruthPlace(isTrue: 24, isFalse: 28)

    /// Row by row true, false, unknown, in every combination over three operands.
    static func truth(_ operand: Int, _ row: Int) -> Bool? { [true, false, nil][(row / [1, 3, 9][operand]) % 3] }

    static func file(rows: Int) -> [UInt64] {
        var file = Array(repeating: UInt64(0), count: 32)
        for (operand, place) in [left, right, third].enumerated() {
            for row in 0..<rows {
                switch truth(operand, row) {
                case true?: file[place.isTrue + row / 64] |= 1 << UInt64(row % 64)
                case false?: file[place.isFalse + row / 64] |= 1 << UInt64(row % 64)
                case nil: break
                }
            }
        }
        return file
    }

    static func expect(_ file: [UInt64], rows: Int, _ truth: (Int) -> Bool?) {
        for row in 0..<256 {
            let bit = UInt64(1) << UInt64(row % 64)
            let isTrue = file[target.isTrue + row / 64] & bit != 0
            let isFalse = file[target.isFalse + row / 64] & bit != 0
            let expected = row < rows ? truth(row) : nil
            #expect(isTrue == (expected == true) && isFalse == (expected == false), "row \(row) of \(rows)")
        }
    }

    @Test(arguments: rows)
    func logic(rows: Int) {
        let words = (rows + 63) / 64
        func run(_ body: (inout [UInt64]) -> Void, _ truth: (Int) -> Bool?) {
            var file = Self.file(rows: rows)
            body(&file)
            Self.expect(file, rows: rows, truth)
        }
        run {
            TruthKernels.meet(&$0, Self.target, Self.left, Self.right, words: words)
        } _: { row in
            switch (Self.truth(0, row), Self.truth(1, row)) {
            case (false?, _), (_, false?): false
            case (true?, true?): true
            default: nil
            }
        }
        run {
            // Or, by denying both sides and the result.
            TruthKernels.meet(&$0, Self.target.negated, Self.left.negated, Self.right.negated, words: words)
        } _: { row in
            switch (Self.truth(0, row), Self.truth(1, row)) {
            case (true?, _), (_, true?): true
            case (false?, false?): false
            default: nil
            }
        }
        run {
            TruthKernels.equal(&$0, Self.target, Self.left, Self.right, words: words)
        } _: { row in
            guard let one = Self.truth(0, row), let other = Self.truth(1, row) else { return nil }
            return one == other
        }
        run {
            TruthKernels.gate(&$0, Self.target, Self.left, by: Self.right, words: words)
        } _: { row in
            Self.truth(1, row) == nil ? nil : Self.truth(0, row)
        }
        run {
            TruthKernels.select(
                &$0, Self.target, Self.left, then: Self.right, otherwise: Self.third, words: words)
        } _: { row in
            Self.truth(0, row).flatMap { Self.truth($0 ? 1 : 2, row) }
        }
    }

    @Test(arguments: rows)
    func columns(rows: Int) {
        let words = (rows + 63) / 64
        var bits = Array(repeating: UInt64(0), count: words)
        for row in 0..<rows where row % 5 == 0 { bits[row / 64] |= 1 << UInt64(row % 64) }
        // Words without anything known are skipped.
        if words > 2 { bits[1] = 0 }
        func bit(_ row: Int) -> Bool { bits[row / 64] >> UInt64(row % 64) & 1 == 1 }
        let numbers = (0..<rows).map { Int32(truncatingIfNeeded: $0 - 30) }
        let codes = (0..<rows).map { row in row / 64 == 1 ? UInt8(0) : UInt8(row % 7) }

        var file = Self.file(rows: 0)
        TruthKernels.flags(&file, Self.target, bits.span, rows: rows)
        Self.expect(file, rows: rows) { bit($0) }
        file = Self.file(rows: 0)
        TruthKernels.between(
            &file, Self.target, numbers.span, known: bits.span, low: -20, high: 40, rows: rows)
        Self.expect(file, rows: rows) { bit($0) ? (-20...40).contains(numbers[$0]) : nil }
        for (wanted, unknown) in [
            ([UInt8](), [UInt8](arrayLiteral: 0)), ([2], [0]), ([1, 2, 4, 5], [0]), ([0, 3], []), ([], []),
        ] {
            file = Self.file(rows: 0)
            TruthKernels.codes(&file, Self.target, codes.span, wanted: wanted, unknown: unknown, rows: rows)
            Self.expect(file, rows: rows) { unknown.contains(codes[$0]) ? nil : wanted.contains(codes[$0]) }
        }
        let table: [UInt8] = (0..<256).map { UInt8($0 % 3) }
        file = Self.file(rows: 0)
        TruthKernels.table(&file, Self.target, codes.span, table: table, rows: rows)
        Self.expect(file, rows: rows) { [nil, true, false][Int(codes[$0]) % 3] }
        let pairs: [UInt8] = (0..<20).map { UInt8($0 % 3) }
        file = Self.file(rows: 0)
        TruthKernels.pairs(&file, Self.target, codes.span, codes.span, table: pairs, width: 5, rows: rows)
        Self.expect(file, rows: rows) { row in
            let code = Int(codes[row])
            return code < 4 ? [nil, true, false][(code * 5 + code) % 3] : nil
        }
        file = Self.file(rows: rows)
        var isTrue = Array(repeating: UInt64(0), count: words + 1)
        var isKnown = isTrue
        TruthKernels.write(file, Self.left, words: words, isTrue: &isTrue, isKnown: &isKnown, at: 1)
        #expect(Array(isTrue.dropFirst()) == Array(file[0..<words]))
        #expect(Array(isKnown.dropFirst()) == (0..<words).map { file[$0] | file[4 + $0] })
        for value in [true, false, nil] {
            file = Self.file(rows: 0)
            TruthKernels.fill(&file, Self.target, value, rows: rows)
            Self.expect(file, rows: rows) { _ in value }
        }
    }
}
