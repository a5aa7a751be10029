public import Columns

/// Where a row of a population list stands: bytes into all population lists laid end to end, below 2^47.
public typealias RowPosition = UInt64

/// Every NIK of the population lists, once, with what is known of it: the newest recording, which other lists it stands on,
/// and whether several rows bear it.
///
/// Only listed people are kept, so its size goes with the population lists and not with the recordings.
public final class PersonIndex: Sendable {
    public let keys: KeyIndex

    /// An index for about `people` different NIKs.
    ///
    /// - Parameter hasBirths: whether people's birth dates are kept, by which rows of others are told.
    public init(people: Int, hasBirths: Bool = false) {
        keys = KeyIndex(expected: people, hasNotes: hasBirths)
    }

    // The payload of an entry. Until a recording comes, its low 47 bits say where the first row stands.
    @inlinable static var recordingBit: UInt64 { 1 << 63 }
    @inlinable static var repeatedBit: UInt64 { 1 << 62 }
    /// People of different name or birth date bear the NIK: rows about it are kept beside the index.
    @inlinable static var sharedBit: UInt64 { 1 << 47 }
    @inlinable static var lowMask: UInt64 { (1 << 47) - 1 }
    static let regencyShift: UInt64 = 48

    /// What the entries of people's rows begin with. `regencies` are the first four digits of their regions, 10000 = not
    /// known.
    public static func payloads(regencies: [UInt16], positions: [RowPosition], into payloads: inout [UInt64]) {
        let count = min(regencies.count, positions.count)
        if payloads.count != count { payloads = [UInt64](repeating: 0, count: count) }
        let regencies = regencies.span
        let positions = positions.span
        var to = payloads.mutableSpan
        for row in 0..<count {
            to[row] = (UInt64(regencies[row]) + 1) << regencyShift | positions[row] & lowMask
        }
    }

    /// Where the row stands whose entry begins with this payload.
    public static func position(ofPayload payload: UInt64) -> RowPosition { payload & lowMask }

    /// Adds a batch of people's rows with what their entries begin with.
    ///
    /// `again` is called for each row whose NIK another row brought before.
    public func add(_ niks: [UInt64], payloads: [UInt64], again: (_ row: Int) -> Void) {
        keys.insert(niks, payloads: payloads, mark: Self.repeatedBit) { position, _ in again(position) }
    }

    /// Where the row stands that brought this NIK first. Only before recordings are added.
    public func position(_ slot: UInt32) -> RowPosition { keys.payload(slot) & Self.lowMask }

    /// Says that several people share a NIK. Before recordings are added.
    public func setShared(_ slot: UInt32) { keys.update(slot) { $0 | Self.sharedBit } }

    /// Whether several people share the NIK.
    public func isShared(_ slot: UInt32) -> Bool { keys.payload(slot) & Self.sharedBit != 0 }

    /// Sets the region of a NIK that several rows bear to that of its earliest row.
    public func set(regency: UInt16, _ slot: UInt32) {
        keys.update(slot) { payload in
            payload & ~(0x3FFF << Self.regencyShift) | (UInt64(regency) + 1) << Self.regencyShift
        }
    }

    /// The first four digits of a listed person's region; nil where they are not known.
    public func regency(_ slot: UInt32) -> UInt16? { Self.regency(ofPayload: keys.payload(slot)) }

    static func regency(ofPayload payload: UInt64) -> UInt16? {
        let stored = UInt16(truncatingIfNeeded: payload >> regencyShift & 0x3FFF)
        return 1...10000 ~= stored ? stored - 1 : nil
    }
}
