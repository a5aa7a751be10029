import Testing

@testable import Tabular

/// Rows taken by their shape hold what the XML parser reads in them, in whatever form a sheet comes.
@Suite struct SheetShapeTests {
    private static func compare(_ xml: [UInt8], _ dice: inout Dice, _ seed: UInt64) throws {
        let expected = try SheetReading(
            xml, strings: SheetMaker.strings, formats: SheetMaker.formats, headRows: 1)
        for pieces in [Int.random(in: 1...60, using: &dice), Int.random(in: 60...1500, using: &dice)] {
            let found = try SheetReading(
                xml, strings: SheetMaker.strings, formats: SheetMaker.formats, pieces: pieces, way: .shape,
                textMemory: seed % 3 == 0 ? 64 : 1 << 20)
            let same = found.describesTheSame(as: expected)
            #expect(same, "sheet \(seed), pieces of \(pieces)")
            if !same { return }
        }
    }

    /// Two thousand sheets: attributes in any order, comments, CDATA, references, prefixes, other encodings.
    @Test(arguments: 0..<8) func theSameCells(part: UInt64) throws {
        for number in 0..<250 {
            let seed = part * 250 + UInt64(number)
            var maker = SheetMaker(seed: seed)
            var dice = Dice(seed: seed)
            try Self.compare(maker.part(), &dice, seed)
        }
    }

    /// The same sheets with bytes changed, left out or doubled: the same cells, or the same refusal.
    @Test(arguments: 0..<8) func theSameDamage(part: UInt64) throws {
        for number in 0..<250 {
            let seed = part * 250 + UInt64(number)
            var maker = SheetMaker(seed: seed)
            var dice = Dice(seed: seed &+ 7919)
            var xml = maker.part()
            for _ in 0...Int.random(in: 0..<3, using: &dice) where !xml.isEmpty {
                let place = Int.random(in: 0..<xml.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: xml[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: xml.remove(at: place)
                case 2: xml.insert(contentsOf: xml[place..<min(xml.count, place + 9)], at: place)
                default: xml[place] = Array("<>/\"=& rc1".utf8)[Int.random(in: 0..<10, using: &dice)]
                }
            }
            try Self.compare(xml, &dice, seed)
        }
    }

    /// Plain rows are in fact taken by their shape: else the comparison would prove nothing.
    @Test func plainRowsAreTaken() throws {
        let rows = (1...50).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"str\"><v>x</v></c></row>" }.joined()
        #expect(try SheetReading(rows, pieces: 300, way: .shape).spool?.lines.lastColumn == 0)
        #expect(try SheetReading(rows, way: .parser, headRows: 1).spool?.lines.lastColumn == nil)
    }
}

extension SheetReading {
    func describesTheSame(as other: SheetReading) -> Bool {
        guard problem == nil, other.problem == nil else { return problem == other.problem }
        return text == other.text && formulasWithoutResult == other.formulasWithoutResult
            && hiddenRows == other.hiddenRows && merges == other.merges && spool?.keyCells == other.spool?.keyCells
            && spool?.lastRow == other.spool?.lastRow && spool?.width == other.spool?.width
            && spool?.cellsBeyond == other.spool?.cellsBeyond
            && spool?.figures.map(\.all) == other.spool?.figures.map(\.all)
    }
}

extension SheetSpool.ColumnFigures {
    fileprivate var all: [Int] { [longNumbers, roundedNumbers, longTexts, roundedTexts] }
}
