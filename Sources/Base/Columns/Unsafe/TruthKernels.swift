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
/// are zero in the operands. Each loop writes one bitmap, so that the compiler turns it into vector instructions.
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
            let (leftTrue, leftFalse) = unsafe (base + left.isTrue, base + left.isFalse)
            let (rightTrue, rightFalse) = unsafe (base + right.isTrue, base + right.isFalse)
            unsafe write(base + target.isTrue, words) { unsafe leftTrue[$0] & rightTrue[$0] }
            unsafe write(base + target.isFalse, words) { unsafe leftFalse[$0] | rightFalse[$0] }
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
            let (leftTrue, leftFalse) = unsafe (base + left.isTrue, base + left.isFalse)
            let (rightTrue, rightFalse) = unsafe (base + right.isTrue, base + right.isFalse)
            unsafe write(base + target.isTrue, words) {
                unsafe (leftTrue[$0] & rightTrue[$0]) | (leftFalse[$0] & rightFalse[$0])
            }
            unsafe write(base + target.isFalse, words) {
                unsafe (leftTrue[$0] & rightFalse[$0]) | (leftFalse[$0] & rightTrue[$0])
            }
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
            let (yes, no) = unsafe (base + condition.isTrue, base + condition.isFalse)
            let (thenTrue, thenFalse) = unsafe (base + then.isTrue, base + then.isFalse)
            let (elseTrue, elseFalse) = unsafe (base + otherwise.isTrue, base + otherwise.isFalse)
            unsafe write(base + target.isTrue, words) { unsafe (yes[$0] & thenTrue[$0]) | (no[$0] & elseTrue[$0]) }
            unsafe write(base + target.isFalse, words) { unsafe (yes[$0] & thenFalse[$0]) | (no[$0] & elseFalse[$0]) }
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
            let (leftTrue, leftFalse) = unsafe (base + left.isTrue, base + left.isFalse)
            let (rightTrue, rightFalse) = unsafe (base + right.isTrue, base + right.isFalse)
            unsafe write(base + target.isTrue, words) { unsafe leftTrue[$0] & (rightTrue[$0] | rightFalse[$0]) }
            unsafe write(base + target.isFalse, words) { unsafe leftFalse[$0] & (rightTrue[$0] | rightFalse[$0]) }
        }
    }

    /// One value in all rows: true, false, or nil for unknown.
    public static func fill(_ file: inout [UInt64], _ target: TruthPlace, _ value: Bool?, rows: Int) {
        let words = (rows + 63) / 64
        check(file, target, words)
        for word in 0..<words {
            let mask = mask(word, of: rows)
            file[target.isTrue + word] = value == true ? mask : 0
            file[target.isFalse + word] = value == false ? mask : 0
        }
    }

    /// A bitmap that is known in every row.
    public static func flags(_ file: inout [UInt64], _ target: TruthPlace, _ bits: Span<UInt64>, rows: Int) {
        let words = (rows + 63) / 64
        check(file, target, words)
        precondition(bits.count >= words)
        guard words > 0 else { return }
        unsafe file.withUnsafeMutableBufferPointer { file in
            unsafe bits.withUnsafeBufferPointer { bits in
                guard let base = file.baseAddress, let bits = bits.baseAddress else { return }
                unsafe write(base + target.isTrue, words) { unsafe bits[$0] }
                unsafe write(base + target.isFalse, words) { unsafe ~bits[$0] }
                let mask = mask(words - 1, of: rows)
                unsafe base[target.isTrue + words - 1] &= mask
                unsafe base[target.isFalse + words - 1] &= mask
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
                    unsafe write(base + target.isTrue, words) { unsafe isKnown[$0] & isTrue[$0] }
                    unsafe write(base + target.isFalse, words) { unsafe isKnown[$0] & ~isTrue[$0] }
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
        unsafe file.withUnsafeBufferPointer { file in
            unsafe isTrue.withUnsafeMutableBufferPointer { isTrue in
                unsafe isKnown.withUnsafeMutableBufferPointer { isKnown in
                    guard let base = file.baseAddress, let truths = isTrue.baseAddress, let known = isKnown.baseAddress
                    else { return }
                    let (yes, no) = unsafe (base + source.isTrue, base + source.isFalse)
                    unsafe write(truths + first, words) { unsafe yes[$0] }
                    unsafe write(known + first, words) { unsafe yes[$0] | no[$0] }
                }
            }
        }
    }

    static func check(_ file: borrowing [UInt64], _ place: TruthPlace, _ words: Int) {
        let last = file.count - words
        precondition(words >= 0 && place.isTrue >= 0 && place.isFalse >= 0)
        precondition(place.isTrue <= last && place.isFalse <= last)
    }

    /// The bits of a word that stand for rows.
    static func mask(_ word: Int, of rows: Int) -> UInt64 {
        let left = rows - word * 64
        return left >= 64 ? ~0 : (1 << UInt64(max(0, left))) - 1
    }

    /// `value(i)` into every word from `target` on.
    @inline(__always)
    private static func write(_ target: UnsafeMutablePointer<UInt64>, _ words: Int, _ value: (Int) -> UInt64) {
        var word = 0
        while word < words {
            unsafe target[word] = value(word)
            word &+= 1
        }
    }
}
