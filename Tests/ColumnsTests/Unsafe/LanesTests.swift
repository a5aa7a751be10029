import CLanes
import Testing

/// Whatever registers the processor has, the masks are those of looking at byte after byte.
@Suite struct LanesTests {
    private struct Masks: Equatable {
        var parting: UInt64 = 0
        var second: UInt64 = 0
        var hasThird = false
        var isHigh = false
        var count: UInt32 = 0
        var countToSecond: UInt32 = 0

        init() {}

        init(_ found: lanes_masks) {
            parting = found.parting
            second = found.second
            hasThird = found.third != 0
            isHigh = found.high != 0
            count = found.count
            countToSecond = found.count_to_second
        }
    }

    private static func plain(_ bytes: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Masks {
        var masks = Masks()
        for (place, byte) in bytes.enumerated() {
            if byte == wanted[0] || byte == wanted[1] {
                masks.parting |= 1 << UInt64(place)
                if masks.second == 0 { masks.countToSecond += 1 }
                masks.count += 1
            }
            if byte == wanted[1] { masks.second |= 1 << UInt64(place) }
            if byte == wanted[2] { masks.hasThird = true }
            if byte > 127 { masks.isHigh = true }
        }
        return masks
    }

    @Test(arguments: [1, 16, 32, 64]) func everyWidthAgreesWithByteAfterByte(_ width: Int32) {
        var state: UInt64 = 7
        var bytes: [UInt8] = []
        for number in 0..<(64 * 400) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            // Some stretches with much that is wanted, some with little, some with nothing but text.
            let choice = state >> 33 % (number / 640 % 3 == 0 ? 4 : 60)
            let odd: [UInt8] = [44, 10, 34, UInt8(truncatingIfNeeded: state >> 50)]
            bytes.append(choice < 4 && number / 640 % 7 != 3 ? odd[Int(choice)] : 65)
        }
        for wanted: [UInt8] in [[44, 10, 34], [59, 13, 59], [200, 65, 255]] {
            var found = [lanes_masks](repeating: lanes_masks(), count: 400)
            // A processor without such registers has nothing to show.
            guard unsafe lanes_compare_by(width, bytes, 400, wanted[0], wanted[1], wanted[2], &found) == 1 else {
                return
            }
            for block in 0..<400 {
                #expect(Masks(found[block]) == Self.plain(bytes[(block * 64)..<(block * 64 + 64)], wanted))
            }
        }
    }

