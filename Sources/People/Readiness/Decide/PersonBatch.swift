import CEL
import Civil
import Columns
import Diagnostics
import Joining
import Linkage
import RoleLists
import Rules
import Schema
import Tabular

/// One thread's decoding of a population list: a block of rows becomes a batch of facts.
struct PersonBatch: Sendable {
    var block: Block
    var facts: FactBatch
    private(set) var further: [FurtherRows] = []
    private(set) var keys: [UInt64] = []
    private(set) var regions: [UInt64] = []
    /// What the store knows of the rows.
    private(set) var evidence = Evidence()
    /// 0 = not known, 1 = male, 2 = female.
    private(set) var sexes: [UInt8] = []
    /// Of rows whose NIK several people share, the digest of the name; 1 = none.
    private var names: [Int: UInt64] = [:]
    /// Of people whose recordings were weighed here, the last day of one that was made.
    private var recordedOn: [Int: Int32] = [:]
    /// Kabupaten whose people are on no list of recordings that was given.
    private let regenciesWithout: Set<UInt16>

    private let list: OpenList
    private let context: RunContext
    private let plan: PersonFacts
    private var reader: any EvidenceReader
    private var warnings: NIKWarningColumns
    private var regionReader: RegionReader
    private var codeReaders: [(cell: Int?, absent: UInt8, reader: CodeReader)]
    private var numberCells: [Int?]
    private var sexReader: CodeReader?
    private let birthCell: Int?
    private var cells = TextColumn()
    private var birthDates = DateColumns()
    private var dates = DateColumns()
    private var findings: [UInt8] = []
    private var births: [Int32] = []
    private var birthStates: [UInt8] = []
    /// Packed parts of the dates of birth; 0 where there is none.
    private(set) var birthParts: [UInt32] = []
    private var days: [Int32] = []
    private var states: [UInt8] = []

    init(
        _ context: RunContext, _ list: OpenList, _ plan: PersonFacts, _ reader: any EvidenceReader,
        regenciesWithout: Set<UInt16> = []
    ) {
        self.regenciesWithout = regenciesWithout
        self.context = context
        self.list = list
        self.plan = plan
        self.reader = reader
        block = Block(width: list.text.width)
        facts = FactBatch(layout: context.layout)
        regionReader = RegionReader(list)
        codeReaders = plan.codes.map { code in
            let absent = code.column.absentCode.flatMap { code.words.firstIndex(of: $0) }.map {
                UInt8(clamping: $0 + 1)
            }
            return (list.cell(code.column.id), absent ?? 0, CodeReader(code.column, order: code.words))
        }
        numberCells = plan.numbers.map { list.cell($0.column.id) }
        birthCell = list.cell("birth_date")
        sexReader = list.role.column("sex").map {
            CodeReader($0, order: [context.ruleset.maleCode, context.ruleset.femaleCode])
        }
        warnings = NIKWarningColumns(provinces: context.ruleset.provinces)
    }

    /// Words outside their table and unreadable regions, once all blocks were taken.
    func count(into counts: inout ListCounts) {
        for (code, reader) in zip(plan.codes, codeReaders) {
            counts.count("unmapped_\(code.column.id)", reader.reader.unmapped)
        }
        if !plan.codes.contains(where: { $0.column.id == "sex" }) {
            counts.count("unmapped_sex", sexReader?.unmapped ?? 0)
        }
        counts.count("region_unreadable", regionReader.unreadable)
        counts.dates["birth_date", default: DateFigures()].add(birthDates.figures)
    }

    /// Decodes the block just read and fills the facts of its rows.
    mutating func decode() throws(Failure) {
        let count = block.rows
        facts.reset(count: count)
        further.removeAll(keepingCapacity: true)
        try decodeKeys(count)
        regionReader.read(&block, list.text, into: &regions)
        decodeCodes(count)
        decodeNumbers(count)
        fillNIK(count)
        fillGiven(count)
        fillRecordings(count)
        fillOthers(count)
        fillDuplicates()
    }

    private mutating func decodeKeys(_ count: Int) throws(Failure) {
        block.gather(list.text.keyColumn, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &keys, findings: &findings)
        try reader.read(block, niks: keys, into: &evidence)
        names.removeAll(keepingCapacity: true)
        for (row, mark) in evidence.marks where mark == .shared {
            let cell = plan.name.flatMap { list.cell($0) }.map { block.cellText(row, $0, of: list.text) } ?? []
            names[row] = max(RowNames.digest(cell), 1)
        }
    }

