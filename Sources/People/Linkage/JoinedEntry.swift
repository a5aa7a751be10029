/// What is known of the NIK of one population row, in one word: what the index would have answered, for runs whose index
/// does not fit in memory.
///
/// From the lowest bit: recording (46 bits, without the one that its class tells), has a recording, several rows bear the NIK, flags of other lists (10 bits),
/// mark among rows of equal NIKs (6 bits). 0 stands for a row without a usable NIK.
public struct JoinedEntry: Hashable, Sendable {
    public let word: UInt64

    /// Classes of equal rows that a mark can tell apart.
    public static let classLimit = 62
    private static let recordingBit: UInt64 = 1 << 46
    private static let repeatedBit: UInt64 = 1 << 47
    private static let recordingMask = recordingBit - 1

    public init(word: UInt64) { self.word = word }

    /// - Parameters:
    ///   - payload: of the index entry.
    ///   - flags: of the index entry, ten bits.
    public init(payload: UInt64, flags: UInt16, mark: EqualNIKs.Mark) {
        let number: UInt64 =
            switch mark {
            case .first: 0
            case .shared: 1
            case .duplicate(let place): UInt64(clamping: min(place, Self.classLimit - 1) + 2)
            }
        var word = number << 58 | UInt64(flags & 0x3FF) << 48
        if payload & PersonIndex.recordingBit != 0 { word |= payload & Self.recordingMask | Self.recordingBit }
        if payload & PersonIndex.repeatedBit != 0 { word |= Self.repeatedBit }
        self.word = word
    }

    /// The payload as the index has it, as far as `PersonEntry` reads it.
    public var payload: UInt64 {
        var payload: UInt64 = 0
        if word & Self.recordingBit != 0 { payload = word & Self.recordingMask | PersonIndex.recordingBit }
        if word & Self.repeatedBit != 0 { payload |= PersonIndex.repeatedBit }
        return payload
    }

    public var flags: UInt16 { UInt16(truncatingIfNeeded: word >> 48 & 0x3FF) }

    public var mark: EqualNIKs.Mark {
        switch word >> 58 {
        case 0: .first
        case 1: .shared
        default: .duplicate(Int(word >> 58) - 2)
        }
    }
}
