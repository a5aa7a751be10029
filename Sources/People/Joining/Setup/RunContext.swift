public import CEL
public import Civil
public import Linkage
public import RoleLists
public import Rules
import Schema
import Tabular
public import Workers

/// What every pass over the lists shares: the lists, the rules in force.
public struct RunContext: Sendable {
    public var ruleset: Ruleset
    public var layout: FactLayout
    /// Population lists in the order given.
    public var people: [OpenList]
    /// The other lists in the order given.
    public var others: [OpenList]
    /// What the run may use of the machine's memory.
    var memory: MemoryBudget
    public var threads: Int
    /// Status words of recordings, as read.
    public var statusTexts: TextNumbers
    /// TPS that are no numbers.
    public var tpsTexts: TextNumbers
    /// Where people went, as read.
    public var destinations: TextNumbers
    /// Marks that stand for one apostrophe in names and texts.
    public var apostrophes: Apostrophes
    /// Which regions bear a name.
    public var bearers: RegionBearers
    /// Roles whose presence is a flag of the person's entry, by flag number.
    var flaggedRoles: [String]
    /// Roles of which a list was given; an answer makes none.
    public var givenRoles: Set<String>
    /// What the classes of recordings mean.
    public var ranks: RecordingRanks
    /// Told of every block that has been read; nil where nobody watches.
    public var progress: RunProgress?

    /// Rows of other lists dated after this day are not known.
    var knownUntil: CivilDate { min(ruleset.asOf, ruleset.votingDay) }

    /// Whether a row, by its place among all rows of a role, stands on a list of the role itself and is no answer that
    /// contributes to it.
    public func isOwn(_ order: UInt64, role: String) -> Bool {
        others.first { $0.number == Int(order >> 40) }?.role.id == role
    }

    /// The column of birth dates by which rows of a list are told from other people's, beside their names; nil where the
    /// list lacks one of the two.
    func births(of list: OpenList) -> String? {
        guard let same = ruleset.schema.samePerson, list.cell(same.name) != nil, list.cell(same.birthDate) != nil,
            list.role.speaksFor == nil
        else { return nil }
        return same.birthDate
    }

    /// How names are compared; nil where rows are not told from other people's.
    public var likeness: NameLikeness? {
        guard weighsBirths, let same = ruleset.schema.samePerson else { return nil }
        func form(_ word: String) -> String {
            String(decoding: NormalForm.of(Array(word.utf8).span, apostrophes), as: UTF8.self)
        }
        let shortForms = same.shortForms.flatMap { word, forms in forms.map { (form($0), form(word)) } }
        return NameLikeness(
            dropped: Set(same.dropped.map(form)),
            writtenOut: Dictionary(shortForms.sorted { $0 < $1 }) { first, _ in first }, alikeFrom: same.alikeFrom)
    }

    /// Whether rows of some list are told from other people's: the index then keeps people's birth dates.
    var weighsBirths: Bool { keptBirths != nil }

    /// The column of birth dates that the index keeps; nil = none.
    var keptBirths: String? { others.lazy.compactMap { births(of: $0) }.first }

    /// Announces what the passes will read: population lists for their keys and to decide, the others once.
    func announce() {
        for list in people {
            progress?.expect(.keys, list.blocks.count * OpenList.pieceSize)
            progress?.expect(.decide, list.blocks.count * OpenList.pieceSize)
        }
        for list in others { progress?.expect(.others, list.blocks.count * OpenList.pieceSize) }
    }
}
