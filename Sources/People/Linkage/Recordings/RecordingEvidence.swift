public import Civil

/// The recordings that count for one person, taken in one after another in any order: which of them decides, and what
/// the others say of it.
public struct RecordingEvidence: Sendable {
    /// Of a packed recording kept beside the index: an answer of the office, which stands beside the lists' rows.
    public static let answerBit: UInt64 = 1 << 47

    private let ranks: RecordingRanks
    /// Packed: the list's row that stands above the others, and the answer.
    private var row: UInt64?
    private var answer: UInt64?
    /// The latest day on which a row denies that there is a recording, 0 = none.
    private var deniedOn: UInt64 = 0
    private var hasCard = false
    /// Since when a list's row shows that biometrics were taken.
    public private(set) var firstRecorded = FirstRecorded.never

    public init(_ ranks: RecordingRanks) { self.ranks = ranks }

    public mutating func add(
        _ packed: UInt64, firstText: (_ left: UInt32, _ right: UInt32) -> Bool
    ) {
        let rank = Recording.rank(ofPacked: packed)
        if RecordingRanks.has(ranks.cards, rank) { hasCard = true }
        if packed & Self.answerBit != 0 {
            let found = Recording(day: nil, rank: rank, text: Recording(packed: packed).text).packed(ranks)
            if answer.map({ Recording.stands(found, above: $0, firstText) }) ?? true { answer = found }
            return
        }
        // Anew, because the bit that its class tells may not have come along.
        let recording = Recording(packed: packed)
        firstRecorded = firstRecorded.earlier(ranks.firstRecorded(recording))
        let found = recording.packed(ranks)
        if RecordingRanks.has(ranks.denying, rank) { deniedOn = max(deniedOn, Recording.date(ofPacked: found)) }
        if row.map({ Recording.stands(found, above: $0, firstText) }) ?? true { row = found }
    }

    /// The recording that decides; nil where there is none.
    public var deciding: Recording? { packed.map { Recording(packed: $0) } }

    private var packed: UInt64? {
        guard let answer else { return row }
        guard let row else { return answer }
        let above = ranks.answers[Recording.rank(ofPacked: answer)] ?? 0
        return RecordingRanks.has(above, Recording.rank(ofPacked: row)) ? answer : row
    }

    /// The last day of a row of a class that yields to none.
    public var lastDay: CivilDate? {
        guard let row, row & Recording.firmBit != 0 else { return nil }
        return Recording(packed: row).day
    }

    /// A row that denies the recording is dated later than the one that decides; undated is older than any.
    public var isContradicted: Bool {
        packed.map { deniedOn > Recording.date(ofPacked: $0) } ?? false
    }

    /// One that does not decide tells of a card, and the one that does tells of none.
    public var hadCard: Bool {
        hasCard && !(packed.map { RecordingRanks.has(ranks.cards, Recording.rank(ofPacked: $0)) } ?? true)
    }
}
