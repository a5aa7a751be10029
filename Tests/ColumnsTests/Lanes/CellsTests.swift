import CLanes
import Testing

/// Cells are copied whole and judged alike by registers of every width.
@Suite struct CellsTests {
    private static func canStand(_ cells: [UInt8]) -> Bool {
        var before = UInt8(ascii: ",")
        for byte in cells {
            if byte < 32 || byte > 127 { return false }
            if before == 44 || before == 59, [61, 43, 45, 64].contains(byte) { return false }
            before = byte
        }
        return true
    }

    /// Cells of each length with one byte anywhere that matters, or does only behind a comma.
    private static func samples(_ body: (_ cells: [UInt8]) -> Void) {
        var random = SeededBytes(11)
        for length in 0..<400 {
            for odd: UInt8 in [61, 43, 45, 64, 34, 10, 13, 9, 127, 128, 255, 31, 59] {
                var cells = (0..<length).map { _ in
                    random.below(16) == 0 ? (random.below(4) == 0 ? 59 : 44) : UInt8(65 + random.below(26))
                }
                if length > 0 { cells[random.below(length)] = odd }
                body(cells)
            }
        }
    }

    private static func verdict(_ cells: [UInt8]) -> UInt32 { !canStand(cells) ? 1 : cells.contains(34) ? 2 : 0 }

    @Test(arguments: Registers.here(LANES_COPY_CELLS)) func cellsAreCopiedAndJudgedByEveryWidth(_ width: Int32) {
        var verdicts: [UInt32: Int] = [:]
        Self.samples { cells in
            let text = cells + [UInt8](repeating: 34, count: 64)
            var copy = [UInt8](repeating: 0, count: cells.count + 64)
            var met: UInt32 = 9
            #expect(unsafe lanes_copy_cells_by(width, &copy, text, Int64(cells.count), &met) == 1)
            #expect(Array(copy[..<cells.count]) == cells)
            #expect(met == Self.verdict(cells))
            verdicts[met, default: 0] += 1
        }
        #expect(verdicts[0, default: 0] > 500 && verdicts[1, default: 0] > 500 && verdicts[2, default: 0] > 100)
    }

    /// What matters alone, or behind a comma or a semicolon, does so at each place in turn.
    @Test(
        arguments: Registers.here(LANES_COPY_CELLS),
        [[34], [31], [128], [255], [61], [44, 61], [44, 64], [59, 61], [59, 43]] as [[UInt8]])
    func everyPlaceCounts(_ width: Int32, _ odd: [UInt8]) {
        for place in 1..<140 {
            var cells = [UInt8](repeating: 65, count: 150)
            cells.replaceSubrange(place..<place + odd.count, with: odd)
            let text = cells + [UInt8](repeating: 65, count: 64)
            var copy = [UInt8](repeating: 0, count: cells.count + 64)
            var met: UInt32 = 9
            #expect(unsafe lanes_copy_cells_by(width, &copy, text, Int64(cells.count), &met) == 1)
            #expect(met == Self.verdict(cells), "place \(place)")
        }
    }

    @Test func theFormInUseIsOneOfThem() {
        Self.samples { cells in
            let text = cells + [UInt8](repeating: 44, count: 64)
            var copy = [UInt8](repeating: 0, count: cells.count + 64)
            #expect(unsafe lanes_copy_cells(&copy, text, Int64(cells.count)) == Self.verdict(cells))
            #expect(Array(copy[..<cells.count]) == cells)
        }
    }

    /// A cell alone: quotes, what parts cells or lines, and bytes above 127 are told apart.
    @Test func aCellAloneIsJudged() {
        Self.samples { cells in
            let text = cells + [UInt8](repeating: 44, count: 16)
            let plain: UInt32 =
                (cells.contains(34) ? 1 : 0) | (cells.contains { [44, 10, 13].contains($0) } ? 2 : 0)
                | (cells.contains { $0 > 127 } ? 4 : 0) | (cells.contains { $0 == 59 || $0 == 9 } ? 8 : 0)
            var copy = [UInt8](repeating: 0, count: cells.count + 16)
            #expect(unsafe lanes_copy_cell(&copy, text, Int64(cells.count)) == plain)
            #expect(Array(copy[..<cells.count]) == cells)
            copy = [UInt8](repeating: 0, count: cells.count)
            #expect(unsafe lanes_copy_cell_1(&copy, text, Int64(cells.count)) == plain)
            #expect(copy == cells)
        }
    }

    /// Three cells, the middle one or two of them quoted somehow.
    @Test(arguments: [
        ("A,\"B,C\",D", [2, 8], true), ("\"A,B\",C,D", [6, 8], true), ("A,B,\"C,D\"", [2, 4], true),
        ("A,BC,D", [2, 5], true),
        // Quotes that are not needed, are more than two, or begin a formula.
        ("A,\"BC\",D", [2, 7], false), ("A,\"B\"\",\"\"C\",D", [2, 12], false), ("\"A,B\",\"C,D\",E", [6, 12], false),
        ("A,\"=B,C\",D", [2, 9], false), ("A,\"-,\",D", [2, 7], false), ("A,\"@,\",D", [2, 7], false),
        // Quotes of two cells, or within one.
        ("\",A,\"", [2, 4], false), ("A\",B,\"C", [3, 5], false), ("A,B\"C,D\",E", [2, 9], false),
        ("A,\"B,C\"D,E", [2, 9], false), ("A,\"B,D", [2, 5], false),
    ])
    func quotesStandOrNot(_ text: String, _ starts: [UInt32], _ stand: Bool) {
        let bytes = Array(text.utf8)
        let row = [0] + starts + [UInt32(bytes.count) + 1]
        #expect((unsafe lanes_quotes_stand(bytes, row, 0, 2) != 0) == stand)
    }
}
