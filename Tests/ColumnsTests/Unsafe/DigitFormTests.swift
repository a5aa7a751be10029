import CLanes
import Testing

@testable import Columns

/// Cells become the numbers that reading them digit by digit makes, by registers of every width.
@Suite struct DigitFormTests {
    /// `DD:MM` and four digits more: the number DDMM0000 + the four.
    private func made(_ bounds: [DigitForm.Bounds]) -> DigitForm? {
        DigitForm(
            length: 9, marks: [(2, UInt8(ascii: ":"))],
            pairs: [DigitForm.Pair](repeating: DigitForm.Pair(nil, times: 0), count: 4) + [
                DigitForm.Pair((0, 1), times: 100), DigitForm.Pair((3, 4), times: 1),
                DigitForm.Pair((5, 6), times: 100), DigitForm.Pair((7, 8), times: 1),
            ], bounds: bounds, fours: [0, 0, 10_000, 1], halves: 0)
    }

    private static let none: DigitForm.Bounds = [[0...0], [0...0], [0...0], [0...0]]
    private static let bounds: [DigitForm.Bounds] = [
        none + [[1...9, 41...49], [1...12], [0...99], [0...50]], none + [[1...31], [1...1, 3...3], [7...7], [0...99]],
    ]

    /// What a cell makes, digit by digit; 0 where it is not of the form or not within bounds.
    private func number(_ cell: [UInt8]) -> UInt64 {
        guard cell.count == 9, cell[2] == UInt8(ascii: ":") else { return 0 }
        let digits = cell.enumerated().filter { $0.offset != 2 }.map { Int($0.element) - 48 }
        guard digits.allSatisfy({ 0...9 ~= $0 }) else { return 0 }
        let pairs: [Int] = (0..<4).map { digits[$0 * 2] * 10 + digits[$0 * 2 + 1] }
        let isWithin = Self.bounds.contains { (bounds: DigitForm.Bounds) -> Bool in
            zip(bounds.suffix(4), pairs).allSatisfy { ranges, pair in ranges.joined().contains(UInt8(pair)) }
        }
        let joined = pairs.reduce(0) { $0 * 100 + $1 }
        return isWithin ? UInt64(joined) : 0
    }

