import Civil
import Columns
import Diagnostics
import Linkage
import Lists
import Rules
import Schema
import Tabular

/// One thread's reading of one list other than population.
struct SideReader: Sendable {
    var block: Block
    private(set) var counts = ListCounts()
    private(set) var rejected: [RejectedRow] = []
    private(set) var weeks = WeekCounts()
    private(set) var rows: [String: SideRows]
    /// Where rows go that cannot hang on the index yet, because it is cut into parts.
    private(set) var spill: SideSpill?

    private let list: OpenList
    private let context: RunContext
    private let plans: [String: SidePlan]
    private let own: [Destination]
    /// Number of the contributing code -> where such a row goes.
    private let contributed: [Destination?]?
    private let contributor: Int

    /// A column of codes of this list.
    private struct CodeColumn: Sendable {
        var id: String
        var cell: Int?
        var reader: CodeReader
        var absent: UInt8
        var order: [String]
        var values: [UInt8] = []

        mutating func read(_ text: [UInt8], _ cells: TextColumn) {
            reader.read(text, cells, into: &values)
        }
    }
    private struct NumberColumn: Sendable {
        var id: String
        var cell: Int?
        var isDate: Bool
        var dates = DateColumns()
        var values: [Int32] = []
        var states: [UInt8] = []

        mutating func read(_ text: [UInt8], _ cells: TextColumn) {
            if isDate {
                dates.read(text, cells, days: &values, states: &states)
            } else {
                ColumnDecoding.integers(text, cells, numbers: &values, states: &states)
            }
        }
    }
    private var codeColumns: [CodeColumn]
    private var numberColumns: [NumberColumn]
    private let knownSince: Int?
    private let needsCodes: Bool

    /// Where a row goes, and from which of this list's columns its values come. A class: it is asked for row by row, and
    /// a value would hold on to all its arrays each time.
    private final class Destination: Sendable {
        let plan: SidePlan
        /// Place in `codeColumns`, or a fixed number.
        let codes: [(column: Int?, fixed: UInt8)]
        let numbers: [Int?]
        /// For the role whose latest row counts: rank by code number, date column, status text cell.
        let latest: (date: Int?, code: (column: Int?, fixed: UInt8), ranks: [UInt8])?

        init(
            plan: SidePlan, codes: [(column: Int?, fixed: UInt8)], numbers: [Int?],
            latest: (date: Int?, code: (column: Int?, fixed: UInt8), ranks: [UInt8])?
        ) {
            self.plan = plan
            self.codes = codes
            self.numbers = numbers
            self.latest = latest
        }
    }

    private var cells = TextColumn()
    private var statuses: [UInt32] = []
    private var statusNumberer: TextNumberer
    private let statusCell: Int?
    private var keys: [UInt64] = []
    private var findings: [UInt8] = []
    private var slots: [UInt32] = []
    private var ranks: [UInt8] = []
    private var packed: [UInt64] = []
    private var regencies: [UInt16] = []

    init(_ context: RunContext, _ list: OpenList, _ plans: [String: SidePlan], rows: [String: SideRows]) {
        self.context = context
        self.list = list
        self.plans = plans
        self.rows = rows
        spill = context.spill.map { SideSpill($0, SideRecord.Widths(plans)) }
        block = Block(width: list.text.width)
        statusNumberer = TextNumberer(context.statusTexts)

        var codeColumns: [CodeColumn] = []
        var numberColumns: [NumberColumn] = []
        for column in list.role.columns {
            switch column.kind {
            case .code:
                let order = Self.order(column, list.role)
                codeColumns.append(
                    CodeColumn(
                        id: column.id, cell: list.cell(column.id), reader: CodeReader(column, order: order),
                        absent: column.absentCode.flatMap { order.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) }
                            ?? 0,
                        order: order))
            case .date, .integer:
                guard Self.reads(column.id, of: list.role, plans) else { continue }
                numberColumns.append(
                    NumberColumn(id: column.id, cell: list.cell(column.id), isDate: column.kind == .date))
            case .nik, .nkk, .text, .region, .regionPart: break
            }
        }
        self.codeColumns = codeColumns
        self.numberColumns = numberColumns
        knownSince = list.role.knownSince.flatMap { id in numberColumns.firstIndex { $0.id == id } }

