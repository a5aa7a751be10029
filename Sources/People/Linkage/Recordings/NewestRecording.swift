import Columns

/// A row of a list of recordings that the index does not keep: another one of its NIK decides, or several people share
/// the NIK.
public struct SetAsideRecording: Hashable, Sendable {
    /// Place in the batch that brought the row by which it was set aside.
    public var position: Int
    public var packed: UInt64
}

/// Which recording of a person is kept: the one that decides.
extension PersonIndex {
    /// The newest recording of a NIK; nil where there is none.
    public func recording(of nik: UInt64) -> Recording? {
        var slots = [KeyIndex.none]
        keys.find([nik], slots: &slots)
        return slots[0] == KeyIndex.none ? nil : PersonEntry(payload: keys.payload(slots[0])).recording
    }

    /// Where `add` says that a NIK is not listed.
    public static let notListed = UInt16.max

    /// Keeps `recording` if it stands above the one known: one of a class that yields to none, then a later date, then a
    /// more advanced class, then the text that comes first.
    public func add(
        _ recording: Recording, _ slot: UInt32, _ ranks: RecordingRanks = RecordingRanks(),
        firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) {
        let packed = recording.packed(ranks)
        keys.update(slot) { payload in
            payload & Self.sharedBit != 0 || !Self.stands(packed, above: payload, firstText)
                ? nil : Self.kept(packed, payload)
        }
    }

    /// Keeps each recording that stands above the one known of its NIK; 0 in `niks` is passed over. `recordings` are
    /// packed, `notYetKnown` is kept nowhere. `regencies` becomes the first four digits of each person's region, 10000 =
    /// not known, or `notListed`; `aside` the rows to be remembered though they are not kept.
    public func add(
        _ recordings: [UInt64], of niks: [UInt64], _ ranks: RecordingRanks, regencies: inout [UInt16],
        aside: inout [SetAsideRecording], firstText: (_ left: UInt32, _ right: UInt32) -> Bool
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
        var lost: [SetAsideRecording] = []
        keys.update(niks) { position, payload in
            known[position] = Self.regency(ofPayload: payload) ?? 10000
            let packed = recordings[position]
            if payload & (Self.recordingBit | Self.sharedBit) == 0 {
                return packed == Self.notYetKnown ? nil : Self.kept(packed, payload)
            }
            // Asked again where another thread was quicker: what was set aside for this row then goes.
            if lost.last?.position == position { lost.removeLast() }
            if packed == Self.notYetKnown { return nil }
            if payload & Self.sharedBit != 0 {
                lost.append(SetAsideRecording(position: position, packed: packed))
                return nil
            }
            let other = payload & Recording.mask
            if other == packed { return nil }
            let stands = Self.stands(packed, above: payload, firstText)
            let (above, below) = stands ? (packed, other) : (other, packed)
            if ranks.matters(below, beside: above) {
                lost.append(SetAsideRecording(position: position, packed: below))
            }
            return stands ? Self.kept(packed, payload) : nil
        }
        regencies = found
        aside = lost
    }

    /// In place of a packed recording: the row is dated after what is known, and only shows that there are recordings of
    /// the person's kabupaten.
    public static let notYetKnown = UInt64.max

    @inline(__always)
    private static func kept(_ packed: UInt64, _ payload: UInt64) -> UInt64 {
        payload & ~Recording.mask | recordingBit | packed
    }

    @inline(__always)
    private static func stands(
        _ packed: UInt64, above payload: UInt64, _ firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) -> Bool {
        payload & recordingBit == 0 || Recording.stands(packed, above: payload & Recording.mask, firstText)
    }
}

extension Recording {
    /// Whether of two packed recordings the first one decides; not where they are equal.
    @inline(__always)
    static func stands(
        _ packed: UInt64, above known: UInt64, _ firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) -> Bool {
        if known >> textBits != packed >> textBits { return packed > known }
        let mine = Recording(packed: packed).text
        let theirs = Recording(packed: known).text
        return mine != theirs && firstText(mine, theirs)
    }
}
