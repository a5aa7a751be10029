import MadeUpRuns
import RoleLists
import Testing

@testable import Joining

/// What the passes count of lists: no row is lost, whoever reads it.
@Suite struct ListPassTests {
    private static let people = (1...12).map { MadeUpPerson($0) }

    private func counts(_ role: String, _ text: String, asOf: String = "2018-03-23", threads: Int = 1) throws
        -> ListCounts
    {
        let opened = try OpenedLists(
            [("population", Self.people.populationList), (role, text)], asOf: asOf, threads: threads)
        let plans = JoinSetup.plans(opened.context)
        let store = MemoryStore(opened.context, plans, people: 20)
        _ = try KeyPass.run(opened.context, store)
        try store.endPersons()
        return try #require(try OtherListPass.run(opened.context, plans, store).counts.first)
    }

    private func recordings(_ dates: [String]) -> String {
        "NIK,STATUS,TANGGAL_REKAM\n" + zip(Self.people, dates).map { "\($0.nik),CARD_ISSUED,\($1)\n" }.joined()
    }

    /// Dated after the day whose knowledge counts, or after the vote: not known. Undated and unreadable ones count.
    @Test(arguments: [
        ("2018-03-01", 3), ("2018-02-28", 2), ("2018-06-27", 5), ("2018-07-30", 5),
    ]) func whatIsDatedLaterIsNotYetKnown(asOf: String, used: Int) throws {
        let counts = try counts(
            "recordings", recordings(["28/02/2018", "01/03/2018", "27/06/2018", "28/06/2018", "", "01/05/2018"]),
            asOf: asOf)
        #expect(counts.read == 6)
        #expect(counts.used == used)
        #expect(counts.leftOut == 6 - used)
        #expect(counts.causes["not_yet_known"] == 6 - used)
    }

    /// A row whose NIK has a finding counts for nobody, and is counted so whatever its date.
    @Test func rowsWithoutAUsableNIKAreLeftOut() throws {
        let text =
            "NIK,STATUS,TANGGAL_REKAM\n"
            + ["127190", "1271900404530000", "x", "-"].map {
                "\($0),CARD_ISSUED,01/05/2019\n"
            }.joined() + "\(Self.people[0].nik),CARD_ISSUED,01/01/2018\n"
        let counts = try counts("recordings", text)
        #expect(counts.used == 1)
        #expect(counts.leftOut == 4)
        #expect(counts.causes["nik_finding"] == 4)
        #expect(counts.causes["not_yet_known"] == nil)
    }

    @Test func wordsOutsideTheTableAreCounted() throws {
        let text = "NIK,STATUS\n" + Self.people.prefix(3).map { "\($0.nik),TIDAK DIKENAL\n" }.joined()
        #expect(try counts("recordings", text).causes["unmapped_class"] == 3)
    }

    @Test(arguments: [1, 2, 5]) func anyNumberOfThreadsCountsAlike(threads: Int) throws {
        let text = recordings(Self.people.indices.map { "0\(1 + $0 % 9)/0\(1 + $0 % 6)/2018" })
        let alone = try counts("recordings", text)
        let many = try counts("recordings", text, threads: threads)
        #expect(many.used == alone.used && many.leftOut == alone.leftOut && many.causes == alone.causes)
        #expect(alone.read == alone.used + alone.leftOut + alone.rejected + alone.skipped)
        #expect(alone.used > 0 && alone.leftOut > 0)
    }

    /// The first reading counts usable NIKs and different people.
    @Test(arguments: [1, 3]) func keysAreCounted(threads: Int) throws {
        var people = Self.people + [Self.people[0]]
        people[3].nik = "-"
        let opened = try OpenedLists(
            [("population", people.populationList), ("population", Self.people.populationList)], threads: threads)
        let store = MemoryStore(opened.context, JoinSetup.plans(opened.context), people: 20)
        let result = try KeyPass.run(opened.context, store)
        try store.endPersons()
        #expect(result.usable == [12, 12])
        #expect(result.counts.map(\.read) == [13, 12])
        #expect(result.rejected.isEmpty)
        #expect(try store.join().report.people == 12)
    }

    /// Looking at a list of another role without anybody: the same counts as in a check.
    @Test func aRehearsalCountsAsACheckDoes() throws {
        let text = recordings(["28/02/2018", "01/05/2018", "", "01/01/2018"])
        let opened = try OpenedLists([("population", Self.people.populationList), ("recordings", text)])
        let rehearsed = try Rehearsal.counts(opened.context.others[0], ShippedRules.ruleset(), threads: 2)
        let counts = try counts("recordings", text)
        #expect(rehearsed.used == counts.used)
        #expect(rehearsed.causes == counts.causes)
    }
}
