import CEL
import Civil
import Columns
import Diagnostics
import Rules
import Tabular

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

    static let pieceSize = 256 << 10

    /// Announces what the passes will read: population lists for their keys and to decide, the others once.
    func announce() {
        for list in people {
            progress?.expect(.keys, list.blocks.count * Self.pieceSize)
            progress?.expect(.decide, list.blocks.count * Self.pieceSize)
        }
        for list in others { progress?.expect(.others, list.blocks.count * Self.pieceSize) }
    }

    /// The failure of reading a list.
    static func unreadable(_ error: FileError, _ list: OpenList) -> Failure { unreadable(error, list.path) }

    static func unreadable(_ error: FileError, _ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "unreadable",
                message: Bilingual(
                    id: "daftar tidak dapat dibaca: \(error.reason.indonesian)",
                    en: "the list cannot be read: \(error.reason.english)"),
                location: SourceLocation(file: path)))
    }
}

/// A record that is not decided, for `rejected.csv`.
struct RejectedRow: Sendable {
    var list: Int
    var row: Int
    var problem: RecordProblem
    var cells: Int
}

/// What a pass counted in one list.
struct ListCounts: Sendable {
    var read = 0
    var used = 0
    var leftOut = 0
    var rejected = 0
    var skipped = 0
    /// Cells read as Windows-1252, rows left out by cause, words outside a table by column.
    var causes: [String: Int] = [:]

    mutating func add(_ other: ListCounts) {
        read += other.read
        used += other.used
        leftOut += other.leftOut
        rejected += other.rejected
        skipped += other.skipped
        causes.merge(other.causes, uniquingKeysWith: +)
    }

    mutating func count(_ cause: String, _ times: Int = 1) {
        if times > 0 { causes[cause, default: 0] += times }
    }

    /// Counts the records of a block that are no rows, and lists them.
    mutating func take(_ block: Block, _ list: OpenList, _ rejectedRows: inout [RejectedRow]) {
        read += block.records
        for problem in block.problems {
            if problem.kind.isSkipped { skipped += 1 } else { rejected += 1 }
            rejectedRows.append(
                RejectedRow(
                    list: list.number, row: block.firstRow + problem.ordinal, problem: problem.kind,
                    cells: problem.cells))
        }
        count("windows_1252_cells", block.countForeignCells())
    }
}
