import Civil
import Columns
import Files
import Linkage
import RoleLists
import Rules
import Schema
import Tabular

/// One thread's reading of one list of answers. Most of its rows are not filled in: cells are looked at one by one only
/// where there is an answer.
struct AnswerReader: BlockReader {
    var block: Block
    private(set) var counts = ListCounts()
    private(set) var rejected: [RejectedRow] = []
    private(set) var given = GivenAnswers()

    private let list: OpenList
    private let knownUntil: CivilDate
    private let ranks: RecordingRanks
    private let apostrophes: Apostrophes
    /// Places of the population lists by the names under which their rows stand in results.
    private let lists: [String: Int]
    private let moved: [AnswerOrigin: AnswerOrigin]
    private var columns: OtherListColumns
    /// Places among `columns`.
    private let answer: Int?
    private let knownSince: Int?
    /// By number of the code of an answer, 0 = none: what it gives to another role, and whether it says that the person is
    /// right.
    private let targets: [(plan: EvidenceTarget, role: String)?]
    private let confirms: [Bool]
    private let originCell: Int?
    private let nameCell: Int?
    private let byCell: Int?
    private let answerCell: Int?
    private var statusNumberer: TextNumberer
    private let letters: String

    init(_ context: RunContext, _ list: OpenList, _ plans: EvidencePlans, moved: [AnswerOrigin: AnswerOrigin]) {
        self.list = list
        self.moved = moved
        knownUntil = context.knownUntil
        ranks = context.ranks
        apostrophes = context.apostrophes
        lists = Dictionary(context.people.enumerated().map { ($1.name, $0) }) { first, _ in first }
        block = Block(width: list.text.width)
        let columns = OtherListColumns(list, plans, destinations: context.destinations, births: nil)
        self.columns = columns
        let contribution = list.role.contributes
        answer = contribution.flatMap { columns.code($0.column) }
        answerCell = contribution.flatMap { list.cell($0.column) }
        knownSince = list.role.knownSince.flatMap { columns.number($0) }
        let codes = answer.map { columns.codes[$0].order } ?? []
        let schema = context.ruleset.schema
        targets =
            [nil]
            + codes.map { code in
                guard let target = contribution?.targets[code], let role = schema.role(target.role),
                    let plan = plans[role.id]
                else { return nil }
                return (EvidenceTarget(role, plan, of: columns, contribution: target), role.id)
            }
        confirms = [false] + codes.map { contribution?.confirms.contains($0) ?? false }
        originCell = (list.role.speaksFor?.row).flatMap { list.cell($0) }
        byCell = (list.role.speaksFor?.by).flatMap { list.cell($0) }
        nameCell = schema.equalRows.name.flatMap { list.cell($0) }
        statusNumberer = TextNumberer(context.statusTexts)
        letters = Self.column(list)
    }

    /// Letters of the column that says of which row an answer speaks.
    static func column(_ list: OpenList) -> String {
        (list.role.speaksFor?.row).flatMap { list.cell($0) }.map {
            ColumnLetters.of(list.opening.separated[$0] ?? $0)
        } ?? ""
    }

    /// Takes in the rows of the block just read.
    mutating func take() {
        counts.take(block, list, &rejected)
        if block.rows == 0 { return }
        columns.read(&block, list.text)
        let codes = answer.map { columns.codes[$0].values } ?? [UInt8](repeating: 0, count: block.rows)
        let dates = knownSince.map { (days: columns.numbers[$0].values, states: columns.numbers[$0].states) }
        for row in codes.indices {
            let code = Int(codes[row])
            let day = dates.flatMap { $0.states[row] == 1 ? CivilDate(dayNumber: $0.days[row]) : nil }
            guard targets.indices.contains(code), targets[code] != nil || confirms[code] else {
                leaveOut("no_contribution")
                continue
            }
            if let day, day > knownUntil {
                leaveOut("not_yet_known")
                continue
            }
            counts.used += 1
            take(row, code, on: day)
        }
    }

    mutating func finish() {
        for column in columns.codes { counts.count("unmapped_\(column.id)", column.reader.unmapped) }
        for column in columns.numbers where column.isDate { counts.dates[column.id] = column.dates.figures }
    }

    private mutating func leaveOut(_ cause: String) {
        counts.leftOut += 1
        counts.count(cause)
    }

    private mutating func take(_ row: Int, _ code: Int, on day: CivilDate?) {
        let number = block.rowNumber(row)
        func refuse(_ cause: RefusedAnswer.Cause) {
            given.refuse(RefusedAnswer(list: list.number, row: number, column: letters, cause: cause))
        }
        guard let named = AnswerOrigin(text(row, originCell)) else { return refuse(.unreadable) }
        let origin = moved[named] ?? named
        guard let place = lists[origin.list] else { return refuse(.unknownList) }
        let person = RowAnswers.key(place, origin.row)
        given.add(
            GivenAnswers.Answer(
                person: person, list: list.number, row: number,
                name: RowNames.digest(CSVRow.disarmed(cell(row, nameCell)), apostrophes),
                nik: cell(row, list.text.keyColumn), confirms: confirms[code],
                gives: targets[code].map { ($0.role, give(row, $0.plan, to: $0.role, person)) },
                by: text(row, byCell), on: day))
    }

    /// Keeps what an answer gives to a role; returns its place among the rows of the role.
    private mutating func give(_ row: Int, _ target: EvidenceTarget, to role: String, _ person: UInt64) -> Int {
        var rows = target.plan.emptyRows
        if let latest = target.latest {
            rows.append(key: person, order: recording(row, latest))
        } else {
            rows.append(
                key: person, order: UInt64(list.number) << 40 | UInt64(block.rowNumber(row)),
                codes: target.codes.map { source in
                    switch source {
                    case .column(let column): columns.codes[column].values[row]
                    case .fixed(let code): code
                    }
                },
                numbers: target.numbers.map { $0.map { columns.numbers[$0].values[row] } ?? 0 },
                states: target.numbers.map { $0.map { columns.numbers[$0].states[row] } ?? 0 })
        }
        return given.keep(rows, 0, for: role)
    }

    /// A recording that an answer tells of, packed; the day of the answer dates none.
    private mutating func recording(_ row: Int, _ latest: EvidenceTarget.Latest) -> UInt64 {
        var rank: UInt8 = 15
        if case .fixed(let code) = latest.code, code > 0, Int(code) <= latest.ranks.count {
            rank = latest.ranks[Int(code) - 1]
        }
        let text = statusNumberer.number(cell(row, answerCell).span)
        return Recording(day: nil, rank: rank, text: text).packed(ranks) | RecordingEvidence.answerBit
    }

    private func cell(_ row: Int, _ place: Int?) -> [UInt8] {
        place.map { block.cellText(row, $0, of: list.text) } ?? []
    }

    private func text(_ row: Int, _ place: Int?) -> String { String(decoding: cell(row, place), as: UTF8.self) }
}
