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
    var further: [FurtherRows] = []
    private(set) var keys: [UInt64] = []
    private(set) var regions: [UInt64] = []
    /// What the store knows of the rows.
    var evidence = Evidence()
    /// 0 = not known, 1 = male, 2 = female.
    private(set) var sexes: [UInt8] = []
    /// Of rows whose NIK several people share, the digest of the name; 1 = none.
    var names: [Int: UInt64] = [:]
    /// Of people whose recordings were weighed here, the last day of one that was made.
    var recordedOn: [Int: Int32] = [:]
    /// Of the same people, since when a recording shows that biometrics were taken.
    var firstRecording: [Int: FirstRecorded] = [:]
    /// Codes of the regions that a number of `RunContext.destinations` may mean.
    var destinations: [UInt32: [String]] = [:]
    /// Rows that were kept to be weighed by the people's names, and what became of them: by row, then role.
    let doubtful: [(role: String, flag: Int, rows: DoubtfulRows)]
    var own: [Int: [String: [Int]]] = [:]
    var weighed = WeighedRows()
    let likeness: NameLikeness?
    /// Answers that speak of rows of the lists; nil where there are none. Of rows of the block: their `RowAnswers.key`.
    let answers: RowAnswers?
    let answersByRole: [(role: String, flag: Int, rows: EvidenceRows)]
    var answered: [Int: UInt64] = [:]
    /// Place of the list among the population lists.
    let place: Int
    /// Kabupaten whose people are on no list of recordings that was given.
    let regenciesWithout: Set<UInt16>

    private let list: OpenList
    let context: RunContext
    let plan: PersonFacts
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
    private(set) var births: [Int32] = []
    private(set) var birthStates: [UInt8] = []
    /// Packed parts of the dates of birth; 0 where there is none.
    private(set) var birthParts: [UInt32] = []
    private var days: [Int32] = []
    private var states: [UInt8] = []

    init(
        _ context: RunContext, _ list: OpenList, at place: Int, _ plan: PersonFacts, _ reader: any EvidenceReader,
        doubtful: [String: DoubtfulRows] = [:], answers: RowAnswers = RowAnswers(), regenciesWithout: Set<UInt16> = []
    ) {
        self.place = place
        self.answers = answers.isEmpty ? nil : answers
        answersByRole = plan.flagged(answers.rows)
        self.doubtful = plan.flagged(doubtful)
        likeness = context.likeness
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
        counts.count(OpenList.unreadableRegion, regionReader.unreadable)
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
        weighDoubtful(count)
        takeAnswers(count)
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
            names[row] = max(RowNames.digest(nameText(row), context.apostrophes), 1)
        }
    }

    func nameText(_ row: Int) -> [UInt8] {
        plan.name.flatMap { list.cell($0) }.map { block.cellText(row, $0, of: list.text) } ?? []
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
