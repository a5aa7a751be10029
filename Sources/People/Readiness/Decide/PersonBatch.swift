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

    init(_ context: RunContext, _ list: OpenList, _ plan: PersonFacts, _ reader: any EvidenceReader) {
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
        fillRecordings(count)
        fillOthers(count)
        fillDuplicates()
    }

    private mutating func decodeKeys(_ count: Int) throws(Failure) {
        block.gather(list.text.keyColumn, of: list.text, into: &cells)
        ColumnDecoding.niks(block.text, cells, keys: &keys, findings: &findings)
        try reader.read(block, niks: keys, into: &evidence)
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

    private mutating func fillRecordings(_ count: Int) {
        guard let latest = plan.latest else { return }
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

    private mutating func fillOthers(_ count: Int) {
        let flags = evidence.flags
        var met: UInt16 = 0
        for flags in flags { met |= flags }
        for role in plan.others {
            let mask = UInt16(1) << UInt16(role.plan.flag)
            // Nobody here stands on most of the lists.
            if met & mask == 0 { continue }
            if let presence = role.presence {
                FlagBits.fill(&facts.bits[presence], where: flags, have: mask)
            }
            guard role.plan.keepsRows, let rows = evidence.rows[role.plan.role.id], rows.count > 0
            else { continue }
            var persons: [Int32] = []
            var places: [Int] = []
            for row in 0..<count where flags[row] & mask != 0 {
                let found = rows.rows(of: keys[row])
                guard let first = found.first else { continue }
                Self.fill(role, rows, place: first, row: row, into: &facts)
                for place in found.dropFirst() {
                    persons.append(Int32(row))
                    places.append(place)
                }
            }
            if persons.isEmpty { continue }
            var more = FactBatch(layout: context.layout, capacity: persons.count)
            for (row, place) in places.enumerated() {
                if let presence = role.presence { Bits.set(&more.bits[presence], row) }
                Self.fill(role, rows, place: place, row: row, into: &more)
            }
            further.append(FurtherRows(role: role.fact, person: persons, facts: more))
        }
    }

    private static func fill(
        _ role: PersonFacts.OtherRole, _ rows: EvidenceRows, place: Int, row: Int, into facts: inout FactBatch
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
    }

    private mutating func fillDuplicates() {
        for (row, mark) in evidence.marks {
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
