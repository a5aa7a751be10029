/// Parts into which people are dealt by their NIK, so that each part's index fits in memory: every row of one NIK, on
/// whichever list, is of the same part.
public struct NIKPartitions: Hashable, Sendable {
    /// Parts at most; one number of a byte is left for rows without a usable NIK.
    public static let most = 254

    public let count: Int

    /// - Parameter count: 1 ... `most`; other numbers count as the nearest of these.
    public init(_ count: Int) {
        self.count = min(max(1, count), Self.most)
    }

    /// The part of a NIK, 0 ..< `count`.
    ///
    /// The hash is another than that of `KeyIndex`: the keys of one part must be scattered over all of its index.
    @inline(__always)
    public func number(of nik: UInt64) -> Int {
        let hash = (nik ^ (nik >> 31)) &* 0xD6E8_FEB8_6659_FD93
        return Int((hash ^ (hash >> 29)).multipliedFullWidth(by: UInt64(count)).high)
    }
}
