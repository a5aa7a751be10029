import CLanes

/// Where a three-valued bitmap stands in a file of words: the rows where it is true, and those where it is false.
/// Rows in neither are unknown.
public struct TruthPlace: Hashable, Sendable {
    /// Offset of the first word of the true rows.
    public var isTrue: Int
    /// Offset of the first word of the false rows.
    public var isFalse: Int

    public init(isTrue: Int, isFalse: Int) {
        self.isTrue = isTrue
        self.isFalse = isFalse
    }

    /// The same truth denied: no work at all.
    public var negated: TruthPlace { TruthPlace(isTrue: isFalse, isFalse: isTrue) }
}

/// Three-valued logic, 64 rows at a time, over one file of words. Targets must not overlap operands.
///
/// Every function checks its bounds once and then runs free of checks; bits past the last row come out zero if they
/// are zero in the operands.
public enum TruthKernels {
    /// `left && right`.
    public static func meet(
        _ file: inout [UInt64], _ target: TruthPlace, _ left: TruthPlace, _ right: TruthPlace, words: Int
    ) {
        check(file, target, words)
        check(file, left, words)
        check(file, right, words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            guard let base = file.baseAddress else { return }
            unsafe truth_meet(
                base + target.isTrue, base + target.isFalse, base + left.isTrue, base + left.isFalse,
                base + right.isTrue, base + right.isFalse, words)
        }
    }

    /// `left == right`.
    public static func equal(
        _ file: inout [UInt64], _ target: TruthPlace, _ left: TruthPlace, _ right: TruthPlace, words: Int
    ) {
        check(file, target, words)
        check(file, left, words)
        check(file, right, words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            guard let base = file.baseAddress else { return }
            unsafe truth_equal(
                base + target.isTrue, base + target.isFalse, base + left.isTrue, base + left.isFalse,
                base + right.isTrue, base + right.isFalse, words)
        }
    }

    /// `condition ? then : otherwise`.
    public static func select(
        _ file: inout [UInt64], _ target: TruthPlace, _ condition: TruthPlace, then: TruthPlace,
        otherwise: TruthPlace, words: Int
    ) {
        check(file, target, words)
        check(file, condition, words)
        check(file, then, words)
        check(file, otherwise, words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            guard let base = file.baseAddress else { return }
            unsafe truth_select(
                base + target.isTrue, base + target.isFalse, base + condition.isTrue, base + condition.isFalse,
                base + then.isTrue, base + then.isFalse, base + otherwise.isTrue, base + otherwise.isFalse, words)
        }
    }

    /// `left` where `right` is known, else unknown.
    public static func gate(
        _ file: inout [UInt64], _ target: TruthPlace, _ left: TruthPlace, by right: TruthPlace, words: Int
    ) {
        check(file, target, words)
        check(file, left, words)
        check(file, right, words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            guard let base = file.baseAddress else { return }
            unsafe truth_gate(
                base + target.isTrue, base + target.isFalse, base + left.isTrue, base + left.isFalse,
                base + right.isTrue, base + right.isFalse, words)
        }
    }

    /// One value in all rows: true, false, or nil for unknown.
    public static func fill(_ file: inout [UInt64], _ target: TruthPlace, _ value: Bool?, rows: Int) {
        let words = (rows + 63) / 64
        check(file, target, words)
        for word in 0..<words {
            let mask = rows - word * 64 >= 64 ? ~0 : (UInt64(1) << UInt64(rows - word * 64)) - 1
            file[target.isTrue + word] = value == true ? mask : 0
            file[target.isFalse + word] = value == false ? mask : 0
        }
    }

    /// A bitmap that is known in every row.
    public static func flags(_ file: inout [UInt64], _ target: TruthPlace, _ bits: Span<UInt64>, rows: Int) {
        let words = (rows + 63) / 64
        check(file, target, words)
        precondition(bits.count >= words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe bits.withUnsafeBufferPointer { bits in
                guard let base = file.baseAddress, let bits = bits.baseAddress else { return }
                unsafe truth_flags(base + target.isTrue, base + target.isFalse, bits, rows)
            }
        }
    }

    /// A bitmap of truths beside one of what is known.
    public static func known(
        _ file: inout [UInt64], _ target: TruthPlace, isTrue: Span<UInt64>, isKnown: Span<UInt64>, words: Int
    ) {
        check(file, target, words)
        precondition(isTrue.count >= words && isKnown.count >= words)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe isTrue.withUnsafeBufferPointer { isTrue in
                unsafe isKnown.withUnsafeBufferPointer { isKnown in
                    guard let base = file.baseAddress, let isTrue = isTrue.baseAddress,
                        let isKnown = isKnown.baseAddress
                    else { return }
                    unsafe truth_known(base + target.isTrue, base + target.isFalse, isTrue, isKnown, words)
                }
            }
        }
    }

    /// Whether a number that is known lies from `low` to `high`.
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
                    unsafe truth_between(
                        base + target.isTrue, base + target.isFalse, values, known, low, high, rows)
                }
            }
        }
    }

    /// True for the codes in `wanted`, unknown for those in `unknown`, false for all others. For short lists.
    public static func codes(
        _ file: inout [UInt64], _ target: TruthPlace, _ codes: Span<UInt8>, wanted: [UInt8], unknown: [UInt8],
        rows: Int
    ) {
        check(file, target, (rows + 63) / 64)
        precondition(codes.count >= rows)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe codes.withUnsafeBufferPointer { codes in
                guard let base = file.baseAddress, let codes = codes.baseAddress else { return }
                unsafe truth_codes(
                    base + target.isTrue, base + target.isFalse, codes, wanted, wanted.count, unknown, unknown.count,
                    rows)
            }
        }
    }

    /// What `table[code]` says: 0 unknown, 1 true, 2 false. The table has 256 entries.
    public static func table(
        _ file: inout [UInt64], _ target: TruthPlace, _ codes: Span<UInt8>, table: [UInt8], rows: Int
    ) {
        check(file, target, (rows + 63) / 64)
        precondition(codes.count >= rows && table.count == 256)
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe codes.withUnsafeBufferPointer { codes in
                guard let base = file.baseAddress, let codes = codes.baseAddress else { return }
                unsafe truth_table(base + target.isTrue, base + target.isFalse, codes, table, rows)
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
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe left.withUnsafeBufferPointer { left in
                unsafe right.withUnsafeBufferPointer { right in
                    guard let base = file.baseAddress, let left = left.baseAddress, let right = right.baseAddress
                    else { return }
                    unsafe truth_pairs(
                        base + target.isTrue, base + target.isFalse, left, right, table, table.count / width, width,
                        rows)
                }
            }
        }
    }

    /// Copies a truth out of the file as the rows where it is true and those where it is known.
    public static func write(
        _ file: borrowing [UInt64], _ source: TruthPlace, words: Int, isTrue: inout [UInt64], isKnown: inout [UInt64],
        at first: Int
    ) {
        check(file, source, words)
        precondition(first >= 0 && isTrue.count >= first + words && isKnown.count >= first + words)
        for word in 0..<words {
            let yes = file[source.isTrue &+ word]
            isTrue[first &+ word] = yes
            isKnown[first &+ word] = yes | file[source.isFalse &+ word]
        }
    }

    private static func check(_ file: borrowing [UInt64], _ place: TruthPlace, _ words: Int) {
        let last = file.count - words
        precondition(words >= 0 && place.isTrue >= 0 && place.isFalse >= 0)
        precondition(place.isTrue <= last && place.isFalse <= last)
    }
}