        func destination(_ role: ListSchema.Role, _ target: ListSchema.Contribution.Target?) -> Destination? {
            guard let plan = plans[role.id] else { return nil }
            func code(_ id: String, _ words: [String]) -> (column: Int?, fixed: UInt8) {
                guard let target else {
                    return (codeColumns.firstIndex { $0.id == id }, 0)
                }
                return (nil, target.codes[id].flatMap { words.firstIndex(of: $0) }.map { UInt8(clamping: $0 + 1) } ?? 0)
            }
            func number(_ id: String) -> Int? {
                let source = target.map { $0.dates[id] } ?? id
                return source.flatMap { source in numberColumns.firstIndex { $0.id == source } }
            }
            var latest: (date: Int?, code: (column: Int?, fixed: UInt8), ranks: [UInt8])?
            if case .latest(let date, let codeID, let order) = role.rows {
                let column = role.column(codeID)
                let words = column.map { Self.order($0, role) } ?? order
                let ranks = words.map { UInt8(clamping: order.firstIndex(of: $0) ?? 15) }
                latest = (number(date), code(codeID, words), ranks)
            }
            return Destination(
                plan: plan, codes: plan.codes.map { code($0.id, $0.words) },
                numbers: plan.numbers.map { number($0.id) },
                latest: latest)
        }

