import Civil
import Columns
import Diagnostics
import Documents
import Files
import Foundation
import MadeUpRuns
import ReportData
import RoleLists
import Rules
import RunFolder
import Testing

@testable import Reports

/// Everything that leaves the office: who stands on which form, and that all of it adds up.
@Suite struct ReportTests {
    private func report(
        _ language: Language = .indonesian, _ change: (inout ReportOptions) -> Void = { _ in }
    ) throws -> MadeReport {
        try MadeReport(language, change)
    }

    private func niks(_ outcomes: Set<String>) throws -> [String] {
        try MadeReport.run.get().rows("persons.csv").filter { outcomes.contains($0[4]) }.map { $0[2] }
    }

    @Test func everyoneStandsOnTheFormOfTheirOutcome() throws {
        let made = try report()
        let forms = try ShippedRules.ruleset().outcomes
        let flagged = try niks(Set(forms.filter(\.flagged).map(\.id)))
        let ineligible = try niks(Set(forms.filter { !$0.eligible }.map(\.id)))
        #expect(!flagged.isEmpty && !ineligible.isEmpty)
        let names = made.report.forms.map(\.name)
        #expect(names.count == 2 && made.report.forms.allSatisfy { $0.files > 0 })
        let folders = Set(
            made.report.outputs.map(\.name).filter {
                $0.hasSuffix(".xlsx") && $0.contains("/") && !$0.hasPrefix("dukcapil/")
            }
            .compactMap { $0.split(separator: "/").first.map(String.init) })
        #expect(folders.count == 2)
        let found = try folders.map { try made.niks($0 + "/").sorted() }
        #expect(Set(found) == [flagged.sorted(), ineligible.sorted()])
    }

    /// Whoever needs something of the population office stands on one request.
    @Test func everyFlaggedPersonIsAskedAbout() throws {
        let made = try report()
        #expect(made.report.requests == 2)
        #expect(try made.niks("dukcapil/").sorted() == niks(flaggedOutcomes()).sorted())
    }

    private func flaggedOutcomes() throws -> Set<String> {
        Set(try ShippedRules.ruleset().outcomes.filter(\.flagged).map(\.id))
    }

    /// The recapitulation says of everyone what the run says.
    @Test(arguments: Language.allCases) func theRecapitulationAddsUp(language: Language) throws {
        let rows = try report(language).rows("recap.xlsx")
        let total = try MadeReport.source().areas.total
        let all = rows.filter { $0.contains(language == .english ? "All" : "Seluruhnya") }
        #expect(all.contains { $0.contains("\(total.persons)") })
        #expect(all.count >= 6)
        let equations = rows.filter { $0.first?.contains(" = ") == true }
        #expect(equations.count == 5)
        #expect(equations.allSatisfy { $0.count >= 4 && $0[1] == $0[2] && $0[3] == "0" })
        for term in try ShippedRules.ruleset().outcomes {
            #expect(rows.contains { $0.first == term.title.text(in: language) })
        }
    }

    /// Copies for posting show no whole number, and no request is written: it could not be answered.
    @Test(arguments: [Masking.kpu2018, .kpu2020]) func postedCopiesAreMasked(masking: Masking) throws {
        let made = try report { $0.masking = masking }
        #expect(made.report.requests == 0)
        #expect(!made.report.outputs.contains { $0.name.hasPrefix("dukcapil/") })
        let cells = try made.report.outputs.filter { $0.name.contains("/") }.flatMap { try made.rows($0.name) }.joined()
        for person in MadeReport.people { #expect(!cells.contains(person.nik)) }
        #expect(cells.contains { $0.contains("*") })
        #expect(made.report.warnings.map(\.code) == [masking == .kpu2018 ? "birth_date_readable" : "no_requests"])
    }

    /// A desa's name stands beside its code, whatever it is made of; a station is one however its number is written.
    @Test func filesAndSheetsAreNamedForPeople() throws {
        #expect(RegionFileName.plain("Suka/Maju: \"2\"..") == "Suka_Maju_ _2___")
        #expect(Set(["1", "01", "001"].map(FormWorkbook.station)) == ["001"])
        #expect(["", "12", "1234", "A1", "-1"].map(FormWorkbook.station) == ["", "012", "1234", "A1", "-1"])
    }

    /// The manifest lists every file with its digest, and nothing else lies in the folder.
    @Test func everyFileIsListed() throws {
        let made = try report()
        let root = "\(made.folder.path)/laporan"
        let manifest = try DerivedManifest(reading: "\(root)/manifest.json")
        #expect(manifest.kind == "report")
        #expect(
            manifest.outputs.map(\.file.name)
                == made.report.outputs.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for output in manifest.outputs {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(output.file.name)")))
            #expect(output.file.sha256 == Digest.hex(of: bytes))
            #expect(output.file.bytes == bytes.count)
        }
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
            let type = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")[.type]
            return type as? FileAttributeType == .typeRegular
        }
        #expect(Set(files) == Set(made.report.outputs.map(\.name) + ["manifest.json"]))
        #expect(manifest.runs.map(\.digest) == [try MadeReport.run.get().run().manifest.digest])
    }