    private mutating func decodeCodes(_ count: Int) {
        for place in codeReaders.indices {
            let slot = plan.codes[place].slot
            if let cell = codeReaders[place].cell {
                block.gather(cell, of: list.text, into: &cells)
                codeReaders[place].reader.read(block.text, cells, into: &facts.codes[slot])
            } else if codeReaders[place].absent != 0 {
                facts.codes[slot] = [UInt8](repeating: codeReaders[place].absent, count: count)
            }
        }
        if let cell = list.cell("sex"), sexReader != nil {
            block.gather(cell, of: list.text, into: &cells)
            sexReader?.read(block.text, cells, into: &sexes)
        } else {
            ColumnDecoding.clear(&sexes, count)
        }
    }

    private mutating func decodeNumbers(_ count: Int) {
        if let birthCell {
            block.gather(birthCell, of: list.text, into: &cells)
            birthDates.read(block.text, cells, days: &births, states: &birthStates, parts: &birthParts)
        } else {
            ColumnDecoding.clear(&births, count)
            ColumnDecoding.clear(&birthStates, count)
            ColumnDecoding.clear(&birthParts, count)
        }
        for (number, cell) in zip(plan.numbers, numberCells) {
            guard let cell else { continue }
            if cell == birthCell {
                fill(number, births, birthStates, count)
                continue
            }
            block.gather(cell, of: list.text, into: &cells)
            if number.column.kind == .date {
                dates.read(block.text, cells, days: &days, states: &states)
            } else {
                ColumnDecoding.integers(block.text, cells, numbers: &days, states: &states)
            }
            fill(number, days, states, count)
        }
    }

    private mutating func fill(_ number: PersonFacts.Number, _ values: [Int32], _ states: [UInt8], _ count: Int) {
        if let slot = number.slot {
            ColumnDecoding.copy(values, to: &facts.numbers[slot])
            Bits.fill(&facts.numberKnown[slot], count: count) { states[$0] == 1 }
        }
        if let given = number.given { Bits.fill(&facts.bits[given], count: count) { states[$0] != 0 } }
    }

    private mutating func fillNIK(_ count: Int) {
        if let (slot, numbers) = plan.nikFinding {
            for row in 0..<count where findings[row] != 0 {
                facts.codes[slot][row] = numbers[Int(findings[row])]
            }
        }
        let (keys, regions, births, sexes) = (self.keys, self.regions, birthParts, self.sexes)
        warnings.read(keys: keys.span, regions: regions.span, births: births.span, sexes: sexes.span)
        if let slot = plan.prefixUnknown { ColumnDecoding.copy(warnings.prefixUnknown, to: &facts.bits[slot]) }
        if let slot = plan.regionDiffers { ColumnDecoding.copy(warnings.regionDiffers, to: &facts.bits[slot]) }
        if let slot = plan.birthDateDiffers { ColumnDecoding.copy(warnings.birthDateDiffers, to: &facts.bits[slot]) }
        if let slot = plan.sexDiffers { ColumnDecoding.copy(warnings.sexDiffers, to: &facts.bits[slot]) }
    }

    /// Fills what is known by lists of recordings, or by the mark that stands for them.
    private mutating func fillRecordings(_ count: Int) {
        guard let latest = plan.latest else { return }
        settleRecordings(latest, count)
        if let presence = latest.presence {
            Bits.fill(&facts.bits[presence], count: count) { PersonEntry(payload: evidence.payloads[$0]).hasRecording }
        }
        if let code = latest.code {
            // By rank; 0 = no recording, or a class the fact has no word for.
            var numbers = [UInt8](repeating: 0, count: 256)
            for (rank, number) in latest.numbers.prefix(255).enumerated() { numbers[rank] = number }
            let table = numbers.span
            let payloads = evidence.payloads
            let entries = payloads.span
            var codes = facts.codes[code].mutableSpan
            for row in 0..<count { codes[row] = table[Int(PersonEntry(payload: entries[row]).rank ?? 255)] }
        }
        if latest.date != nil || latest.given != nil {
            for row in 0..<count {
                guard let day = PersonEntry(payload: evidence.payloads[row]).recording?.day else { continue }
                if let date = latest.date {
                    facts.numbers[date][row] = day.dayNumber
                    Bits.set(&facts.numberKnown[date], row)
                }
                if let given = latest.given { Bits.set(&facts.bits[given], row) }
            }
        }
    }

