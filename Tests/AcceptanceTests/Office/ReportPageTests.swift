import Foundation
import Testing

/// `report.html`: counts alone, whole in one file.
@Suite(.enabled(if: Program.canCheck)) struct ReportPageTests {
    private static func page(
        _ options: [String] = [], run: String = "b", environment: [String: String] = [:]
    ) async throws -> (html: String, workdir: Workdir) {
        let month = try await OfficeMonth.shared.value
        let workdir = try Workdir()
        let made = try await month.run(
            ["report", run, "--out", workdir.path("out"), "--quiet"] + options, environment: environment)
        try #require(made.exitCode == 0, "\(made.errors)")
        return (try workdir.text("out/report/report.html"), workdir)
    }

    private static func pieces(_ text: String, _ start: String, _ end: String) -> [String] {
        text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
    }

    /// Texts of the table with a caption, rows of cells; the heads first.
    private static func table(_ html: String, _ caption: String) throws -> [[String]] {
        let table = try #require(
            pieces(html, "<table", "</table>").first { $0.contains("<caption>\(caption)</caption>") }, "\(caption)")
        return pieces(table, "<tr>", "</tr>").map { row in
            row.components(separatedBy: "<t").dropFirst().map { cell in
                let content = cell.components(separatedBy: "</t").first ?? ""
                let text = content.drop { $0 != ">" }.dropFirst()
                return String(text).replacing("<span class=", with: "§").components(separatedBy: "</span>").last ?? ""
            }
        }
    }

    private static func number(_ cell: String?) -> Int? { cell.flatMap { Int($0.filter { $0 != "." && $0 != "," }) } }

    @Test func standsAloneInAPrivateFile() async throws {
        let (html, workdir) = try await Self.page()
        #expect(try workdir.mode("out/report/report.html") == 0o600)
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"id\">"))
        #expect(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;;"))
        // Nothing that could ask for anything: the only address is the name of the drawings' language.
        let addresses = html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
        for word in ["http:", "https:", "//", " src=", "url(", "@import", "<link", "<iframe", "<img", "<form"] {
            #expect(!addresses.contains(word), "\(word)")
        }
        #expect(Set(Self.pieces(html, " href=\"", "\"").map { $0.first }) == ["#"])
        // A few kilobytes of script.
        #expect((Self.pieces(html, "<script>", "</script>").first ?? "").utf8.count < 5_000)
        for section in [
            "glance", "checked", "coverage", "map-12", "ages-chart", "flow", "reasons", "nik", "pace", "reconciliation",
            "method", "files", "signature",
        ] {
            #expect(html.contains("id=\"\(section)\""), "\(section)")
        }
        // Every drawing says in words what it shows.
        let drawings = Self.pieces(html, "<svg", "</svg>")
        #expect(drawings.count >= 6)
        for drawing in drawings { #expect(drawing.contains("<title") && drawing.contains("<desc")) }
        // Both feet of the page name the run.
        let digest = try #require(
            try Run(workdir: try await OfficeMonth.shared.value.workdir, folder: "b").json("manifest.json")["digest"]
                as? String)
        #expect(html.components(separatedBy: digest).count >= 4)
        #expect(html.contains("@page{size:A4") && html.contains(String(digest.prefix(16)) + " · aturan"))
    }

    /// A label beside another outcome's figure would be worse than none.
    @Test(arguments: ["id", "en"]) func everyOutcomeStandsBesideItsOwnFigure(_ language: String) async throws {
        let (html, _) = try await Self.page(["--lang", language])
        let run = Run(workdir: try await OfficeMonth.shared.value.workdir, folder: "b")
        let outcomes = try #require(try run.json("summary.json")["outcomes"] as? [String: Int])
        try #require(Set(outcomes.values).count > 4)
        let terms = RuleTokens.all(Array(try Data(contentsOf: URL(fileURLWithPath: Program.rules + "/terms.json5"))))
        func texts(_ path: [String]) -> [String] { terms.filter { !$0.isKey && $0.path == path }.map(\.text) }
        let names = zip(texts(["outcomes", "id"]), texts(["outcomes", "title", language]))
        let expected = Dictionary(uniqueKeysWithValues: names.map { ($1, outcomes[$0] ?? -1) })
        #expect(expected.count == outcomes.count)
        let rows = try Self.table(html, language == "en" ? "People by outcome" : "Orang menurut hasil").dropFirst()
            .dropLast()
        #expect(Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Self.number($0[1]) ?? -1) }) == expected)
        // The drawing says the same in words.
        let said = try #require(Self.pieces(html, "id=\"flow-chart-text", "</svg>").first)
        for (title, persons) in expected {
            let figures = Self.pieces(said, "\(title): ", ";") + Self.pieces(said, "\(title): ", ".<")
            #expect(figures.contains { Self.number($0) == persons }, "\(title)")
        }
    }

    @Test func figuresAreThoseOfTheSummary() async throws {
        let (html, _) = try await Self.page(["--lang", "en"])
        let run = Run(workdir: try await OfficeMonth.shared.value.workdir, folder: "b")
        let summary = try run.json("summary.json")
        let outcomes = try #require(summary["outcomes"] as? [String: Int])
        let flow = try Self.table(html, "People by outcome")
        let numbers = flow.dropFirst().dropLast().compactMap { Self.number($0[1]) }
        #expect(numbers.sorted() == outcomes.values.sorted())
        let decided = (summary["rows"] as? [String: Int])?["decided"]
        #expect(Self.number(flow.last?[1]) == decided)
        // Kabupaten add up to the whole, and are those of the recap.
        let coverage = try Self.table(html, "Coverage by kabupaten/kota")
        let recap = try run.table("recap-kabupaten.csv").rows
        #expect(coverage.count == recap.count + 2)
        for row in recap {
            let region = row["region"] ?? ""
            let line = coverage.first { $0[0].hasPrefix(region.isEmpty ? "Region not known" : region) }
            #expect(Self.number(line?[1]) == Int(row["eligible"] ?? ""))
            #expect(Self.number(line?[2]) == Int(row["recorded"] ?? ""))
        }
        #expect(Self.number(coverage.last?[1]) == summary["eligible"] as? Int)
        let left = coverage.dropFirst().dropLast().compactMap { Self.number($0[3]) }
        #expect(left == left.sorted(by: >))
        // Ages count everyone who has no recording.
        let ages = try Self.table(html, "Not recorded: age and sex")
        #expect(Self.number(ages.last?.last) == outcomes["unrecorded"])
        #expect(Self.number(ages.last?[1]) == recap.reduce(0) { $0 + (Int($1["male_unrecorded"] ?? "") ?? 0) })
        let codes = try #require(summary["kpuCodes"] as? [String: Int])
        for row in try Self.table(html, "People by KPU&#39;s code and form").dropFirst() {
            #expect(Self.number(row[3]) == codes[row[0]] ?? 0)
            #expect(row[2] == ((Int(row[0]) ?? 0) > 10 ? "A.C-KWK" : "A.B-KWK"))
        }
        #expect(html.contains(">holds<") && !html.contains("does not hold"))
    }

    /// Nothing of any person stands on the page: no number, name, address or birth date of anybody.
    @Test(arguments: [[], ["--audience", "public"]])
    func holdsNoPersonalValue(options: [String]) async throws {
        let (html, _) = try await Self.page(options)
        let run = Run(workdir: try await OfficeMonth.shared.value.workdir, folder: "b")
        #expect(!Lists.hasLongDigits(html))
        var values: Set<String> = []
        for table in ["flagged.csv", "ineligible.csv"] {
            for row in try run.table(table).rows {
                for column in ["nkk", "nik", "name", "birth_date", "address"] {
                    let value = row[column] ?? ""
                    if value.count >= 6 { values.insert(value) }
                }
            }
        }
        #expect(values.count > 500)
        // A NIK that a spreadsheet has cut is written as the rules' own words for it show.
        let words = try String(contentsOfFile: Program.rules + "/terms.json5", encoding: .utf8)
        // The page has voting days and weeks; a birth date among them would be a chance.
        let text = html.replacing("&#39;", with: "'")
        let found = values.filter { text.contains($0) && !words.contains($0) }
        #expect(found.isEmpty)
    }

    /// Whoever named a list after a person does not publish the number by the page.
    @Test func listNamedAfterAPersonIsMasked() async throws {
        let workdir = try Workdir()
        try workdir.write("budi 1271901708900001.csv", Lists.people)
        let check = try await workdir.run(
            Lists.check.map { $0 == "dp4.csv" ? "budi 1271901708900001.csv" : $0 } + ["--quiet"])
        try #require(check.exitCode == 0, "\(check.errors)")
        let report = try await workdir.run(["report", "run", "--rules", Program.rules, "--quiet"])
        #expect(report.exitCode == 0, "\(report.errors)")
        let html = try workdir.text("run/report/report.html")
        #expect(!html.contains("1271901708900001"))
        #expect(html.contains("budi 127190**********.csv"))
    }

    @Test func sameRunGivesTheSamePage() async throws {
        let one = try await Self.page(["--since", "a"])
        let other = try await Self.page(
            ["--since", "a"], environment: ["TZ": "Asia/Jakarta", "LC_ALL": "id_ID.UTF-8", "LANG": "id_ID.UTF-8"])
        #expect(one.html == other.html)
    }

    /// For the public no table and no drawing shows 1 to 4 people.
    @Test func publicPageHidesSmallNumbers() async throws {
        let (html, _) = try await Self.page(["--audience", "public", "--since", "a"])
        let office = try await Self.page(["--audience", "office", "--since", "a"]).html
        func small(_ html: String) -> [String] {
            // Shares, rules and rows of files are no people.
            let people = html.components(separatedBy: "<section id=\"reconciliation\"")[0]
            return (Self.pieces(people, "data-v=\"", "\"") + Self.pieces(people, "<td class=\"n\">", "<"))
                .filter { ["1", "2", "3", "4", "-1", "-2", "-3", "-4"].contains($0) }
        }
        #expect(!small(office).isEmpty)
        // The number of lists is no number of people.
        let lists = Self.pieces(
            Self.pieces(html, "<section id=\"checked\"", "</section>")[0], "<td class=\"n\" data-v=\"", "\""
        ).filter { ["1", "2", "3", "4"].contains($0) }
        #expect(small(html).sorted() == lists.sorted())
        // Reasons of few people are told as one, and codes not at all.
        #expect(html.contains("Alasan lain, bersama") && !html.contains("kode dan formulir KPU"))
        #expect(html.contains("&lt;5"))
    }

    @Test func saysWhatChangedSinceTheLastRun() async throws {
        let html = try await Self.page(["--since", "a", "--lang", "en"]).html
        let month = try await OfficeMonth.shared.value
        let before = try Run(workdir: month.workdir, folder: "a").json("summary.json")
        let after = try Run(workdir: month.workdir, folder: "b").json("summary.json")
        let table = try Self.table(html, "People, before and after")
        let recorded = try #require(table.first { $0[0] == "Recorded" })
        let (was, now) = (before["recorded"] as? Int ?? -1, after["recorded"] as? Int ?? -1)
        #expect(Self.number(recorded[1]) == was && Self.number(recorded[2]) == now)
        #expect(recorded[3] == "+\(now - was)")
        #expect(html.contains("From what to what"))
        // Without an earlier run there is no such section.
        #expect(!(try await Self.page().html.contains("id=\"change\"")))
    }

    /// A comparison that lies in the run's folder is taken; one of another run is refused.
    @Test func comparisonInTheFolderIsTaken() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("rekam.csv", Lists.recordings)
        for (out, more) in [("one", []), ("two", ["--recordings", "rekam.csv"])] {
            let check = Lists.check.map { $0 == "run" ? out : $0 } + ["--persons", "--quiet"] + more
            try #require(try await workdir.run(check).exitCode == 0)
        }
        let rules = ["--rules", Program.rules, "--quiet", "--lang", "en"]
        #expect(try await workdir.run(["diff", "one", "two"] + rules).exitCode == 0)
        #expect(try await workdir.run(["report", "two"] + rules).exitCode == 0)
        #expect(try workdir.text("two/report/report.html").contains("id=\"change\""))
        try workdir.tool("/bin/cp", ["-r", "two/diff", "one/diff"])
        let refused = try await workdir.run(["report", "one"] + rules)
        #expect(refused.exitCode == 3)
        #expect(
            refused.errors
                == "one/diff/summary.json: this comparison is of another run; run siappilih diff again, or remove the folder diff\n"
        )
        #expect(!workdir.exists("one/report"))
    }

    /// Letterhead and signature of the office, and published totals with what they lack, as text whatever they hold.
    @Test func officeAndPublishedTotalsStandOnIt() async throws {
        let given = try Workdir()
        try given.write(
            "kantor.json5",
            "{ agency: 'Dinas <Dukcapil>', letterhead: ['PROVINSI SUMATERA UTARA'], place: 'Medan', "
                + "position: 'Kepala Dinas', signatory: 'Contoh & Rekan', nip: '-', letter_number: '470/1' }")
        try given.write("resmi.csv", "region,eligible,recorded,not_recorded\n,10.335.695,8.580.828,1.774.867\n")
        let (html, _) = try await Self.page([
            "--office", given.path("kantor.json5"), "--official", given.path("resmi.csv"),
        ])
        for text in [
            "<p>Dinas &lt;Dukcapil&gt;</p>", "PROVINSI SUMATERA UTARA", "Medan, tanggal", "Kepala Dinas",
            "<strong>Contoh &amp; Rekan</strong>", "Nomor: 470/1",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        let line = try #require(try Self.table(html, "Dibandingkan dengan angka resmi").last)
        #expect(line[2] == "10.335.695" && line[5] == "8.580.828" && line[7] == "-20.000")
    }

    @Test func unknownAudienceIsRefused() async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(["report", "b", "--audience", "press", "--lang", "en"])
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors == "siappilih: there is no audience 'press'; choose: public, office\n")
    }
}