        var statusCell: Int?
        if let contribution = list.role.contributes {
            own = []
            contributor = codeColumns.firstIndex { $0.id == contribution.column } ?? -1
            let order = contributor >= 0 ? codeColumns[contributor].order : []
            contributed =
                [nil]
                + order.map { code in
                    contribution.targets[code].flatMap { target in
                        context.ruleset.schema.role(target.role).flatMap { destination($0, target) }
                    }
                }
            statusCell = list.cell(contribution.column)
        } else {
            own = destination(list.role, nil).map { [$0] } ?? []
            contributed = nil
            contributor = -1
            if case .latest(_, let code, _) = list.role.rows { statusCell = list.cell(code) }
        }
        self.statusCell = statusCell
        if case .every = list.role.rows { needsCodes = list.role.contributes == nil } else { needsCodes = false }
    }

    /// Whether a number of this list is asked for: it dates the row, ranks it, or is a fact of a role it goes to.
    private static func reads(_ column: String, of role: ListSchema.Role, _ plans: [String: SidePlan]) -> Bool {
        if role.knownSince == column || role.contributes != nil { return true }
        if case .latest(let date, _, _) = role.rows, date == column { return true }
        return plans[role.id]?.numbers.contains { $0.id == column } ?? false
    }

    /// The codes of a column in the order of their numbers: that of the role's order where it has one.
    private static func order(_ column: ListSchema.Column, _ role: ListSchema.Role) -> [String] {
        if case .latest(_, let code, let order) = role.rows, code == column.id {
            return order + column.codes.map(\.code).filter { !order.contains($0) }
        }
        return column.codes.map(\.code)
    }

    /// Takes in the block just read.
    mutating func take() throws(Failure) {
        counts.take(block, list, &rejected)
        let count = block.rows
        if count == 0 { return }
        decode(count)
        if contributed == nil, own.count == 1, let latest = own[0].latest {
            try takeLatest(latest, count)
        } else if contributed == nil, own.count == 1, !own[0].plan.keepsRows, spill == nil,
            !needsCodes || codeColumns.isEmpty
        {
            // Such a list says no more of a person than that the person stands on it.
            leaveOutUnusable(count)
            context.index.keys.set(flag: own[0].plan.flag, of: keys)
        } else {
            if spill == nil { context.index.keys.find(keys, slots: &slots) }
            for row in 0..<count { try take(row) }
        }
    }

    /// The rows of the role whose latest row counts, column by column: lists of recordings are as long as the
    /// population's.
    private mutating func takeLatest(
        _ latest: (date: Int?, code: (column: Int?, fixed: UInt8), ranks: [UInt8]), _ count: Int
    ) throws(Failure) {
        leaveOutUnusable(count)
        rank(latest.ranks, latest.code.column, fixed: latest.code.fixed, count)
        let dates = latest.date.map { numberColumns[$0] }
        let days = dates?.values ?? [Int32](repeating: 0, count: count)
        let states = dates?.states ?? [UInt8](repeating: 0, count: count)
        let ranks = self.ranks
        let statuses = self.statuses
        Recording.pack(
            days: days.span, states: states.span, ranks: ranks.span, texts: statuses.span, into: &packed)
        if spill != nil { return try spill?.add(packed, of: keys) ?? () }
        let texts = context.statusTexts
        context.index.add(packed, of: keys, regencies: &regencies) { texts.precedes($0, $1) }
        weeks.add(regencies, days: days, states: states)
    }

    /// Sets the keys of rows that join nothing to 0, and counts those and the used ones.
    private mutating func leaveOutUnusable(_ count: Int) {
        var withFinding = 0
        for row in 0..<count where findings[row] != 0 { withFinding += 1 }
        var unknown = 0
        if let knownSince {
            let days = numberColumns[knownSince].values
            let states = numberColumns[knownSince].states
            let last = context.knownUntil.dayNumber
            for row in 0..<count where states[row] == 1 && days[row] > last && findings[row] == 0 {
                keys[row] = 0
                unknown += 1
            }
        }
        counts.leftOut += withFinding + unknown
        counts.count("nik_finding", withFinding)
        counts.count("not_yet_known", unknown)
        counts.used += count - withFinding - unknown
    }

    /// The place of each row's class in the role's order; 15 where the class is not known.
    private mutating func rank(_ order: [UInt8], _ column: Int?, fixed: UInt8, _ count: Int) {
        // By number of the code, 0 = none.
        var table = [UInt8](repeating: 15, count: 256)
        for (place, rank) in order.prefix(255).enumerated() { table[place + 1] = rank }
        ColumnDecoding.resize(&ranks, count)
        guard let column else {
            for row in 0..<count { ranks[row] = table[Int(fixed)] }
            return
        }
        let codes = codeColumns[column].values
        for row in 0..<count { ranks[row] = table[Int(codes[row])] }
    }

    mutating func finish() throws(Failure) {
        for column in codeColumns { counts.count("unmapped_\(column.id)", column.reader.unmapped) }
        try spill?.finish()
    }

    private mutating func decode(_ count: Int) {
        block.gather(list.text.keyColumn, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &keys, findings: &findings)
        for place in codeColumns.indices {
            if let cell = codeColumns[place].cell {
                block.gather(cell, of: list.text, into: &cells)
                codeColumns[place].read(block.text, cells)
            } else {
                codeColumns[place].values = [UInt8](repeating: codeColumns[place].absent, count: count)
            }
        }
        for place in numberColumns.indices {
            guard let cell = numberColumns[place].cell else {
                ColumnDecoding.clear(&numberColumns[place].values, count)
                ColumnDecoding.clear(&numberColumns[place].states, count)
                continue
            }
            block.gather(cell, of: list.text, into: &cells)
            numberColumns[place].read(block.text, cells)
        }
        if let statusCell {
            block.gather(statusCell, of: list.text, into: &cells)
            statusNumberer.read(block.text, cells, into: &statuses)
        } else {
            ColumnDecoding.clear(&statuses, count)
        }
    }

    private mutating func take(_ row: Int) throws(Failure) {
        if findings[row] != 0 { return leaveOut("nik_finding") }
        if let knownSince, numberColumns[knownSince].states[row] == 1,
            numberColumns[knownSince].values[row] > context.knownUntil.dayNumber
        {
            return leaveOut("not_yet_known")
        }
        if needsCodes, codeColumns.contains(where: { $0.values[row] == 0 }) { return leaveOut("unmapped_code") }
        if let contributed {
            let code = contributor >= 0 ? Int(codeColumns[contributor].values[row]) : 0
            guard contributed.indices.contains(code), let destination = contributed[code] else {
                return leaveOut("no_contribution")
            }
            counts.used += 1
            try hang(row, on: destination)
        } else {
            counts.used += 1
            for destination in own { try hang(row, on: destination) }
        }
    }

    private mutating func leaveOut(_ cause: String) {
        counts.leftOut += 1
        counts.count(cause)
    }

    private mutating func hang(_ row: Int, on destination: Destination) throws(Failure) {
        let slot = spill == nil ? slots[row] : KeyIndex.none
        if slot == KeyIndex.none && spill == nil { return }
        func code(_ source: (column: Int?, fixed: UInt8)) -> UInt8 {
            source.column.map { codeColumns[$0].values[row] } ?? source.fixed
        }
        if let latest = destination.latest {
            let number = Int(code(latest.code))
            let rank = number > 0 && number <= latest.ranks.count ? latest.ranks[number - 1] : 15
            var day: CivilDate?
            if let date = latest.date, numberColumns[date].states[row] == 1 {
                day = CivilDate(dayNumber: numberColumns[date].values[row])
            }
            let recording = Recording(day: day, rank: rank, text: statuses[row])
            if spill != nil { return try spill?.add(recording.packed, of: keys[row]) ?? () }
            context.index.add(recording, slot) {
                context.statusTexts.precedes($0, $1)
            }
            weeks.add(context.index.regency(slot) ?? 10000, day: day?.dayNumber)
            return
        }
        let order = UInt64(list.number) << 40 | UInt64(block.rowNumber(row))
        if spill != nil {
            var record = SideRecord(key: keys[row], flag: destination.plan.flag, order: order)
            if destination.plan.keepsRows {
                record.codes = destination.codes.map(code)
                record.numbers = destination.numbers.map { $0.map { numberColumns[$0].values[row] } ?? 0 }
                record.states = destination.numbers.map { $0.map { numberColumns[$0].states[row] } ?? 0 }
            }
            return try spill?.add(record) ?? ()
        }
        context.index.keys.set(flag: destination.plan.flag, slot)
        guard destination.plan.keepsRows else { return }
        rows[destination.plan.role.id]?.append(
            key: keys[row], order: order, codes: destination.codes.map(code),
            numbers: destination.numbers.map { $0.map { numberColumns[$0].values[row] } ?? 0 },
            states: destination.numbers.map { $0.map { numberColumns[$0].states[row] } ?? 0 })
    }
}
