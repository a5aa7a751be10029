public import Civil

/// The newest recording of a person, in 46 bits.
public struct Recording: Hashable, Sendable {
    /// The day it was made; nil where the list does not say.
    public var day: CivilDate?
    /// Place of its class in the role's order, 0 = most advanced, at most 15.
    public var rank: UInt8
    /// Number of its status text in the run's dictionary, below 2^20.
    public var text: UInt32

    @inlinable static var textBits: UInt64 { 20 }
    /// Classes that can be told apart.
    public static let rankLimit = 16
    /// Day number of the first day of year 1: days are stored from there, 0 = none.
    @inlinable static var firstDay: Int64 { -719_162 }

    public init(day: CivilDate?, rank: UInt8, text: UInt32) {
        self.day = day
        self.rank = rank
        self.text = text
    }

    /// In order of age, then class: a greater number is the newer recording. 46 bits.
    public var packed: UInt64 { Self.pack(day?.dayNumber, rank, text) }

    @inline(__always)
    private static func pack(_ day: Int32?, _ rank: UInt8, _ text: UInt32) -> UInt64 {
        let date = day.map { UInt64(clamping: Int64($0) - firstDay + 1) & 0x3F_FFFF } ?? 0
        return date << 24 | UInt64(15 - min(rank, 15)) << textBits | UInt64(min(text, 0xF_FFFF))
    }

    /// Packs columns of recordings; a day counts where its state is 1. As many as the shortest column has.
    public static func pack(
        days: Span<Int32>, states: Span<UInt8>, ranks: Span<UInt8>, texts: Span<UInt32>, into packed: inout [UInt64]
    ) {
        let count = min(days.count, states.count, ranks.count, texts.count)
        if packed.count != count { packed = [UInt64](repeating: 0, count: count) }
        var to = packed.mutableSpan
        for row in 0..<count {
            to[row] = pack(states[row] == 1 ? days[row] : nil, ranks[row], texts[row])
        }
    }

    @inlinable
    public init(packed: UInt64) {
        let date = packed >> 24 & 0x3F_FFFF
        day = date == 0 ? nil : CivilDate(dayNumber: Int32(truncatingIfNeeded: Int64(date) + Self.firstDay - 1))
        rank = 15 - UInt8(truncatingIfNeeded: packed >> Self.textBits & 0xF)
        text = UInt32(truncatingIfNeeded: packed & 0xF_FFFF)
    }
}
