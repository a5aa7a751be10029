import Civil
import Diagnostics
import MadeUpRuns
import ReportData
import Rules
import RunFolder
import Testing

@testable import Reports

/// What a form says beside a person: the code, what it means, what an officer can do.
@Suite struct FormRemarkTests {
    /// Somebody whose NIK lacks a digit, two people of one NIK, somebody without a recording.
    private static let people = {
        var people = (1...4).map { MadeUpPerson($0) }
        people[0].nik.removeLast()
        people[2].nik = people[1].nik
        return people
    }()

    private func remarks(_ language: Language, _ masking: Masking) throws -> Set<String> {
        let made = try MadeUpRun([
            ("population", Self.people.populationList), ("recordings", "NIK,STATUS\n1271905008800001,CARD_ISSUED\n"),
        ])
        let source = try ReportSource(
            made.run(), book: ShippedRules.book(), language: language, office: Office(), programVersion: "1.2.3")
        let cells = FormCells(source, dateDivider: "|", masking: masking)
        let rows = try source.run.people(.flagged, PersonRows.columns)
        var people = PersonRows()
        while try rows.next() { people.append(rows) }
        return Set((0..<people.count).map { cells.text(.remark, people, $0) })
    }

    @Test func whatIsUnsettledIsSaid() throws {
        #expect(
            try remarks(.indonesian, .none) == [
                "12 Belum dipastikan KTP-el. NIK tidak 16 angka: cocokkan dengan KTP-el atau KK",
                "12 Belum dipastikan KTP-el. NIK ini dipakai orang lain juga: cocokkan KTP-el atau KK keduanya",
                "11 Belum KTP-el. Rekam KTP-el",
            ])
        #expect(
            try remarks(.english, .none) == [
                "12 KTP-el not yet established. NIK does not have 16 digits: compare the KTP-el or family card",
                "12 KTP-el not yet established. This NIK is borne by others too: compare the KTP-el or family cards of all",
                "11 No KTP-el yet. Record for the KTP-el",
            ])
    }

    @Test func copiesForPostingSayNoCause() throws {
        #expect(try remarks(.indonesian, .kpu2020) == ["12 Belum dipastikan KTP-el", "11 Belum KTP-el"])
    }

    /// Whatever can leave somebody undetermined has words for whoever must settle it.
    @Test func everyCauseHasItsQuestion() throws {
        let ruleset = try ShippedRules.ruleset()
        let asking = Set(ruleset.reasons.filter { $0.ask != nil }.map(\.id))
        let causes = ruleset.requirements.flatMap(\.undetermined).map(\.reason) + NIKFinding.allCases.map(\.id)
        #expect(!causes.isEmpty)
        for cause in causes { #expect(asking.contains(cause), "\(cause)") }
        #expect(ruleset.kpuCodes.filter(\.asks).count == 1)
    }
}
