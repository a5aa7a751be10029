import CEL
import Civil
import Lists
import Rules
import Tabular
import Workers

/// What every pass over the lists shares: the lists, the rules in force.
struct RunContext: Sendable {
    var ruleset: Ruleset
    var layout: FactLayout
    /// Population lists in the order given.
    var people: [OpenList]
    /// The other lists in the order given.
    var others: [OpenList]
    /// What the run may use of the machine's memory.
    var memory: MemoryBudget
    var threads: Int
    /// Status words of recordings, as read.
    var statusTexts: TextNumbers
    /// TPS that are no numbers.
    var tpsTexts: TextNumbers
    /// Roles whose presence is a flag of the person's entry, by flag number.
    var flaggedRoles: [String]
    /// Told of every block that has been read; nil where nobody watches.
    var progress: RunProgress?

    /// Rows of other lists dated after this day are not known.
    var knownUntil: CivilDate { min(ruleset.asOf, ruleset.votingDay) }

    /// Announces what the passes will read: population lists for their keys and to decide, the others once.
    func announce() {
        for list in people {
            progress?.expect(.keys, list.blocks.count * OpenList.pieceSize)
            progress?.expect(.decide, list.blocks.count * OpenList.pieceSize)
        }
        for list in others { progress?.expect(.others, list.blocks.count * OpenList.pieceSize) }
    }
}
