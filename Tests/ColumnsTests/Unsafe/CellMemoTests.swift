import Columns
import Testing

@Suite struct CellMemoTests {
    /// Reads as callers do: what the memo does not know is looked up and taught.
    private func read(
        _ memo: inout CellMemo, _ text: [UInt8], _ cells: TextColumn, _ value: ([UInt8]) -> UInt64
    ) -> (values: [UInt64], lookUps: Int) {
        var values: [UInt64] = []
        var lookUps = 0
        var row = memo.read(text, cells, from: 0, into: &values)
        while row < cells.count {
            let (start, end) = (Int(cells.starts[row]), Int(cells.ends[row]))
            lookUps += 1
            values[row] = value(Array(text[start..<end]))
            memo.learn(text, from: start, to: end, value: values[row])
            row = memo.read(text, cells, from: row + 1, into: &values)
        }
        return (values, lookUps)
    }

    private func value(_ cell: [UInt8]) -> UInt64 {
        cell.isEmpty ? 0 : cell.reduce(7) { $0 &* 31 &+ UInt64($1) }
    }

    /// Cells of every length to 40, alike but for one byte, and more of them than the memo has places.
    @Test(arguments: [2, 40, 3000]) func everyCellGetsItsOwnValue(different: Int) {
        var cells: [[UInt8]] = []
        for number in 0..<6000 {
            let kind = number * 7919 % different
            var cell = [UInt8](repeating: UInt8(ascii: "a"), count: kind % 41)
            if !cell.isEmpty {
                cell[kind % cell.count] = UInt8(truncatingIfNeeded: 65 + kind / 41)
                if cell.count > 2 { cell[cell.count - 1] = UInt8(truncatingIfNeeded: kind / 256 + 1) }
            }
            cells.append(cell)
        }
        let (text, column) = laidOut(cells)
        var memo = CellMemo()
        for _ in 0..<2 {
            #expect(read(&memo, text, column, value).values == cells.map(value))
        }
    }

    /// What was learnt is not asked for again; a cell of more than 32 bytes always is.
    @Test func fewTextsAreLookedUpOnce() {
        let short = [UInt8](repeating: 1, count: 32)
        let long = [UInt8](repeating: 1, count: 33)
        let (text, column) = laidOut([short, [], long, short, [9], long, [9]])
        var memo = CellMemo()
        #expect(read(&memo, text, column, value).lookUps == 4)
        #expect(read(&memo, text, column, value).lookUps == 2)
    }

    /// The bytes behind a cell are no part of it, whatever they are.
    @Test func whatStandsBehindACellDoesNotMatter() {
        var memo = CellMemo()
        for tail in [UInt8(0), 44, 255] {
            let text: [UInt8] = [66, 75] + [UInt8](repeating: tail, count: 40)
            var column = TextColumn()
            column.starts = [0]
            column.ends = [2]
            let (values, lookUps) = read(&memo, text, column) { _ in 5 }
            #expect(values == [5])
            #expect(lookUps == (tail == 0 ? 1 : 0))
        }
    }

    /// Near the end of the text a cell is left to the caller: the bytes beyond are nobody's. A cell of one byte needs
    /// none of them.
    @Test func theEndOfTheTextIsNotReadOver() {
        let (text, column) = laidOut([[1, 2], [3]], padding: 0)
        var memo = CellMemo()
        for round in 0..<2 {
            let (values, lookUps) = read(&memo, text, column, value)
            #expect(values == [value([1, 2]), value([3])])
            #expect(lookUps == 2 - round)
        }
    }

    /// Every byte is a cell of its own, whatever its value.
    @Test func everySingleByteIsKeptApart() {
        let (text, column) = laidOut((0...255).map { [UInt8($0)] })
        var memo = CellMemo()
        let values = (0...255).map { $0 % 3 == 0 ? UInt64.max : UInt64($0 % 2) }
        for round in 0..<2 {
            let read = read(&memo, text, column) { values[Int($0[0])] }
            #expect(read.values == values)
            #expect(read.lookUps == (round == 0 ? 256 : 0))
        }
    }
}
