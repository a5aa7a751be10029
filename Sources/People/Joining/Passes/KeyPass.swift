import Civil
import Columns
public import Diagnostics
import Linkage
public import RoleLists
import Rules
import Schema
import Tabular
import Workers

/// First reading of the population lists: every usable NIK is entered in the store, and where each region's people stand
/// is noted.
public enum KeyPass {
    public struct Result: Sendable {
        public var rejected: [RejectedRow] = []
        /// By place in the population lists.
        public var counts: [ListCounts] = []
        /// Rows with a usable NIK, by place in the population lists.
        public var usable: [Int] = []
        public var areas = AreaMap()
        /// People by the first four digits of their region, where they are known.
        public var people: [UInt16: Int] = [:]
        /// Which answers speak of people who still stand where they stood.
        var answers = AnswerCheck.Found()
    }

    /// - Parameter given: answers whose people are looked up on the way.
    public static func run(
        _ context: RunContext, _ store: any PersonStore, answers given: GivenAnswers = GivenAnswers()
    ) throws(Failure) -> Result {
        let check =
            given.isEmpty
            ? nil : AnswerCheck(given, name: context.ruleset.schema.equalRows.name, context.apostrophes)
        var whole = Result()
        for (place, list) in context.people.enumerated() {
            let threads = try Workers.run(context.threads) { () throws(Failure) in
                KeyThread(
                    list, place, store.personWriter(),
                    births: context.keptBirths, answers: check)
            } _: { (thread, stop) throws(Failure) in
                // Asked before a piece is taken: others wait for where a taken one ends.
                while try !stop.check(), let piece = list.blocks.next() {
                    do throws(FileError) {
                        try list.blocks.read(piece, into: &thread.block)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                    context.progress?.add(.keys, OpenList.pieceSize)
                    try thread.take(piece)
                    try list.digest?.take(piece, &thread.block, stop)
                }
                try thread.finish()
            }
            list.digest?.complete()
            var counts = ListCounts()
            var usable = 0
            for thread in threads {
                counts.add(thread.counts)
                usable += thread.usable
                whole.rejected += thread.rejected
                whole.areas.add(thread.areas)
                if let answers = thread.answers { whole.answers.add(answers.found) }
                whole.people.merge(thread.people, uniquingKeysWith: +)
            }
            whole.counts.append(counts)
            whole.usable.append(usable)
        }
        return whole
    }
}

/// One thread's first reading of one population list.
private struct KeyThread: Sendable {
    var block: Block
    private(set) var counts = ListCounts()
    private(set) var rejected: [RejectedRow] = []
    private(set) var areas = AreaMap()
    private(set) var usable = 0
    private(set) var people: [UInt16: Int] = [:]

    private let list: OpenList
    /// Index of the list in the population lists.
    private let place: Int
    private var writer: any PersonWriter
    private var regionReader: RegionReader
    private var rows = PersonRows()
    private var cells = TextColumn()
    private var findings: [UInt8] = []
    private var regions: [UInt64] = []
    private var regencies: [UInt16] = []
    /// Where birth dates are kept beside NIKs.
    private let keepsBirths: Bool
    private let birthCell: Int?
    private var births = DateColumns()
    private var days: [Int32] = []
    private var states: [UInt8] = []
    /// Nil where nobody has answered anything.
    private(set) var answers: AnswerCheck?

    /// - Parameter births: the column of birth dates that are kept beside NIKs; nil = none are.
    init(_ list: OpenList, _ place: Int, _ writer: any PersonWriter, births: String?, answers: AnswerCheck?) {
        self.answers = answers
        keepsBirths = births != nil
        birthCell = births.flatMap { list.cell($0) }
        self.list = list
        self.place = place
        self.writer = writer
        block = Block(width: list.text.width)
        regionReader = RegionReader(list)
    }

    /// Enters the rows of the block just read.
    mutating func take(_ piece: Int) throws(Failure) {
        counts.take(block, list, &rejected)
        decode()
        try writer.add(rows, of: block, list: place)
        areas.add(block, regions, list: place, list.blocks.range(of: piece))
        if var check = answers.take() {
            check.look(block, list, at: place, niks: rows.niks)
            answers = check
        }
    }

    mutating func finish() throws(Failure) { try writer.finish() }

    private mutating func decode() {
        regions.removeAll(keepingCapacity: true)
        if block.rows == 0 {
            ColumnDecoding.clear(&rows.niks, 0)
            ColumnDecoding.clear(&rows.positions, 0)
            ColumnDecoding.clear(&rows.payloads, 0)
            ColumnDecoding.clear(&rows.births, 0)
            return
        }
        block.gather(list.text.keyColumn, of: list.text, into: &cells)
        regionReader.read(&block, list.text, into: &regions)
        ColumnDecoding.niks(block.text, cells, keys: &rows.niks, findings: &findings)
        for nik in rows.niks where nik != 0 { usable += 1 }
        readRegencies()
        ColumnDecoding.resize(&rows.positions, block.rows)
        block.fileOffsets(from: list.base, into: &rows.positions)
        PersonIndex.payloads(regencies: regencies, positions: rows.positions, into: &rows.payloads)
        if keepsBirths { readBirths() }
    }

    private mutating func readBirths() {
        ColumnDecoding.clear(&rows.births, block.rows)
        guard let birthCell else { return }
        block.gather(birthCell, of: list.text, into: &cells)
        births.read(block.text, cells, days: &days, states: &states)
        for row in rows.births.indices where states[row] == 1 {
            rows.births[row] = BirthNote(CivilDate(dayNumber: days[row])).number
        }
    }

    /// The first four digits of regions, 10000 = not known. Lists come area by area: the last one serves again.
    private mutating func readRegencies() {
        ColumnDecoding.resize(&regencies, regions.count)
        let known = self.regions
        let regions = known.span
        var to = regencies.mutableSpan
        var last = RegionCode.unknown.packed
        var regency: UInt16 = 10000
        var first = 0
        var counts: [UInt16: Int] = [:]
        defer {
            counts[regency, default: 0] += regions.count - first
            self.counts.count(OpenList.withoutRegion, counts.removeValue(forKey: 10000) ?? 0)
            people.merge(counts, uniquingKeysWith: +)
        }
        for row in regions.indices {
            if regions[row] != last {
                counts[regency, default: 0] += row - first
                first = row
                last = regions[row]
                regency = UInt16(clamping: RegionCode(trusted: last).firstFourDigits ?? 10000)
            }
            to[row] = regency
        }
    }
}
