import CEL
import Civil
import Testing

struct ColumnProgramTests {
    static let layout = RandomExpressions.layout

    static func check(_ source: String, layout: FactLayout = layout) throws -> CheckedExpression {
        try Expressions.check(source, layout: layout, profile: .rules, expecting: .bool).get()
    }

    /// Compares every root of a program with the evaluator, row by row.
    static func compare(
        _ expressions: [CheckedExpression], _ batch: FactBatch, leapDay: LeapDay, layout: FactLayout = layout
    ) {
        let program = ColumnProgram(expressions, layout: layout, leapDay: leapDay)
        var scratch = program.makeScratch()
        program.run(batch, scratch: &scratch)
        var columns: [String: [CELOutcome]] = [:]
        for fact in layout.facts {
            columns[fact.name] = (0..<batch.count).map { batch.outcome(of: fact, row: $0) }
        }
        for (root, expression) in expressions.enumerated() {
            let expected = expression.evaluate(rows: batch.count, columns: columns, leapDay: leapDay)
            var isTrue = Array(repeating: UInt64(0), count: batch.words)
            var isKnown = isTrue
            for (row, outcome) in expected.enumerated() {
                let bit = UInt64(1) << UInt64(row % 64)
                switch outcome {
                case .value(.bool(let value)):
                    isKnown[row / 64] |= bit
                    if value { isTrue[row / 64] |= bit }
                case .unknown: break
                default: Issue.record("\(expression.source) fails at run time: \(outcome)")
                }
            }
            #expect(scratch.isTrue[root] == isTrue, "\(expression.source)")
            #expect(scratch.isKnown[root] == isKnown, "\(expression.source)")
        }
    }

    @Test(arguments: [UInt64](1...6))
    func agreesWithTheEvaluator(seed: UInt64) {
        var texts = RandomExpressions(random: SeededGenerator(state: seed))
        var expressions: [CheckedExpression] = []
        var tries = 0
        while expressions.count < 60, tries < 1000 {
            tries += 1
            // Some are refused: a sum that may overflow, a word a fact cannot have.
            if let expression = try? Self.check(texts.bool(3)) { expressions.append(expression) }
        }
        #expect(expressions.count == 60)
        for rows in [0, 1, 63, 64, 65, 150] {
            Self.compare(expressions, texts.batch(rows: rows), leapDay: seed % 2 == 0 ? .march1 : .february28)
        }
    }

    /// More rows than one portion, and a scratch used for batches of several sizes.
    @Test func portionsAndReuse() throws {
        var texts = RandomExpressions(random: SeededGenerator(state: 99))
        let sources = [
            "age_on(birth, polling) >= limit || class in ['A', 'B']", "number * 2 + 1 > count",
            "many == 'w3' || marked", "class == kind", "has(on_list) && !(req.one)",
        ]
        let expressions = try sources.map { try Self.check($0) }
        let program = ColumnProgram(expressions, layout: Self.layout, leapDay: .march1)
        var scratch = program.makeScratch()
        for rows in [10_000, 3, 4097, 4096] {
            let batch = texts.batch(rows: rows)
            program.run(batch, scratch: &scratch)
            var fresh = program.makeScratch()
            program.run(batch, scratch: &fresh)
            #expect(scratch.isTrue == fresh.isTrue)
            #expect(scratch.isKnown == fresh.isKnown)
            Self.compare(expressions, batch, leapDay: .march1)
        }
    }

    /// Every age comparison, around the day it turns, for both readings of 29 February.
    @Test(arguments: LeapDay.allCases, ["2018-06-27", "2016-02-29", "2017-02-28", "2019-03-01"])
    func agesTurnOnTheirDay(leapDay: LeapDay, day: String) throws {
        let expressions = try ["==", "!=", "<", "<=", ">", ">="].flatMap { operation in
            try [
                "age_on(birth, date('\(day)')) \(operation) 17", "17 \(operation) age_on(birth, date('\(day)'))",
                "age_on(birth, date('\(day)')) \(operation) -1",
                "age_on(birth, date('\(day)')) \(operation) 9000000000000000000",
            ].map { try Self.check($0) }
        }
        let polling = try #require(CivilDate(iso: day))
        let turning = try #require(polling.adding(years: -17, leapDay: .march1)).dayNumber
        var batch = FactBatch(layout: Self.layout, capacity: 20)
        for row in 0..<12 { batch.numbers[0][row] = turning - 6 + Int32(row) }
        for (row, extreme) in [Int32.min, .max, polling.dayNumber, polling.dayNumber + 1, 0, -719_162].enumerated() {
            batch.numbers[0][12 + row] = extreme
        }
        batch.numberKnown[0][0] = (1 << 18) - 1
        Self.compare(expressions, batch, leapDay: leapDay)
    }

    @Test func whatIsTheSameIsComputedOnce() throws {
        let one = try Self.check("class == 'A' && has(birth)")
        let other = try Self.check("!(!has(birth) || class != 'A')")
        let single = ColumnProgram([one], layout: Self.layout, leapDay: .march1)
        let both = ColumnProgram([one, other, one], layout: Self.layout, leapDay: .march1)
        #expect(both.stepCount == single.stepCount)
        #expect(single.stepCount == 3)
    }

    /// A list that was not given costs nothing.
    @Test(arguments: [
        ("has(absent.list) && class == 'A'", 0), ("absent.day < polling", 0), ("!has(absent.day) || class == 'A'", 0),
        ("has(absent.day) || class == 'A'", 1), ("absent.word == 'X' || marked", 3), ("limit > 16 && marked", 1),
        ("class == 'A' || class == 'B' || !has(class)", 1), ("(marked ? birth : absent.day) < polling", 4),
    ])
    func constantsFold(source: String, steps: Int) throws {
        let program = ColumnProgram([try Self.check(source)], layout: Self.layout, leapDay: .march1)
        #expect(program.stepCount == steps)
    }
}