    /// Whole numbers leave with a line in the run's log, and a page's secret stays with the run, or nothing is made.
    @Test func theRunsFolderMustTakeWhatBelongsToIt() throws {
        let made = try MadeUpRun([("population", MadeReport.people.populationList)])
        let run = try made.run()
        try FileManager.default.removeItem(atPath: made.path)
        let log = #expect(throws: Failure.self) { try RunLog.append("x", to: run, clock: .current()) }
        #expect(log?.kind == .output)
        #expect(
            log?.findings.map { $0.rendered(in: .english) } == [
                "\(made.path)/access.log: what holds whole NIKs is noted in the run's folder, and its log cannot be written: no such file or folder; allow writing to the run's folder, or work on a copy of it"
            ])
        #expect(
            log?.findings.map { $0.rendered(in: .indonesian) } == [
                "\(made.path)/access.log: yang memuat NIK utuh dicatat di folder hasil itu, tetapi catatannya tidak dapat ditulis: tidak ada berkas atau folder seperti itu; beri izin tulis pada folder hasil itu, atau kerjakan pada salinannya"
            ])
        let secret = #expect(throws: Failure.self) { try PageNumber.new().keep(in: run) }
        #expect(
            secret?.findings.map(\.remedy) == [
                Bilingual(
                    id: "beri izin tulis pada folder hasil itu, atau beri rahasia halamannya dengan --salt BERKAS",
                    en: "allow writing to the run's folder, or give the page's secret with --salt FILE")
            ])
    }

    /// The same run gives the same bytes.
    @Test func reportsAreTheSameEveryTime() throws {
        let (one, other) = (try report().report, try report().report)
        #expect(one.outputs.map(\.name) == other.outputs.map(\.name))
        #expect(one.outputs.map(\.sha256) == other.outputs.map(\.sha256))
    }

    /// A list with somebody less than was counted is never handed on.
    @Test(arguments: ["flagged.csv", "ineligible.csv"]) func listsThatLackSomebodyAreRefused(name: String) throws {
        let run = try MadeUpRun([
            ("population", MadeReport.people.populationList),
            ("recordings", MadeReport.people.recordings { number, _ in MadeReport.words[number % 5] }),
        ])
        let text = try run.text(name)
        let line = try #require(text.split(separator: "\n").last)
        try run.forge(name) { $0.replace(line + "\n", with: "") }
        let source = try ReportSource(
            run.run(), book: ShippedRules.book(), language: .english, office: Office(), programVersion: "1.2.3")
        let out = "\(run.folder.path)/laporan"
        let failure = #expect(throws: Failure.self) { _ = try Report.run(source, options: ReportOptions(out: out)) }
        #expect(failure?.findings.map(\.code) == ["run_disagrees"])
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    /// The same files, in the same order and of the same bytes, by any number of threads.
    @Test(arguments: [2, 5])
    func threadsChangeNothing(threads: Int) throws {
        let one = try MadeReport()
        let many = try MadeReport { $0.threads = threads }
        #expect(one.report.outputs.count > 4)
        #expect(one.report.outputs == many.report.outputs)
    }
}
