import CLanes

// Columns compared with constants: 64 rows become one word of truth.
extension TruthKernels {
    /// Whether a number that is known lies from `low` to `high`. Words without a known row are not looked at.
    public static func between(
        _ file: inout [UInt64], _ target: TruthPlace, _ values: Span<Int32>, known: Span<UInt64>, low: Int32,
        high: Int32, rows: Int
    ) {
        let words = (rows + 63) / 64
        check(file, target, words)
        precondition(values.count >= rows && known.count >= words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe values.withUnsafeBufferPointer { values in
                unsafe known.withUnsafeBufferPointer { known in
                    guard let base = file.baseAddress, let values = values.baseAddress,
                        let known = known.baseAddress
                    else { return }
                    for word in 0..<words {
                        let there = unsafe known[word]
                        guard there != 0 else {
                            unsafe base[target.isTrue + word] = 0
                            unsafe base[target.isFalse + word] = 0
                            continue
                        }
                        let inside = unsafe inside(
                            values + word * 64, min(64, rows - word * 64), low: low, high: high)
                        unsafe base[target.isTrue + word] = inside & there
                        unsafe base[target.isFalse + word] = ~inside & there
                    }
                }
            }
        }
    }

    /// The rows of one word whose value lies between.
    @inline(__always)
    private static func inside(_ values: UnsafePointer<Int32>, _ rows: Int, low: Int32, high: Int32) -> UInt64 {
        guard rows == 64 else {
            var word: UInt64 = 0
            for row in 0..<rows {
                let value = unsafe values[row]
                word |= (value >= low && value <= high ? 1 : 0) << UInt64(row)
            }
            return word
        }
        // One byte a row first: the compiler compares many at once, and the bytes are gathered by a single instruction.
        return unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { bytes in
            guard let bytes = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
            var row = 0
            while row < 64 {
                let value = unsafe values[row]
                unsafe bytes[row] = (value >= low ? 1 : 0) & (value <= high ? 1 : 0)
                row &+= 1
            }
            return unsafe lanes_among(bytes, 1, 1, 1)
        }
    }

    /// True for the codes in `wanted`, unknown for those in `unknown`, false for all others. For short lists.
    public static func codes(
        _ file: inout [UInt64], _ target: TruthPlace, _ codes: Span<UInt8>, wanted: [UInt8], unknown: [UInt8],
        rows: Int
    ) {
        let words = (rows + 63) / 64
        check(file, target, words)
        precondition(codes.count >= rows)
        // What a row without a code comes to: in a sparse column most words hold nothing else.
        let emptyIsTrue: UInt64 = wanted.contains(0) ? ~0 : 0
        let emptyIsFalse: UInt64 = wanted.contains(0) || unknown.contains(0) ? 0 : ~0
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe codes.withUnsafeBufferPointer { codes in
                guard let base = file.baseAddress, let codes = codes.baseAddress else { return }
                for word in 0..<words {
                    let here = unsafe codes + word * 64
                    let left = rows - word * 64
                    if left >= 64, unsafe isZero(here) {
                        unsafe base[target.isTrue + word] = emptyIsTrue
                        unsafe base[target.isFalse + word] = emptyIsFalse
                        continue
                    }
                    let yes = unsafe left >= 64 ? among(wanted, here) : among(wanted, here, rows: left)
                    let maybe = unsafe left >= 64 ? among(unknown, here) : among(unknown, here, rows: left)
                    unsafe base[target.isTrue + word] = yes
                    unsafe base[target.isFalse + word] = ~(yes | maybe) & mask(word, of: rows)
                }
            }
        }
    }

    /// Whether 64 bytes are all zero.
    @inline(__always)
    private static func isZero(_ bytes: UnsafePointer<UInt8>) -> Bool {
        let raw = unsafe UnsafeRawPointer(bytes)
        var any: UInt64 = 0
        for offset in stride(from: 0, to: 64, by: 8) {
            any |= unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        }
        return any == 0
    }

    /// The rows of 64 whose byte is in the list, three of the list at a time.
    @inline(__always)
    private static func among(_ list: [UInt8], _ bytes: UnsafePointer<UInt8>) -> UInt64 {
        var rows: UInt64 = 0
        var index = 0
        while index < list.count {
            let first = list[index]
            let second = index + 1 < list.count ? list[index + 1] : first
            let third = index + 2 < list.count ? list[index + 2] : first
            rows |= unsafe lanes_among(bytes, first, second, third)
            index += 3
        }
        return rows
    }

    /// The same for the last, shorter word.
    private static func among(_ list: [UInt8], _ bytes: UnsafePointer<UInt8>, rows: Int) -> UInt64 {
        var word: UInt64 = 0
        for row in 0..<rows where unsafe list.contains(bytes[row]) { word |= 1 << UInt64(row) }
        return word
    }

    /// What `table[code]` says: 0 unknown, 1 true, 2 false. The table has 256 entries.
    public static func table(
        _ file: inout [UInt64], _ target: TruthPlace, _ codes: Span<UInt8>, table: [UInt8], rows: Int
    ) {
        check(file, target, (rows + 63) / 64)
        precondition(codes.count >= rows && table.count == 256)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe codes.withUnsafeBufferPointer { codes in
                unsafe table.withUnsafeBufferPointer { table in
                    guard let base = file.baseAddress, let codes = codes.baseAddress, let table = table.baseAddress
                    else { return }
                    unsafe gather(base, target, rows) { unsafe table[Int(codes[$0])] }
                }
            }
        }
    }

    /// What `table[left * width + right]` says: 0 unknown, 1 true, 2 false; codes past the table are unknown.
    public static func pairs(
        _ file: inout [UInt64], _ target: TruthPlace, _ left: Span<UInt8>, _ right: Span<UInt8>, table: [UInt8],
        width: Int, rows: Int
    ) {
        check(file, target, (rows + 63) / 64)
        precondition(left.count >= rows && right.count >= rows && width > 0)
        let height = table.count / width
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe left.withUnsafeBufferPointer { left in
                unsafe right.withUnsafeBufferPointer { right in
                    unsafe table.withUnsafeBufferPointer { table in
                        guard let base = file.baseAddress, let left = left.baseAddress,
                            let right = right.baseAddress, let table = table.baseAddress
                        else { return }
                        unsafe gather(base, target, rows) { row in
                            let (one, other) = unsafe (Int(left[row]), Int(right[row]))
                            return one < height && other < width ? unsafe table[one * width + other] : 0
                        }
                    }
                }
            }
        }
    }

    /// Packs one answer a row: bit 0 true, bit 1 false.
    @inline(__always)
    private static func gather(
        _ base: UnsafeMutablePointer<UInt64>, _ target: TruthPlace, _ rows: Int, _ answer: (Int) -> UInt8
    ) {
        var row = 0
        while row < rows {
            let end = min(rows, row + 64)
            var yes: UInt64 = 0
            var no: UInt64 = 0
            var bit: UInt64 = 0
            let word = row / 64
            while row < end {
                let value = UInt64(answer(row))
                yes |= (value & 1) << bit
                no |= (value >> 1) << bit
                bit &+= 1
                row &+= 1
            }
            unsafe base[target.isTrue + word] = yes
            unsafe base[target.isFalse + word] = no
        }
    }
}
