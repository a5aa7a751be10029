import Columns

/// Which recording of a person is kept: the newest.
extension PersonIndex {
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
