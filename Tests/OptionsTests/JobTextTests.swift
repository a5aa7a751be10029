import Diagnostics
import RoleLists
import Testing

@testable import Options
@testable import Readiness

@Suite struct JobTextTests {
    private func request(_ line: String, job: String? = nil) throws -> CheckRequest {
        let words = line.split(separator: " ").map(String.init)
        let arguments = try Arguments(words, options: CheckOptions.table(roles: OptionsTests.roles))
        let file = try job.map { try JobFile(path: "j.json5", bytes: Array($0.utf8)) }
        return try CheckRequest(arguments, job: file, vocabulary: OptionsTests.vocabulary)
    }

    /// A job file that is written from options gives these options again.
    @Test(arguments: [
        "--population a.csv b.csv --election north --out o",
        "--region 9901 --population a.csv --map m.json5 --field-findings b.csv --election south --out /o --persons",
        "--population /x/a.csv --map m.json5 --persons --map n.json5 --election north --out o/p --no-digest --strict",
        "--population it's.csv \u{202E}x.csv --list field_findings=a\"b\\c.csv --election north --out o --as-of 2001-02-03",
        "--population a.csv#TPS --accept-role population --accept-strikes field-findings --accept-strikes population"
            + " --election north --out o --memory 300M --threads 3 --profile p --ruleset r --regions w.csv",
    ])
    func readsBack(line: String) throws {
        let request = try request(line)
        let text = request.jobText(request.lists, unplaced: [], at: "j.json5", .english)
        var again = try #require(try self.request("", job: String(decoding: text, as: UTF8.self)).options)
        let options = try #require(request.options)
        #expect(again.job == "j.json5")
        again.job = nil
        #expect(again.maps.sorted() == options.maps.sorted())
        again.maps = options.maps
        #expect(again == options)
    }

    @Test func saysWhatIsMissingAndWhatWasLeftOut() throws {
        let request = try request("--folder kiriman --force")
        #expect(request.options == nil)
        let left = Finding(
            code: "x", message: Bilingual(id: "satu\ndua", en: "one\ntwo"), location: SourceLocation(file: "a.csv"))
        let lists = [ListInput(role: "field_findings", path: "kiriman/t.csv", region: "99")]
        let text = request.jobText(lists, unplaced: [left], at: "j.json5", .indonesian)
        #expect(
            String(decoding: text, as: UTF8.self) == """
                // Berkas tugas. Periksa, ubah, lalu pakai: siappilih check BERKAS-INI
                // Job file. Look it over, edit it, then use: siappilih check THIS-FILE
                {
                  // election: '', // belum disebut / not given
                  // out: '', // belum disebut / not given
                  field_findings: [
                    { file: "kiriman/t.csv", region: "99" },
                  ],
                  // Tidak dipakai / not used:
                  //   a.csv: satu dua
                }

                """)
    }

    @Test func aFolderNeedsNoPopulationYetAndAYesNeedsAllElse() throws {
        #expect(try request("--folder k").missing.map(\.code) == ["missing_election", "missing_out"])
        let late = #expect(throws: Failure.self) { try request("--folder k --region 99") }
        #expect(late?.findings.first?.code == "region_after_lists")
        #expect(try request("--region 99 --folder k --out o --election north").region == "99")
        let failure = #expect(throws: Failure.self) { try request("--folder k --yes") }
        #expect(failure?.findings.map(\.code) == ["missing_election", "missing_out"])
        let unfit = #expect(throws: Failure.self) { try request("--folder k --threads x") }
        #expect(unfit?.findings.map(\.code) == ["missing_election", "missing_out", "unfit_value"])
    }

    /// Each key would be told of, and the nearest one sought for it.
    @Test func aJobFileOfThousandsOfKeysIsRefusedAtOnce() throws {
        let text = "{" + (0..<1001).map { "k\($0): 1" }.joined(separator: ", ") + "}"
        let failure = #expect(throws: Failure.self) { _ = try JobFile(path: "j.json5", bytes: Array(text.utf8)) }
        #expect(
            failure?.findings.map(\.message) == [
                Bilingual(
                    id: "1001 kunci: berkas tugas mempunyai paling banyak 1000",
                    en: "1001 keys: a job file has 1000 at most")
            ])
    }
}
