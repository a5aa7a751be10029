import Civil
import Columns
import Diagnostics
import Linkage
import RoleLists
import Rules
import Schema
import Tabular

/// One thread's reading of one list other than population.
struct OtherListReader: BlockReader {
    var block: Block
    private(set) var counts = ListCounts()
    private(set) var rejected: [RejectedRow] = []

    private let list: OpenList
    private let knownUntil: CivilDate
    private var writer: any EvidenceWriter
    private var columns: OtherListColumns

    /// What the rows of a list are evidence for.
    private enum Targets {
        /// The same for all rows; nil where nobody asks for it.
        case own(EvidenceTarget?)
        /// By number of the code in a column; rows of other codes are evidence for nothing.
        case byCode(column: Int, [EvidenceTarget?])
    }
    private let targets: Targets
    /// Place of the column since when a row is known.
    private let knownSince: Int?
    /// A row without a code says nothing.
    private let needsCodes: Bool
    private let statusCell: Int?
    private let yielding: UInt16
    private let nameColumn: String?
    private let apostrophes: Apostrophes
    /// Place of the column of birth dates by which rows are told from other people's.
    private let births: Int?

    private var cells = TextColumn()
    private var statusNumberer: TextNumberer
    private var statuses: [UInt32] = []
    /// NIKs of the rows that count, 0 for those that do not.
    private var niks: [UInt64] = []
    private var findings: [UInt8] = []
    private var selected: [UInt64] = []
    private var ranks: [UInt8] = []
    private var packed: [UInt64] = []
    /// Rows of usable NIKs that are not known yet.
    private var early: [Int] = []
    private var places: [Int32] = []

    init(_ context: RunContext, _ list: OpenList, _ plans: EvidencePlans, _ writer: any EvidenceWriter) {
        self.list = list
        self.writer = writer
        knownUntil = context.knownUntil
        apostrophes = context.apostrophes
        yielding = context.ranks.yielding
        nameColumn = context.ruleset.schema.equalRows.name
        block = Block(width: list.text.width)
        statusNumberer = TextNumberer(context.statusTexts)
        let births = context.births(of: list)
        let columns = OtherListColumns(list, plans, destinations: context.destinations, births: births)
        self.columns = columns
        self.births = births.flatMap { columns.number($0) }
        knownSince = list.role.knownSince.flatMap { columns.number($0) }
        if let contribution = list.role.contributes {
            let column = columns.code(contribution.column)
            let codes = column.map { columns.codes[$0].order } ?? []
            let targets = codes.map { code -> EvidenceTarget? in
                guard let target = contribution.targets[code], let role = context.ruleset.schema.role(target.role),
                    let plan = plans[role.id]
                else { return nil }
                return EvidenceTarget(role, plan, of: columns, contribution: target)
            }
            self.targets = .byCode(column: column ?? -1, [nil] + targets)
            statusCell = list.cell(contribution.column)
            needsCodes = false
        } else {
            targets = .own(plans[list.role.id].map { EvidenceTarget(list.role, $0, of: columns) })
            if case .latest(_, let code, _) = list.role.rows { statusCell = list.cell(code) } else { statusCell = nil }
            needsCodes = list.role.rows == .every && !columns.codes.isEmpty
        }
    }

    /// Enters the rows of the block just read.
    mutating func take() throws(Failure) {
        counts.take(block, list, &rejected)
        if block.rows == 0 { return }
        decode()
        leaveOutUnusable()
        if needsCodes { leaveOutUnmapped() }
        let names = RowNames(
            block, list, column: nameColumn, apostrophes,
            births: births.map { (columns.numbers[$0].values, columns.numbers[$0].states) })
        switch targets {
        case .own(let target):
            if let target { try enter(niks, target, names) }
        case .byCode(let column, let targets):
            try enter(byCodeOf: column, targets, names)
        }
    }

    mutating func finish() throws(Failure) {
        for column in columns.codes { counts.count("unmapped_\(column.id)", column.reader.unmapped) }
        for column in columns.numbers where column.isDate { counts.dates[column.id] = column.dates.figures }
        try writer.finish()
    }

    private mutating func decode() {
        block.gather(list.text.keyColumn, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &niks, findings: &findings)
        columns.read(&block, list.text)
        if let statusCell {
            block.gather(statusCell, of: list.text, into: &cells)
            statusNumberer.read(block.text, cells, into: &statuses)
        } else {
            ColumnDecoding.clear(&statuses, block.rows)
        }
    }

    /// Leaves out rows whose NIK has a finding or that are not known yet; the others are used.
    private mutating func leaveOutUnusable() {
        let count = block.rows
        var withFinding = 0
        for row in 0..<count where findings[row] != 0 { withFinding += 1 }
        var unknown = 0
        early.removeAll(keepingCapacity: true)
        if let knownSince {
            let days = columns.numbers[knownSince].values
            let states = columns.numbers[knownSince].states
            let last = knownUntil.dayNumber
            for row in 0..<count where states[row] == 1 && days[row] > last && findings[row] == 0 {
                early.append(row)
                unknown += 1
            }
        }
        if case .own(let target) = targets, target?.latest != nil {
        } else {
            for row in early { niks[row] = 0 }
        }
        counts.leftOut += withFinding + unknown
        counts.count("nik_finding", withFinding)
        counts.count("not_yet_known", unknown)
        counts.used += count - withFinding - unknown
    }

