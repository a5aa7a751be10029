/// What the classes of recordings mean beside their order, as sets of ranks: bit n = rank n.
public struct RecordingRanks: Hashable, Sendable {
    /// A recording of these never displaces one of another class, whatever the dates.
    public var yielding: UInt16
    /// Says that there is no recording.
    public var denying: UInt16
    /// Says that a card was printed.
    public var cards: UInt16
    /// Says that biometrics were taken.
    public var recorded: UInt16
    /// Answers stand beside the lists: above some classes of theirs, by rank of the answer.
    public var answers: [UInt8: UInt16]

    public init(
        yielding: UInt16 = 0, denying: UInt16 = 0, cards: UInt16 = 0, recorded: UInt16 = 0,
        answers: [UInt8: UInt16] = [:]
    ) {
        self.yielding = yielding
        self.denying = denying
        self.cards = cards
        self.recorded = recorded
        self.answers = answers
    }

    static func has(_ ranks: UInt16, _ rank: UInt8) -> Bool { ranks >> UInt16(min(rank, 15)) & 1 == 1 }

    /// Whether a recording that does not decide must be remembered beside the one that does: it may contradict it, tell of
    /// a card that came before, or that the person had recorded before.
    func matters(_ lost: UInt64, beside kept: UInt64) -> Bool {
        if isEarlier(lost, than: kept) { return true }
        let rank = Recording.rank(ofPacked: lost)
        let keptRank = Recording.rank(ofPacked: kept)
        if Self.has(cards, rank) { return !Self.has(cards, keptRank) }
        guard Self.has(denying, rank), Recording.date(ofPacked: lost) > 0 else { return false }
        // One that denies as well and is no older says the same.
        if Self.has(denying, keptRank) { return false }
        // What decides in the end is no older than a firm one that decides now; an answer has no day.
        return !answers.isEmpty || Self.has(yielding, keptRank)
            || Recording.date(ofPacked: lost) > Recording.date(ofPacked: kept)
    }

    /// Whether somebody has recorded before the day that the recording which decides tells; no day is before any.
    private func isEarlier(_ lost: UInt64, than kept: UInt64) -> Bool {
        guard Self.has(recorded, Recording.rank(ofPacked: lost)) else { return false }
        return !Self.has(recorded, Recording.rank(ofPacked: kept))
            || Recording.date(ofPacked: lost) < Recording.date(ofPacked: kept)
    }

    /// Since when a recording shows that biometrics were taken.
    public func firstRecorded(_ recording: Recording) -> FirstRecorded {
        guard Self.has(recorded, recording.rank) else { return .never }
        return recording.day.map { .on($0) } ?? .undated
    }
}
