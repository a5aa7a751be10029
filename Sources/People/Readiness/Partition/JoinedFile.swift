import Diagnostics
import Linkage
import Lists
import Schema
import Tabular

/// What hangs on each population row, a `JoinedEntry` a record in the order of the lists.
struct JoinedFile: Sendable {
    /// Different NIKs.
    let people: Int
    let kept: KeptRows
    /// Roles whose rows are kept, by flag.
    let keptRoles: [(flag: Int, plan: SidePlan)]
    private let file: SpillFile
    /// By place in the population lists: the place that a record of row number 0 would have.
    private let bases: [Int]

    /// Sets room aside for all records of the population lists.
    init(_ context: RunContext, _ file: SpillFile, people: Int, kept: KeptRows, plans: [String: SidePlan]) {
        self.people = people
        self.kept = kept
        self.file = file
        keptRoles = plans.values.filter(\.keepsRows).map { ($0.flag, $0) }.sorted { $0.flag < $1.flag }
        bases = context.people.map { list in
            file.reserve(list.blocks.records) - list.text.firstRow
        }
    }

    /// Reads the words of `count` records from row number `row` of a list on.
    func read(list: Int, from row: Int, count: Int, into words: inout [UInt64]) throws(Failure) {
        try file.read(count, at: bases[list] + row, into: &words)
    }

    /// Writes the words of records from row number `row` of a list on.
    func write(_ words: ArraySlice<UInt64>, list: Int, from row: Int) throws(Failure) {
        try file.write(words, at: bases[list] + row)
    }
}

/// One thread's reading of what hangs on the rows of one list.
struct JoinedRows: Sendable {
    /// By role: rows that hang on people around the block at hand.
    private(set) var sideRows: [String: SideRows] = [:]

    private let joined: JoinedFile
    private let list: Int
    private let base: PersonIndex.Place
    private var words: [UInt64] = []
    private var entries: [JoinedEntry] = []
    private var records: [UInt64] = []
    private var stretches: ClosedRange<Int>?

    /// - Parameter list: place in the population lists.
    init(_ joined: JoinedFile, list: Int, base: PersonIndex.Place) {
        self.joined = joined
        self.list = list
        self.base = base
        for (_, plan) in joined.keptRoles {
            sideRows[plan.role.id] = SideRows(codeColumns: plan.codes.count, numberColumns: plan.numbers.count)
        }
    }

    /// Reads what hangs on the rows of a block.
    mutating func read(_ block: borrowing Block) throws(Failure) {
        entries.removeAll(keepingCapacity: true)
        if block.rows == 0 { return }
        let first = block.rowNumber(0)
        let last = block.rowNumber(block.rows - 1)
        try joined.read(list: list, from: first, count: last - first + 1, into: &words)
        for row in 0..<block.rows { entries.append(JoinedEntry(word: words[block.rowNumber(row) - first])) }
        try readSides(block)
    }

    private mutating func readSides(_ block: borrowing Block) throws(Failure) {
        if joined.keptRoles.isEmpty { return }
        let needed =
            joined.kept.stretches.number(
                of: base + UInt64(block.fileOffset(ofRow: 0)))...joined.kept.stretches.number(
                of: base + UInt64(block.fileOffset(ofRow: block.rows - 1)))
        if needed == stretches { return }
        for (_, plan) in joined.keptRoles { sideRows[plan.role.id]?.removeAll() }
        var found = sideRows
        sideRows = [:]
        try joined.kept.forEach(in: needed, &records) { record in
            guard let role = joined.keptRoles.first(where: { $0.flag == record.flag }) else { return }
            found[role.plan.role.id]?.append(
                key: record.key, order: record.order, codes: record.codes, numbers: record.numbers,
                states: record.states)
        }
        for role in found.keys { found[role]?.seal() }
        sideRows = found
        stretches = needed
    }

    /// Hands the entries over as the index would.
    func fill(payloads: inout [UInt64], flags: inout [UInt16]) {
        payloads.removeAll(keepingCapacity: true)
        flags.removeAll(keepingCapacity: true)
        for entry in entries {
            payloads.append(entry.payload)
            flags.append(entry.flags)
        }
    }

    func mark(_ row: Int) -> EqualNIKs.Mark { entries[row].mark }
}
