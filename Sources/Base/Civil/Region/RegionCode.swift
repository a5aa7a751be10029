/// A region by its digits: 2 (province), 4 (kabupaten/kota), 6 (kecamatan) or 10 (desa/kelurahan); or unknown.
///
/// Held so that comparing orders codes by the byte order of their digits, the unknown one last.
public struct RegionCode: Hashable, Comparable, Sendable {
    /// Each digit plus one in four bits, from bit 39 down; nothing left of a shorter code. All ones when unknown.
    public let packed: UInt64

    /// The region of a row that has none, or none that can be read.
    public static let unknown = RegionCode(unchecked: .max)

    @inlinable
    init(unchecked packed: UInt64) { self.packed = packed }

    /// A code this run packed itself: taken as it is, for the hot path.
    @inlinable
    public init(trusted packed: UInt64) { self.packed = packed }

    /// A code packed before; anything else is the unknown region.
    public init(packed: UInt64) {
        let length = packed >> 40 == 0 ? Self.length(ofPacked: packed) : 0
        var isSound = Self.isLength(length)
        var place = 10
        while place > 0 {
            place -= 1
            let nibble = (packed >> UInt64(place * 4)) & 15
            isSound = isSound && (place >= 10 - length ? nibble >= 1 && nibble <= 10 : nibble == 0)
        }
        self.packed = isSound ? packed : .max
    }

    /// A code of 2, 4, 6 or 10 digits by its number; nil for any other length, or a number of more digits.
    public init?(digits value: UInt64, length: Int) {
        guard Self.isLength(length) else { return nil }
        var rest = value
        var packed: UInt64 = 0
        var place = 10 &- length
        while place < 10 {
            packed |= (rest % 10 &+ 1) << UInt64(place &* 4)
            rest /= 10
            place &+= 1
        }
        guard rest == 0 else { return nil }
        self.packed = packed
    }

    public var isUnknown: Bool { packed == .max }

    /// Digits: 2, 4, 6, 10, or 0 when unknown.
    public var length: Int { isUnknown ? 0 : Self.length(ofPacked: packed) }

    /// The first so many digits (2, 4, 6 or 10); unknown where the code has fewer.
    public func prefix(_ digits: Int) -> RegionCode {
        guard Self.isLength(digits), !isUnknown, length >= digits else { return .unknown }
        let below = UInt64(40 - digits * 4)
        return RegionCode(unchecked: (packed >> below) << below)
    }

    /// The first four digits as a number; nil where the code has fewer.
    public var firstFourDigits: Int? {
        guard !isUnknown, packed >> 24 & 15 != 0 else { return nil }
        let a = Int(packed >> 36 & 15)
        let b = Int(packed >> 32 & 15)
        let c = Int(packed >> 28 & 15)
        let d = Int(packed >> 24 & 15)
        return (a - 1) * 1000 + (b - 1) * 100 + (c - 1) * 10 + (d - 1)
    }

    public static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

    @inline(__always)
    static func isLength(_ digits: Int) -> Bool { digits == 2 || digits == 4 || digits == 6 || digits == 10 }

    private static func length(ofPacked packed: UInt64) -> Int {
        packed == 0 ? 0 : 10 - packed.trailingZeroBitCount / 4
    }
}

extension RegionCode: CustomStringConvertible {
    /// Writes the digits; nothing for the unknown region.
    public func append(to bytes: inout [UInt8]) {
        guard !isUnknown else { return }
        var shift: UInt64 = 40
        while shift > 0 {
            shift -= 4
            let digit = packed >> shift & 15
            guard digit > 0 else { return }
            bytes.append(UInt8(truncatingIfNeeded: 47 &+ digit))
        }
    }

    /// The digits; empty for the unknown region.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