    @Test func noOtherWidthIsThere() {
        var found = lanes_masks()
        let bytes = [UInt8](repeating: 0, count: 64)
        for width: Int32 in [0, 8, 48, 128] { #expect(unsafe lanes_compare_by(width, bytes, 1, 1, 2, 3, &found) == 0) }
    }

    private static func canStand(_ cells: [UInt8]) -> Bool {
        var before = UInt8(ascii: ",")
        for byte in cells {
            if byte < 32 || byte > 127 { return false }
            if before == 44, [61, 43, 45, 64].contains(byte) { return false }
            before = byte
        }
        return true
    }

    @Test(arguments: [1, 16, 64]) func cellsAreCopiedAndJudgedByEveryWidth(_ width: Int32) {
        var state: UInt64 = 11
        var verdicts: [Bool: Int] = [:]
        for length in 0..<400 {
            for odd in 0..<12 {
                var cells = (0..<length).map { _ -> UInt8 in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return state >> 60 == 0 ? 44 : UInt8(65 + state >> 33 % 26)
                }
                // One byte anywhere that matters, or does only behind a comma.
                if length > 0 {
                    cells[Int(state >> 20) % length] = [61, 43, 45, 64, 34, 10, 13, 9, 127, 128, 255, 31][odd]
                }
                let text = cells + [UInt8](repeating: 34, count: 64)
                var copy = [UInt8](repeating: 0, count: length + 64)
                let met = unsafe lanes_copy_cells_by(width, &copy, text, Int64(length))
                #expect(Array(copy[..<length]) == cells)
                #expect(met == (!Self.canStand(cells) ? 1 : cells.contains(34) ? 2 : 0))
                verdicts[met == 0, default: 0] += 1
            }
        }
        #expect(verdicts[true, default: 0] > 500 && verdicts[false, default: 0] > 500)
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

    /// Rows of cells of 0 to 19 bytes: fewer than are looked at together, just as many, and more.
    @Test(arguments: [0, 1, 7, 8, 9, 64, 1003], [1, 2, 15]) func columnsStandWhereTheirCellsDo(rows: Int, width: Int) {
        var state: UInt64 = 3
        let stride = width + 1
        var bounds: [UInt32] = []
        var at: UInt32 = 5
        for place in 0..<rows * stride + 1 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bounds.append(at)
            // The next row begins where this one ends.
            if place % stride != width { at += 1 + UInt32(state >> 33) % 20 }
        }
        // A cell without an end, as at the end of a file, is empty.
        if rows > 3 { bounds[3 * stride + 1] = bounds[3 * stride] }
        for column in 0..<width {
            let first = (0..<rows).map { bounds[$0 * stride + column] }
            let next = (0..<rows).map { bounds[$0 * stride + column + 1] }
            var starts = [UInt32](repeating: 1, count: rows)
            var ends = [UInt32](repeating: 1, count: rows)
            unsafe lanes_gather_cells(bounds, Int64(stride), Int64(rows), Int64(column), &starts, &ends)
            #expect(starts == first)
            #expect(ends == zip(first, next).map { max($0, $1 - 1) })

            var found: [Int] = []
            var row: Int64 = 0
            while true {
                row = unsafe lanes_next_not_of_length(
                    bounds, Int64(stride), row, Int64(rows), Int64(column), 16)
                if row >= rows { break }
                found.append(Int(row))
                row += 1
            }
            #expect(row == rows)
            #expect(found == (0..<rows).filter { next[$0] - first[$0] != 17 })
        }
    }

    /// Tables with some lines full, the last one too; asked for what is there, what is not and what is no key.
    @Test(arguments: [1, 64], [5, 700, 4000]) func keysAreFoundByEveryWidth(_ width: Int32, keys count: Int) {
        let lines = count * 2 / 7 + 2
        let capacity = lines * Int(LANES_KEY_LINE)
        let table = UnsafeMutableRawPointer.allocate(byteCount: capacity * 16, alignment: 64)
        defer { unsafe table.deallocate() }
        let words = unsafe table.bindMemory(to: UInt64.self, capacity: capacity * 2)
        unsafe words.update(repeating: 0, count: capacity * 2)
        let limit = UInt64(1) << 54
        var state: UInt64 = 5
        let keys = (0..<count * 2).map { _ -> UInt64 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 10 % (limit - 1) + 1
        }
        // Where each of the first half stands, put there entry after entry.
        var places: [UInt64: Int] = [:]
        func free(_ key: UInt64) -> Int {
            var slot = Int(lanes_key_home(key, UInt64(lines)))
            while unsafe words[slot * 2] != 0 { slot = (slot + 1) % capacity }
            return slot
        }
        for key in keys[..<count] where places[key] == nil {
            let slot = free(key)
            // Flags beside some of them.
            unsafe words[slot * 2] = key | (key % 3 == 0 ? limit << (key % 10) : 0)
            places[key] = slot
        }
        let asked = keys + [0, limit, limit | keys[0], .max]
        var slots = [UInt32](repeating: 0, count: asked.count)
        var found = [UInt8](repeating: 9, count: asked.count)
        unsafe lanes_find_keys_by(width, table, UInt64(lines), asked, Int64(asked.count), &slots, &found)
        for (place, key) in asked.enumerated() {
            if let slot = places[key] {
                #expect(found[place] == 1 && Int(slots[place]) == slot)
            } else {
                #expect(found[place] == 0 && Int(slots[place]) < capacity)
                if 1..<limit ~= key { #expect(Int(slots[place]) == free(key)) }
            }
        }
    }
}
