import CLanes

/// Kernels over any bytes: every width of registers that is there finds what the portable form finds.
enum KernelTarget {
    static func take(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return }
        let wanted = Array(bytes.prefix(3))
        // Bytes behind the text may be read, whatever they are.
        let text = Array(bytes.dropFirst(3))
        let padded = text + [UInt8](repeating: wanted[0], count: 64)
        compare(padded, wanted)
        copy(padded, text.count)
        let words = (0..<text.count / 4).map { place in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(text[place * 4 + $1]) }
        }
        gather(words.map { $0 & 0xFFFF }, width: 1 + Int(wanted[0] & 7))
        readDigits(padded, words, wanted)
        findKeys(words)
    }

    private static func widths(_ kernel: Int) -> [Int32] {
        [16, 32, 64].filter { lanes_runs(Int32(kernel), $0) != 0 }
    }

    private static func compare(_ padded: [UInt8], _ wanted: [UInt8]) {
        let blocks = padded.count / 64
        func masks(by width: Int32) -> [[UInt64]] {
            var found = [lanes_masks](repeating: lanes_masks(), count: blocks)
            precondition(
                unsafe lanes_compare_by(width, padded, Int64(blocks), wanted[0], wanted[1], wanted[2], &found) == 1)
            return found.map {
                let marks: UInt64 = ($0.third != 0 ? 1 : 0) | ($0.high != 0 ? 2 : 0)
                return [$0.parting, $0.second, marks, UInt64($0.count), UInt64($0.count_to_second)]
            }
        }
        let plain = masks(by: 1)
        for width in widths(LANES_COMPARE) { precondition(masks(by: width) == plain) }
        for block in 0..<blocks {
            let part = Array(padded[block * 64..<block * 64 + 64])
            precondition(
                unsafe lanes_among(part, wanted[0], wanted[1], wanted[2])
                    == lanes_among_1(part, wanted[0], wanted[1], wanted[2]))
        }
    }

    private static func copy(_ padded: [UInt8], _ length: Int) {
        func copied(by width: Int32) -> (cells: [UInt8], met: UInt32) {
            var copy = [UInt8](repeating: 0, count: padded.count)
            var met: UInt32 = 9
            precondition(unsafe lanes_copy_cells_by(width, &copy, padded, Int64(length), &met) == 1)
            return (Array(copy[..<length]), met)
        }
        let plain = copied(by: 1)
        precondition(plain.cells == Array(padded[..<length]))
        for width in widths(LANES_COPY_CELLS) { precondition(copied(by: width) == plain) }
        var copies = [[UInt8]](repeating: [UInt8](repeating: 0, count: padded.count), count: 2)
        let met = unsafe lanes_copy_cell(&copies[0], padded, Int64(length))
        precondition(unsafe met == lanes_copy_cell_1(&copies[1], padded, Int64(length)))
        precondition(copies[0][..<length] == copies[1][..<length])
    }

    private static func gather(_ bounds: [UInt32], width: Int) {
        let (stride, rows) = (Int64(width + 1), Int64((bounds.count - 1) / (width + 1)))
        guard rows > 0 else { return }
        func found(by register: Int32, _ column: Int64) -> [[UInt32]] {
            var starts = [UInt32](repeating: 0, count: Int(rows))
            var ends = starts
            var row: Int64 = 0
            precondition(
                unsafe lanes_gather_cells_by(register, bounds, stride, rows, column, &starts, &ends) == 1
                    && lanes_next_not_of_length_by(register, bounds, stride, 0, rows, column, 16, &row) == 1)
            return [starts, ends, [UInt32(row)]]
        }
        for column in 0..<Int64(width) {
            let plain = found(by: 1, column)
            for register in widths(LANES_GATHER_CELLS) { precondition(found(by: register, column) == plain) }
        }
    }

    private static func readDigits(_ padded: [UInt8], _ words: [UInt32], _ wanted: [UInt8]) {
        var form = lanes_digit_form()
        form.length = Int32(1 + wanted[0] & 15)
        form.whole = 100_000_000
        form.fours = (100, 1, 100, 1, 100, 1, 100, 1)
        form.eights = (327, 1, 327, 1, 327, 1, 327, 1)
        unsafe withUnsafeMutableBytes(of: &form.places) { places in
            for digit in 0..<16 { unsafe places[digit] = digit < form.length ? UInt8(digit) : 255 }
        }
        unsafe withUnsafeMutableBytes(of: &form.allowed) { allowed in
            for place in 0..<256 { unsafe allowed[place] = UInt8(truncatingIfNeeded: place * Int(wanted[1]) | 15) }
        }
        let starts = words.map { $0 % UInt32(padded.count + 9) }
        let ends = zip(starts, words).map { $0 + ($1 >> 28 == 0 ? 3 : UInt32(form.length)) }
        func values(by width: Int32) -> [UInt64] {
            var values = [UInt64](repeating: 9, count: starts.count)
            precondition(
                unsafe lanes_read_digits_by(
                    width, padded, Int64(padded.count), starts, ends, Int64(starts.count), &form, &values) == 1)
            return values
        }
        let plain = values(by: 1)
        for width in widths(LANES_READ_DIGITS) { precondition(values(by: width) == plain) }
    }

    private static func findKeys(_ words: [UInt32]) {
        let keys = words.map { UInt64($0) << 10 }
        let lines = words.count / 3 + 1
        let capacity = lines * Int(LANES_KEY_LINE)
        let table = UnsafeMutableRawPointer.allocate(byteCount: capacity * 16, alignment: 64)
        defer { unsafe table.deallocate() }
        let entries = unsafe table.bindMemory(to: UInt64.self, capacity: capacity * 2)
        unsafe entries.update(repeating: 0, count: capacity * 2)
        for key in keys.prefix(words.count / 2) where key != 0 {
            var slot = Int(lanes_key_home(key, UInt64(lines)))
            while unsafe entries[slot * 2] != 0 && entries[slot * 2] != key { slot = (slot + 1) % capacity }
            unsafe entries[slot * 2] = key
        }
        func found(by width: Int32) -> (slots: [UInt32], found: [UInt8]) {
            var slots = [UInt32](repeating: 0, count: keys.count)
            var found = [UInt8](repeating: 9, count: keys.count)
            precondition(
                unsafe lanes_find_keys_by(width, table, UInt64(lines), keys, Int64(keys.count), &slots, &found) == 1)
            return (slots, found)
        }
        let plain = found(by: 1)
        for width in widths(LANES_FIND_KEYS) { precondition(found(by: width) == plain) }
    }
}
