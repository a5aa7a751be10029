import Columns
import Diagnostics
import Linkage
import RoleLists
import Schema
import Tabular

/// What is known of each row of the population lists, a `JoinedEntry` a record in the order of the lists.
struct JoinedFile: Sendable {
    let kept: EvidenceBySection
    /// Roles whose rows are kept, by flag.
    let keptRoles: [EvidencePlan]
    private let file: PartFile
    /// By place in the population lists: where a record of row number 0 would stand.
    private let bases: [Int]

    /// Sets room aside for all records of the population lists.
    init(_ context: RunContext, _ file: PartFile, kept: EvidenceBySection, plans: EvidencePlans) {
        self.kept = kept
        self.file = file
        keptRoles = plans.flagged
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

/// One thread's reading of what is known of the rows of one list.
struct JoinedRows: EvidenceReader {
    private let joined: JoinedFile
    private let list: Int
    private let base: RowPosition
    private var words: [UInt64] = []
    private var records: [UInt64] = []
    /// Sections of which `Evidence.rows` has the rows.
    private var sections: ClosedRange<Int>?

    /// - Parameters:
    ///   - list: place in the population lists.
    ///   - base: position of its first byte.
    init(_ joined: JoinedFile, list: Int, base: RowPosition) {
        self.joined = joined
        self.list = list
        self.base = base
    }

    mutating func read(_ block: borrowing Block, niks: [UInt64], into evidence: inout Evidence) throws(Failure) {
        evidence.payloads.removeAll(keepingCapacity: true)
        evidence.flags.removeAll(keepingCapacity: true)
        evidence.marks.removeAll(keepingCapacity: true)
        if block.rows == 0 { return }
        let first = block.rowNumber(0)
        let last = block.rowNumber(block.rows - 1)
        try joined.read(list: list, from: first, count: last - first + 1, into: &words)
        for row in 0..<block.rows {
            let entry = JoinedEntry(word: words[block.rowNumber(row) - first])
            evidence.payloads.append(entry.payload)
            evidence.flags.append(entry.flags)
            if PersonEntry(payload: entry.payload).isRepeated { evidence.marks.append((row, entry.mark)) }
        }
        try readRows(block, &evidence.rows)
    }

    private mutating func readRows(_ block: borrowing Block, _ rows: inout [String: EvidenceRows]) throws(Failure) {
        if joined.keptRoles.isEmpty { return }
        func section(_ row: Int) -> Int {
            joined.kept.sections.number(of: base + RowPosition(block.fileOffset(ofRow: row)))
        }
        let needed = section(0)...section(block.rows - 1)
        if needed == sections { return }
        var found: [String: EvidenceRows] = [:]
        for plan in joined.keptRoles { found[plan.role.id] = plan.emptyRows }
        try joined.kept.forEach(in: needed, &records) { record in
            guard let plan = joined.keptRoles.first(where: { $0.flag == record.flag }) else { return }
            found[plan.role.id]?.append(
                key: record.key, order: record.order, name: record.name, codes: record.codes, numbers: record.numbers,
                states: record.states)
        }
        for role in found.keys { found[role]?.seal() }
        rows = found
        sections = needed
    }
}
