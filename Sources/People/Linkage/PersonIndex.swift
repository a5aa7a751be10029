public import Civil
public import Columns

/// Where a row of a population list stands: bytes into all population lists laid end to end, below 2^48.
public typealias RowPosition = UInt64

/// Every NIK of the population lists, once, with what is known of it: the newest recording, which other lists it stands on,
/// and whether several rows bear it.
///
/// Only listed people are kept, so its size goes with the population lists and not with the recordings.
public final class PersonIndex: Sendable {
    public let keys: KeyIndex

    /// An index for about `people` different NIKs.
    public init(people: Int) {
        keys = KeyIndex(expected: people)
    }

    // The payload of an entry. Until a recording comes, its low 48 bits say where the first row stands.
    @inlinable static var recordingBit: UInt64 { 1 << 63 }
    @inlinable static var repeatedBit: UInt64 { 1 << 62 }
    @inlinable static var lowMask: UInt64 { (1 << 48) - 1 }
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

    /// The newest recording of a NIK; nil where there is none.
    public func recording(of nik: UInt64) -> Recording? {
        var slots = [KeyIndex.none]
        keys.find([nik], slots: &slots)
        return slots[0] == KeyIndex.none ? nil : PersonEntry(payload: keys.payload(slots[0])).recording
    }

    /// Where `add` says that a NIK is not listed.
    public static let notListed = UInt16.max

    /// Keeps `recording` if it is newer than the one known: a later date, then a more advanced class, then the text
    /// that comes first.
    public func add(_ recording: Recording, _ slot: UInt32, firstText: (_ left: UInt32, _ right: UInt32) -> Bool) {
        let packed = recording.packed
        keys.update(slot) { Self.newer(packed, $0, firstText) }
    }

    /// Keeps each recording that is newer than the one known of its NIK; 0 in `niks` is passed over. `recordings` are
    /// packed. `regencies` becomes the first four digits of each person's region, 10000 = not known, or `notListed`.
    public func add(
        _ recordings: [UInt64], of niks: [UInt64], regencies: inout [UInt16],
        firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) {
        var found = regencies
        regencies = []
        if found.count == niks.count {
            for position in found.indices { found[position] = Self.notListed }
        } else {
            found = [UInt16](repeating: Self.notListed, count: niks.count)
        }
        var known = found.mutableSpan
        let recordings = recordings.span
        keys.update(niks) { position, payload in
            known[position] = Self.regency(ofPayload: payload) ?? 10000
            return Self.newer(recordings[position], payload, firstText)
        }
        regencies = found
    }

    @inline(__always)
    private static func newer(
        _ packed: UInt64, _ payload: UInt64, _ firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) -> UInt64? {
        let kept = payload & ~lowMask | recordingBit | packed
        guard payload & recordingBit != 0 else { return kept }
        let known = payload & lowMask
        if known >> Recording.textBits != packed >> Recording.textBits { return packed > known ? kept : nil }
        let mine = Recording(packed: packed).text
        let theirs = Recording(packed: known).text
        return mine != theirs && firstText(mine, theirs) ? kept : nil
    }
}

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

/// What a person's entry says, taken out of its payload.
public struct PersonEntry: Sendable {
    @usableFromInline let payload: UInt64

    @inlinable
    public init(payload: UInt64) { self.payload = payload }

    /// Several rows of the population lists bear this NIK.
    @inlinable
    public var isRepeated: Bool { payload & PersonIndex.repeatedBit != 0 }

    @inlinable
    public var hasRecording: Bool { payload & PersonIndex.recordingBit != 0 }

    /// The rank of the recording's class; nil without a recording.
    @inlinable
    public var rank: UInt8? {
        hasRecording ? 15 - UInt8(truncatingIfNeeded: payload >> Recording.textBits & 0xF) : nil
    }

    @inlinable
    public var recording: Recording? {
        payload & PersonIndex.recordingBit == 0 ? nil : Recording(packed: payload & PersonIndex.lowMask)
    }
}
