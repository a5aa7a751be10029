import Testing

@testable import Comparison

/// Rows packed in words come back as they were.
@Suite struct DiffPersonTests {
    @Test(arguments: [(0, 0, 0, 0), (0xFFFE, 0xFFFF_FFFF, 255, 255), (7, 1_000_000, 6, 12)])
    func verdictsComeBack(list: Int, row: Int, outcome: Int, code: Int) {
        let verdict = DiffPerson.verdict(list: list, row: row, outcome: outcome, code: code)
        #expect(DiffPerson.list(verdict) == list)
        #expect(DiffPerson.row(verdict) == row)
        #expect(DiffPerson.outcome(verdict) == outcome)
        #expect(DiffPerson.code(verdict) == code)
    }

    @Test(arguments: [false, true]) func peopleComeBack(isLater: Bool) {
        let person = DiffPerson(
            kind: 3, key: 99, order: 12, isLater: isLater, region: 5,
            verdict: DiffPerson.verdict(list: 1, row: 2, outcome: 3, code: 4), reasons: 6)
        let again = DiffPerson(person.row)
        #expect(again.isLater == isLater)
        #expect(again.row == person.row)
        #expect(again.outcome == 3 && again.kind == 3 && again.key == 99 && again.reasons == 6)
    }

    /// Rows of one key come together, those of the earlier run before those of the later one.
    @Test func rowsSortByKeyThenRun() {
        func row(_ key: UInt64, _ order: Int, _ isLater: Bool) -> SpooledRow {
            DiffPerson(kind: 0, key: key, order: order, isLater: isLater, region: 0, verdict: 0, reasons: 0).row
        }
        let rows = [row(2, 0, true), row(1, 9, false), row(2, 5, false), row(1, 0, true)].sorted()
        #expect(rows.map { DiffPerson($0).key } == [1, 1, 2, 2])
        #expect(rows.map { DiffPerson($0).isLater } == [false, true, false, true])
    }

    /// A change keeps both verdicts, and which of them there is none.
    @Test(arguments: [(true, true), (true, false), (false, true)]) func changesComeBack(was: Bool, is now: Bool) throws
    {
        let before = DiffPerson(
            kind: 0, key: 7, order: 3, isLater: false, region: 10,
            verdict: DiffPerson.verdict(list: 1, row: 2, outcome: 3, code: 4), reasons: 1)
        let after = DiffPerson(
            kind: 0, key: 7, order: 1, isLater: true, region: 20,
            verdict: DiffPerson.verdict(list: 5, row: 6, outcome: 2, code: 0), reasons: 0xFFFF)
        let change = try #require(DiffedPerson(before: was ? before : nil, after: now ? after : nil))
        let again = DiffedPerson(change.row)
        #expect(again.row == change.row)
        #expect(again.before == (was ? before.verdict : nil))
        #expect(again.after == (now ? after.verdict : nil))
        #expect(again.reasonsBefore == (was ? 1 : 0) && again.reasonsAfter == (now ? 0xFFFF : 0))
        #expect(again.region == (now ? 20 : 10))
        #expect(again.regionBefore == (was ? 10 : DiffRegion.unknown))
    }

    @Test func nobodyIsNoChange() { #expect(DiffedPerson(before: nil, after: nil) == nil) }

    /// Within a region the people of the later run come first, in the order of its lists.
    @Test func changesSortByRegionThenLaterRun() throws {
        func change(_ region: UInt64, _ order: Int, isLater: Bool) throws -> SpooledRow {
            let person = DiffPerson(
                kind: 0, key: 1, order: order, isLater: isLater, region: region, verdict: 0, reasons: 0)
            return try #require(DiffedPerson(before: isLater ? nil : person, after: isLater ? person : nil)).row
        }
        let rows = [
            try change(2, 0, isLater: true), try change(1, 0, isLater: false), try change(1, 9, isLater: true),
            try change(1, 1, isLater: true),
        ].sorted().map(DiffedPerson.init)
        #expect(rows.map(\.region) == [1, 1, 1, 2])
        #expect(rows.map { $0.after != nil } == [true, true, false, true])
        #expect(rows[0].order < rows[1].order)
    }
}

@Suite struct NumberedTextsTests {
    @Test func textsBearTheNumberTheyWereMetBy() {
        var texts = NumberedTexts()
        let words = ["b", "a", "b", "", "a", "", "b", "b", "c"]
        #expect(words.map { texts.number(Array($0.utf8)) } == [0, 1, 0, 2, 1, 2, 0, 0, 3])
        #expect(texts.texts == ["b", "a", "", "c"])
    }
}
