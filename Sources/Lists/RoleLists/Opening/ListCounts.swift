public import Tabular

/// A record that is not decided, for `rejected.csv`.
public struct RejectedRow: Sendable {
    public var list: Int
    public var row: Int
    public var problem: RecordProblem
    public var cells: Int
}

/// What a pass counted in one list.
public struct ListCounts: Sendable {
    public var read = 0
    public var used = 0
    public var leftOut = 0
    public var rejected = 0
    public var skipped = 0
    /// Cells read as Windows-1252, rows left out by cause, words outside a table by column.
    public var causes: [String: Int] = [:]
    /// Cells of date columns, by column.
    public var dates: [String: DateFigures] = [:]

    public init() {}

    public mutating func add(_ other: ListCounts) {
        read += other.read
        used += other.used
        leftOut += other.leftOut
        rejected += other.rejected
        skipped += other.skipped
        causes.merge(other.causes, uniquingKeysWith: +)
        for (column, figures) in other.dates { dates[column, default: DateFigures()].add(figures) }
    }

    public mutating func count(_ cause: String, _ times: Int = 1) {
        if times > 0 { causes[cause, default: 0] += times }
    }

    /// Counts the records of a block that are no rows, and lists them.
    public mutating func take(_ block: Block, _ list: OpenList, _ rejectedRows: inout [RejectedRow]) {
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