    /// Puts the recording that decides into the entries of people for whom more is to be weighed than the index has.
    private mutating func settleRecordings(_ latest: PersonFacts.Latest, _ count: Int) {
        recordedOn.removeAll(keepingCapacity: true)
        if !isGiven(latest.plan.role.id) || !regenciesWithout.isEmpty {
            for row in 0..<count { settle(row, latest) }
            return
        }
        let beside = UInt16(1) << UInt16(latest.plan.flag)
        for row in names.keys where evidence.flags[row] & beside == 0 { settle(row, latest) }
        let known = evidence.flags
        let flags = known.span
        for row in flags.indices where flags[row] & beside != 0 { settle(row, latest) }
    }

    /// Whether lists of recordings speak of the person at all.
    private func isListed(_ row: Int, _ latest: PersonFacts.Latest) -> Bool {
        isGiven(latest.plan.role.id) && !isOfRegencyWithout(row)
    }

    private mutating func settle(_ row: Int, _ latest: PersonFacts.Latest) {
        let isBeside = evidence.flags[row] & 1 << UInt16(latest.plan.flag) != 0
        let isListed = isListed(row, latest)
        let texts = context.statusTexts
        var recordings = RecordingEvidence(context.ranks)
        let entry = PersonEntry(payload: evidence.payloads[row])
        if isListed, names[row] == nil, let recording = entry.recording {
            recordings.add(recording.packed(context.ranks)) { texts.precedes($0, $1) }
        }
        if isBeside, let rows = evidence.rows[latest.plan.role.id] {
            for place in rows.rows(of: keys[row]) where isListed || rows.orders[place] & RecordingEvidence.answerBit != 0 {
                if let name = names[row], rows.names[place] != 0, rows.names[place] != name { continue }
                recordings.add(rows.orders[place]) { texts.precedes($0, $1) }
            }
        }
        if !isListed, let mark = markedRank(row) {
            recordings.add(Recording(day: nil, rank: mark, text: 0).packed(context.ranks)) { texts.precedes($0, $1) }
        }
        recordedOn[row] = recordings.lastDay?.dayNumber
        evidence.payloads[row] = entry.with(recordings.deciding, context.ranks)
        if let slot = latest.contradicted, recordings.isContradicted { Bits.set(&facts.bits[slot], row) }
        if let slot = latest.hadCard, recordings.hadCard { Bits.set(&facts.bits[slot], row) }
    }

    /// The rank of the recording for which the person's mark stands; nil where it stands for none.
    private func markedRank(_ row: Int) -> UInt8? {
        for mark in plan.marks {
            let code = Int(facts.codes[plan.codes[mark.place].slot][row])
            if mark.ranks.indices.contains(code), let rank = mark.ranks[code] { return rank }
        }
        return nil
    }

    /// Whether the person's mark says that they stand on a list of a role.
    private func isMarked(_ row: Int, _ role: String) -> Bool {
        plan.marks.contains { mark in
            let code = Int(facts.codes[plan.codes[mark.place].slot][row])
            return mark.roles.indices.contains(code) && mark.roles[code].contains(role)
        }
    }

    private func isGiven(_ role: String) -> Bool { context.givenRoles.contains(role) }

    /// Whether recordings were given, but none of anybody of the person's kabupaten.
    private func isOfRegencyWithout(_ row: Int) -> Bool {
        if regenciesWithout.isEmpty { return false }
        return RegionCode(trusted: regions[row]).firstFourDigits.map { regenciesWithout.contains(UInt16(clamping: $0)) }
            ?? false
    }

    private mutating func fillGiven(_ count: Int) {
        for (role, slot) in plan.given where isGiven(role) {
            Bits.fill(&facts.bits[slot], count: count) { _ in true }
            guard role == plan.latest?.plan.role.id, !regenciesWithout.isEmpty else { continue }
            for row in 0..<count where isOfRegencyWithout(row) { Bits.clear(&facts.bits[slot], row) }
        }
    }

    private mutating func fillOthers(_ count: Int) {
        let flags = evidence.flags
        var met: UInt16 = 0
        for flags in flags { met |= flags }
        for role in plan.others {
            let mask = UInt16(1) << UInt16(role.plan.flag)
            // Nobody here stands on most of the lists.
            if met & mask != 0 { fill(role, mask, flags, count) }
            if let presence = role.presence, !plan.marks.isEmpty { fillMarked(role, presence, count) }
        }
    }