    /// Leaves out rows of which a code is not known, and those that say nothing.
    private mutating func leaveOutUnmapped() {
        var unmapped = 0
        var silent = 0
        for row in 0..<block.rows where niks[row] != 0 {
            if columns.codes.contains(where: { $0.values[row] == 0 }) {
                unmapped += 1
            } else if columns.codes.contains(where: { $0.silent != 0 && $0.values[row] == $0.silent }) {
                silent += 1
            } else {
                continue
            }
            niks[row] = 0
        }
        leaveOut(unmapped, "unmapped_code")
        leaveOut(silent, "no_contribution")
    }

    /// Counts rows as left out that were counted as used.
    private mutating func leaveOut(_ rows: Int, _ cause: String) {
        counts.used -= rows
        counts.leftOut += rows
        counts.count(cause, rows)
    }

    /// Enters rows for what their code says.
    private mutating func enter(
        byCodeOf column: Int, _ targets: [EvidenceTarget?], _ names: borrowing RowNames
    ) throws(Failure) {
        let codes = column >= 0 ? columns.codes[column].values : [UInt8](repeating: 0, count: block.rows)
        var mute = 0
        for row in niks.indices where niks[row] != 0 {
            let code = Int(codes[row])
            if targets.indices.contains(code), targets[code] != nil { continue }
            niks[row] = 0
            mute += 1
        }
        leaveOut(mute, "no_contribution")
        for (code, target) in targets.enumerated() {
            guard let target else { continue }
            ColumnDecoding.resize(&selected, niks.count)
            var any: UInt64 = 0
            for row in niks.indices {
                selected[row] = Int(codes[row]) == code ? niks[row] : 0
                any |= selected[row]
            }
            if any != 0 { try enter(selected, target, names) }
        }
    }

    /// Enters the rows of these NIKs, 0 for those that are passed over.
    private mutating func enter(
        _ niks: [UInt64], _ target: EvidenceTarget, _ names: borrowing RowNames
    ) throws(Failure) {
        if let latest = target.latest {
            try enterRecordings(niks, latest, target, names)
        } else if target.plan.keepsRows {
            try writer.add(rows(niks, target), at: places, target.plan, names: names)
        } else {
            try writer.add(presence: target.plan, of: niks, names: names)
        }
    }

    /// Column by column: lists of recordings are as long as the population's.
    private mutating func enterRecordings(
        _ niks: [UInt64], _ latest: EvidenceTarget.Latest, _ target: EvidenceTarget, _ names: borrowing RowNames
    ) throws(Failure) {
        rank(latest)
        let dates = latest.date.map { columns.numbers[$0] }
        let days = dates?.values ?? [Int32](repeating: 0, count: block.rows)
        var states = dates?.states ?? [UInt8](repeating: 0, count: block.rows)
        let ranks = self.ranks
        let statuses = self.statuses
        Recording.pack(
            days: days.span, states: states.span, ranks: ranks.span, texts: statuses.span, yielding: yielding,
            into: &packed)
        if target.isAnswer { return try enterAnswers(niks, target, names) }
        for row in early {
            packed[row] = PersonIndex.notYetKnown
            states[row] = 3
        }
        try writer.add(recordings: packed, of: niks, days: days, states: states, target.plan, names: names)
    }

    /// Answers are few, and kept beside the index.
    private mutating func enterAnswers(
        _ niks: [UInt64], _ target: EvidenceTarget, _ names: borrowing RowNames
    ) throws(Failure) {
        var rows = target.plan.emptyRows
        places.removeAll(keepingCapacity: true)
        for row in niks.indices where niks[row] != 0 {
            rows.append(key: niks[row], order: packed[row] | RecordingEvidence.answerBit)
            places.append(Int32(truncatingIfNeeded: row))
        }
        try writer.add(rows, at: places, target.plan, names: names)
    }

    /// The place of each row's class in the role's order; 15 where the class is not known.
    private mutating func rank(_ latest: EvidenceTarget.Latest) {
        // By number of the code, 0 = none.
        var table = [UInt8](repeating: 15, count: 256)
        for (place, rank) in latest.ranks.prefix(255).enumerated() { table[place + 1] = rank }
        ColumnDecoding.resize(&ranks, block.rows)
        switch latest.code {
        case .fixed(let code):
            for row in ranks.indices { ranks[row] = table[Int(code)] }
        case .column(let column):
            let codes = columns.codes[column].values
            for row in ranks.indices { ranks[row] = table[Int(codes[row])] }
        }
    }

    /// The rows with a NIK, with the columns that rules read.
    private mutating func rows(_ niks: [UInt64], _ target: EvidenceTarget) -> EvidenceRows {
        let found = niks.indices.filter { niks[$0] != 0 }
        places = found.map { Int32(truncatingIfNeeded: $0) }
        var rows = target.plan.emptyRows
        rows.append(
            keys: found.map { niks[$0] }, orders: found.map { UInt64(list.number) << 40 | UInt64(block.rowNumber($0)) },
            codes: target.codes.map { source in
                switch source {
                case .column(let column):
                    let values = columns.codes[column].values
                    return found.map { values[$0] }
                case .fixed(let code): return found.map { _ in code }
                }
            },
            numbers: target.numbers.map { column in
                let values = column.map { columns.numbers[$0].values }
                return found.map { values?[$0] ?? 0 }
            },
            states: target.numbers.map { column in
                let states = column.map { columns.numbers[$0].states }
                return found.map { states?[$0] ?? 0 }
            })
        return rows
    }
}
