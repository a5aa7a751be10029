import Foundation
import Testing

/// What an office gets of the sample district, word for word, in both languages: `Golden/`.
///
/// What differs from one build to the next is masked; times are pinned. CONTRIBUTING says how to write the files anew.
@Suite(.enabled(if: Program.canCheck)) struct GoldenFileTests {
    /// The first minute of the day after the lists' as-of date.
    private static let noon = "1521849600"

    @Test(arguments: ["id", "en"]) func theSampleDistrictReadsSo(_ language: String) async throws {
        let workdir = try Workdir()
        try FileManager.default.copyItem(
            atPath: Program.root.appendingPathComponent("samples").path, toPath: workdir.path("samples"))
        let environment = [
            "LANG": Rehearsal.languages[language] ?? "", "SIAPPILIH_RULES": Program.rules,
            "SOURCE_DATE_EPOCH": GoldenFileTests.noon,
        ]
        func say(_ name: String, _ words: String) async throws {
            let outcome = try await workdir.run(
                words.split(separator: " ").map { String($0) } + ["--lang", language], environment: environment)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            let said = outcome.output + outcome.errors
            #expect(!Lists.hasLongDigits(said))
            try expect(said, "\(name).\(language)")
        }
        func expect(_ text: String, _ name: String) throws {
            let masked = Masked.text(text, folder: workdir.url.path)
            try Golden.expect(masked, file: "Golden/\(name).txt")
        }
        let check = "check samples/periksa.json5 --persons --out"
        try await say("check", "\(check) run")
        try await say("check-before", "\(check) before --as-of 2018-02-01")
        try await say("diff", "diff before run")
        try await say("report", "report run")
        try expect(PageWords.of(try workdir.text("run/report/report.html")), "report-office.\(language)")
        try workdir.write("salt", "a secret of sixteen letters and more\n")
        try await say("report-public-made", "report run --audience public --salt salt --out board")
        try expect(PageWords.of(try workdir.text("board/report/report.html")), "report-public.\(language)")
        try await say("outreach", "outreach run --teams 2")
        try expect(try workdir.text("run/outreach/plan.csv"), "plan")
        try await say("pace", "pace run --capacity 40 --chart pace.svg")
        try expect(PageWords.of(try workdir.text("pace.svg")), "pace-chart.\(language)")
        try expect(try workdir.text("run/summary.json"), "summary")
        try await say("verify", "verify run")
    }
}
