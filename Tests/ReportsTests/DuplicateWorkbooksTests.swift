import Civil
import Diagnostics
import Documents
import Files
import Foundation
import MadeUpRuns
import Page
import ReportData
import Rules
import RunFolder
import Testing

@testable import Reports

/// `duplicates/KAB.xlsx`: rows of one NIK side by side, in the workbook of every kabupaten that has one of them.
@Suite struct DuplicateWorkbooksTests {
    /// Number 3 is listed again in another kabupaten, 5 again with another name, 7 as it is.
    private static let run = Result {
        let people = (1...12).map { MadeUpPerson($0) }
        var again = [people[2], people[4], people[6]]
        again[0].region = "1212901001"
        again[1].name = "ORANG LAIN"
        return try MadeUpRun([
            ("population", (people + again).populationList),
            ("recordings", people.recordings { number, _ in number % 2 == 0 ? "CARD_ISSUED" : nil }),
        ])
    }

    private func made(
        _ language: Language = .indonesian, _ change: (inout ReportOptions) -> Void = { _ in }
    ) throws -> MadeReport {
        let source = try ReportSource(
            Self.run.get().run(), book: ShippedRules.book(), language: language, office: Office(),
            programVersion: "1.2.3")
        return try MadeReport(source, change)
    }

    private func nik(_ number: Int) -> String { MadeUpPerson(number).nik }

    /// Cells of a workbook's people: those below the heading that begin with the number of a NIK.
    private func people(_ made: MadeReport, _ kabupaten: String) throws -> [[String]] {
        try made.rows("duplicates/\(kabupaten).xlsx").filter { $0.count > 19 && Int($0[0]) != nil }
    }

    @Test func rowsOfOneNIKStandTogetherInEveryKabupatenThatHasOne() throws {
        let made = try made()
        #expect(made.report.duplicates == 2)
        let here = try people(made, "1271")
        let there = try people(made, "1212")
        #expect(there.map { $0[1] } == [nik(3), nik(3)])
        #expect(Set(here.map { $0[1] }) == [nik(3), nik(5), nik(7)] && here.count == 6)
        for (one, next) in zip(here, here.dropFirst()) { #expect((one[0] == next[0]) == (one[1] == next[1])) }
        // The other kabupaten is named where a row is not of the workbook's own.
        #expect(there.contains { $0[16].contains(",") } && there.contains { !$0[16].contains(",") })
        // The row in the list, so that it can be found.
        #expect(Set(here.filter { $0[1] == nik(5) }.map { $0[19] }) == ["6", "15"])
    }

    /// What is said of a row is what the rules say of its reasons; the first row of a NIK is called so.
    @Test(arguments: Language.allCases) func theMarkIsTheReasonInWords(_ language: Language) throws {
        let titles = Dictionary(
            uniqueKeysWithValues: try ShippedRules.ruleset().reasons.map { ($0.id, $0.title.text(in: language)) })
        let here = try people(made(language), "1271")
        let first = language == .english ? "First row of this NIK" : "Baris pertama NIK ini"
        #expect(here.filter { $0[1] == nik(7) }.map { $0[3] } == [first, titles["duplicate_k1"]])
        #expect(here.filter { $0[1] == nik(5) }.map { $0[3] } == [titles["nik_shared"], titles["nik_shared"]])
    }

    /// People who are ready stand there too: standing there says nothing of their vote.
    @Test func peopleWhoAreReadyStandThereToo() throws {
        let ready = try #require(ShippedRules.ruleset().outcomes.first { $0.id == "ready" }).title.indonesian
        #expect(try people(made(), "1271").contains { $0[4] == ready })
    }

    @Test func whoHadThemWholeIsLogged() throws {
        let made = try made()
        let log = try String(contentsOfFile: "\(Self.run.get().path)/access.log", encoding: .utf8)
        #expect(log.contains("6 on sheets of shared NIKs, NIKs whole, into \(made.folder.path)"))
    }

    /// They hold whole NIKs: no copy for posting and nothing public goes with them.
    @Test(arguments: [Masking.kpu2018, .kpu2020]) func copiesForPostingComeWithoutThem(_ masking: Masking) throws {
        #expect(try made { $0.masking = masking }.report.duplicates == 0)
    }

    @Test func thePublicGetsNone() throws {
        let made = try made { $0.audience = .everyone }
        #expect(made.report.duplicates == 0 && !made.report.outputs.contains { $0.name.contains("duplicates") })
    }

    @Test func noNIKListedTwiceMakesNoWorkbook() throws {
        let made = try MadeReport()
        #expect(made.report.duplicates == 0 && !made.report.outputs.contains { $0.name.contains("duplicates") })
    }

    /// What is only written otherwise is no difference; another desa or TPS is one.
    @Test(arguments: [
        ("budi  siregar", "BUDI SIREGAR", true), ("001", "1", true), ("-", "", true), ("0", "", true),
        ("1271901001", "1271901002", false), ("10", "1", false), ("ALI", "ABI", false),
    ]) func cellsAreComparedAsDecisionsAre(_ one: String, _ other: String, _ isSame: Bool) {
        #expect((DuplicateWords.compared(one) == DuplicateWords.compared(other)) == isSame)
    }

    @Test func whereSomebodyVotesIsCompared() {
        let compared = Set(DuplicateColumn.all.filter(\.isCompared).map(\.content))
        #expect(compared.isSuperset(of: [.region, .form(.tps), .form(.name), .form(.address)]))
        #expect(compared.isDisjoint(with: [.outcome, .reasons, .code, .list, .row, .number, .sign]))
    }

    /// A run of before there was the list: that is said, not taken for nobody.
    @Test func aRunWithoutTheListSaysSo() throws {
        let folder = try TemporaryFolder()
        let made = try MadeUpRun([("population", [MadeUpPerson(1)].populationList)], in: folder)
        var manifest = try made.run().manifest
        manifest.outputs.removeAll { $0.name == "duplicates.csv" }
        manifest.digest = manifest.computedDigest
        try FileManager.default.removeItem(atPath: "\(made.path)/duplicates.csv")
        try Data(manifest.document).write(to: URL(fileURLWithPath: "\(made.path)/manifest.json"))
        let source = try ReportSource(
            made.run(), book: ShippedRules.book(), language: .indonesian, office: Office(), programVersion: "1.2.3")
        let said = try #require(MadeReport(source).report.warnings.first { $0.code == "run_without_duplicates" })
        #expect(
            said.rendered(in: .english)
                == "this run has no duplicates.csv yet: who shares a NIK was not put side by side; run the check again")
        #expect(
            said.rendered(in: .indonesian)
                == "hasil ini belum memuat duplicates.csv: siapa yang berbagi NIK tidak ditulis berdampingan; ulangi pemeriksaan"
        )
    }
}