    private mutating func fill(_ role: PersonFacts.OtherRole, _ mask: UInt16, _ flags: [UInt16], _ count: Int) {
            if let presence = role.presence { FlagBits.fill(&facts.bits[presence], where: flags, have: mask) }
            guard let rows = evidence.rows[role.plan.role.id], rows.count > 0 else { return }
            var persons: [Int32] = []
            var places: [Int] = []
            for row in 0..<count where flags[row] & mask != 0 {
                if !role.plan.keepsRows && names[row] == nil { continue }
                var found = Array(rows.rows(of: keys[row]))
                if let name = names[row] {
                    found.removeAll { rows.names[$0] != 0 && rows.names[$0] != name }
                    if found.isEmpty, let presence = role.presence {
                        Bits.clear(&facts.bits[presence], row)
                    }
                }
                guard let first = found.first else { continue }
                fill(role, rows, place: first, row: row, person: row, into: &facts)
                for place in found.dropFirst() {
                    persons.append(Int32(row))
                    places.append(place)
                }
            }
            if persons.isEmpty { return }
            var more = FactBatch(layout: context.layout, capacity: persons.count)
            for (row, place) in places.enumerated() {
                if let presence = role.presence { Bits.set(&more.bits[presence], row) }
                fill(role, rows, place: place, row: row, person: Int(persons[row]), into: &more)
            }
            further.append(FurtherRows(role: role.fact, person: persons, facts: more))
    }

    /// A mark stands for a list that was not given.
    private mutating func fillMarked(_ role: PersonFacts.OtherRole, _ presence: Int, _ count: Int) {
        let id = role.plan.role.id
        guard plan.marks.contains(where: { $0.roles.contains { $0.contains(id) } }) else { return }
        let isGiven = isGiven(id) && plan.latest.map { self.isGiven($0.plan.role.id) } ?? true
        if isGiven && regenciesWithout.isEmpty { return }
        for row in 0..<count where (!isGiven || isOfRegencyWithout(row)) && isMarked(row, id) {
            Bits.set(&facts.bits[presence], row)
        }
    }

    /// Fills the facts of one row of another list into `row` of `facts`.
    private func fill(
        _ role: PersonFacts.OtherRole, _ rows: EvidenceRows, place: Int, row: Int, person: Int,
        into facts: inout FactBatch
    ) {
        for (column, slot) in role.codes.enumerated() {
            if let slot { facts.codes[slot][row] = rows.codes[column][place] }
        }
        for (column, number) in role.numbers.enumerated() {
            if let slot = number.slot {
                facts.numbers[slot][row] = rows.numbers[column][place]
                if rows.states[column][place] == 1 { Bits.set(&facts.numberKnown[slot], row) }
            }
            if let given = number.given, rows.states[column][place] != 0 { Bits.set(&facts.bits[given], row) }
        }
        if let unnamed = role.unnamed, names[person] != nil, rows.names[place] == 0 {
            Bits.set(&facts.bits[unnamed], row)
        }
        if let outlived = role.outlived, let dated = role.dated, rows.states[dated][place] == 1,
            let seen = lastSign(of: person, role), seen > rows.numbers[dated][place]
        {
            Bits.set(&facts.bits[outlived], row)
        }
    }

    /// The day of the last row of a list that shows somebody alive: a recording of a class that says so, or any row of
    /// the other lists.
    private func lastSign(of row: Int, _ role: PersonFacts.OtherRole) -> Int32? {
        var last: Int32?
        for id in role.outlivedBy {
            if let latest = plan.latest, id == latest.plan.role.id {
                let isSettled =
                    names[row] != nil || evidence.flags[row] & 1 << UInt16(latest.plan.flag) != 0
                    || !isListed(row, latest)
                var found = RecordingEvidence(context.ranks)
                if !isSettled, let recording = PersonEntry(payload: evidence.payloads[row]).recording {
                    found.add(recording.packed(context.ranks)) { _, _ in false }
                }
                if let day = isSettled ? recordedOn[row] : found.lastDay?.dayNumber { last = max(last ?? day, day) }
            } else if let other = plan.others.first(where: { $0.plan.role.id == id }), let dated = other.dated,
                let rows = evidence.rows[id], evidence.flags[row] & 1 << UInt16(other.plan.flag) != 0
            {
                for place in rows.rows(of: keys[row]) where rows.states[dated][place] == 1 {
                    if let name = names[row], rows.names[place] != 0, rows.names[place] != name { continue }
                    last = max(last ?? rows.numbers[dated][place], rows.numbers[dated][place])
                }
            }
        }
        return last
    }

    private mutating func fillDuplicates() {
        for (row, mark) in evidence.marks {
            if let repeated = plan.repeated { Bits.set(&facts.bits[repeated], row) }
            switch mark {
            case .first: break
            case .shared: if let shared = plan.shared { Bits.set(&facts.bits[shared], row) }
            case .duplicate(let place):
                if let (slot, numbers) = plan.duplicate, numbers.indices.contains(place) {
                    facts.codes[slot][row] = numbers[place]
                }
            }
        }
    }
}