    /// Cells near the form: most have all of it, some a digit, a mark or the length wrong.
    private func cells(_ count: Int) -> [[UInt8]] {
        var state: UInt64 = 11
        func number(below limit: UInt64) -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8((state >> 33) % limit)
        }
        return (0..<count).map { _ in
            var cell = (0..<9).map { _ in 48 + number(below: 10) }
            cell[0] = 48 + number(below: 5)
            cell[2] = UInt8(ascii: ":")
            cell[3] = 48 + number(below: 2)
            switch number(below: 20) {
            case 0: cell[Int(number(below: 9))] = number(below: 256)
            case 1: cell.removeLast()
            case 2: cell.append(48)
            case 3: cell = []
            default: break
            }
            return cell
        }
    }

    /// By registers of a width; by those in use for 0.
    private func read(_ form: DigitForm, _ text: [UInt8], _ column: TextColumn, by width: Int32) -> [UInt64] {
        var values: [UInt64] = [7]
        if width == 0 {
            form.read(text, column, into: &values)
        } else {
            values = [UInt64](repeating: 7, count: column.count)
            var form = form.form
            let count = Int64(column.count)
            #expect(
                unsafe lanes_read_digits_by(
                    width, text, Int64(text.count), column.starts, column.ends, count, &form, &values) == 1)
        }
        return values
    }

    @Test(arguments: [0] + Registers.here(LANES_READ_DIGITS), [0, 1, 15, 16, 17, 1000])
    func columnsAgreeWithCells(by width: Int32, count: Int) throws {
        let form = try #require(made(Self.bounds))
        let cells = cells(count)
        let (text, column) = laidOut(cells, padding: 0)
        let expected = cells.map(number)
        #expect(count < 100 || expected.count { $0 != 0 } > count / 20)
        #expect(read(form, text + [UInt8](repeating: 48, count: 16), column, by: width) == expected)
        // A cell is not looked at where sixteen bytes would not be there.
        let whole = zip(expected, column.starts).map { Int($1) + 16 <= text.count ? $0 : 0 }
        #expect(read(form, text, column, by: width) == whole)
        #expect(read(form, [], column, by: width) == [UInt64](repeating: 0, count: count))
    }

    /// Every number of sixteen digits and eight pairs, of every size.
    @Test(arguments: [0] + Registers.here(LANES_READ_DIGITS)) func sixteenDigitsMakeTheirNumber(by width: Int32) throws
    {
        let all = [DigitForm.Bounds](repeating: [[ClosedRange<UInt8>]](repeating: [0...99], count: 8), count: 1)
        let form = try #require(
            DigitForm(
                length: 16, marks: [],
                pairs: (0..<8).map { DigitForm.Pair(($0 * 2, $0 * 2 + 1), times: $0.isMultiple(of: 2) ? 100 : 1) },
                bounds: all, fours: [10_000, 1, 10_000, 1], halves: 100_000_000))
        var random = SeededBytes(16)
        let numbers = (0..<500).map { place in
            (random.next() << 31 ^ random.next()) % [10_000_000_000_000_000, 1_000_000, 100][place % 3]
        }
        let cells = numbers.map { number in
            let digits = Array(String(number).utf8)
            return [UInt8](repeating: 48, count: 16 - digits.count) + digits
        }
        let (text, column) = laidOut(cells, padding: 16)
        #expect(read(form, text, column, by: width) == numbers)
    }

    @Test(arguments: [0] + Registers.here(LANES_READ_DIGITS)) func boundsOutsideTheTextAreNoCells(by width: Int32)
        throws
    {
        let form = try #require(made(Self.bounds))
        var column = TextColumn()
        column.starts = [0, 100, 24, .max, .max - 4, 5]
        column.ends = [9, 109, 33, 8, 4, .max]
        let text = Array("01:020304".utf8) + [UInt8](repeating: 48, count: 23)
        #expect(read(form, text, column, by: width) == [1_020_304, 0, 0, 0, 0, 0])
    }

    /// Sixteen bytes are read of a cell, whatever its length: where one of them is not there, it is left to the caller.
    @Test(arguments: [0] + Registers.here(LANES_READ_DIGITS)) func theEndOfTheTextIsLeft(by width: Int32) throws {
        let form = try #require(made(Self.bounds))
        for start in [0, 1, 30] {
            for size in start + 9...start + 20 {
                var text = [UInt8](repeating: 48, count: size)
                text.replaceSubrange(start..<start + 9, with: Array("01:020304".utf8))
                var column = TextColumn()
                column.starts = [UInt32(start)]
                column.ends = [UInt32(start + 9)]
                #expect(read(form, text, column, by: width) == [start + 16 <= size ? 1_020_304 : 0])
            }
        }
    }

    @Test func whatIsNoFormIsRefused() {
        let pairs = [DigitForm.Pair](repeating: DigitForm.Pair((0, 1), times: 1), count: 8)
        let bounds = [DigitForm.Bounds](repeating: [[ClosedRange<UInt8>]](repeating: [0...99], count: 8), count: 1)
        func make(
            _ length: Int, _ marks: [(Int, UInt8)] = [], _ pairs: [DigitForm.Pair], _ bounds: [DigitForm.Bounds]
        ) -> DigitForm? {
            DigitForm(
                length: length, marks: marks.map { (place: $0.0, byte: $0.1) }, pairs: pairs, bounds: bounds,
                fours: [1, 1, 1, 1], halves: 1)
        }
        #expect(make(2, [], pairs, bounds) != nil)
        #expect(make(1, [], pairs, bounds) == nil)
        #expect(make(17, [], pairs, bounds) == nil)
        #expect(make(2, [(2, 0)], pairs, bounds) == nil)
        #expect(make(2, [], Array(pairs.dropLast()), bounds) == nil)
        #expect(make(2, [], pairs, []) == nil)
        #expect(make(2, [], pairs, [Array(bounds[0].dropLast())]) == nil)
        #expect(make(2, [], pairs, bounds + bounds + bounds) == nil)
    }
}
