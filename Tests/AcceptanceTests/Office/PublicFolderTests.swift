import Foundation
import Testing

/// What `report --audience public` hands to everybody: two files, one gate, nothing that leads to a person or a list.
@Suite(.enabled(if: Program.canCheck)) struct PublicFolderTests {
    private static func made(_ options: [String] = [], run: String = "b") async throws -> Workdir {
        let month = try await OfficeMonth.shared.value
        let workdir = try Workdir()
        let made = try await month.run(
            ["report", run, "--audience", "public", "--out", workdir.path("out"), "--quiet", "--lang", "en"] + options)
        try #require(made.exitCode == 0, "\(made.errors)")
        return workdir
    }

    /// Everything in the folder as bytes, parts of workbooks inflated too.
    private static func bytes(_ workdir: Workdir) throws -> [(name: String, text: String)] {
        var all: [(String, String)] = []
        for name in workdir.names(in: "out/report") {
            let bytes = try workdir.bytes("out/report/\(name)")
            all.append((name, String(decoding: bytes, as: UTF8.self)))
            guard name.hasSuffix(".xlsx") else { continue }
            for part in try WrittenWorkbook(bytes).inflated {
                all.append(("\(name)/\(part.name)", String(decoding: part.bytes, as: UTF8.self)))
            }
        }
        return all
    }

    @Test func theFolderHoldsTwoFilesAlone() async throws {
        let workdir = try await Self.made()
        #expect(workdir.names(in: "out/report") == ["recap.xlsx", "report.html"])
        for name in ["recap.xlsx", "report.html"] { #expect(try workdir.mode("out/report/\(name)") == 0o600) }
        // Asked for both, nobody's name goes to the public.
        let both = try await Self.made(["--mask", "kpu2020"])
        #expect(both.names(in: "out/report") == ["recap.xlsx", "report.html"])
    }

    /// No name, NIK, family card or address of anybody; no digest of a list or of the run; no name of a list.
    @Test(arguments: ["a", "b"]) func nothingLeadsToAPersonOrAList(_ run: String) async throws {
        let workdir = try await Self.made(run: run)
        let month = try await OfficeMonth.shared.value
        let folder = Run(workdir: month.workdir, folder: run)
        var words: Set<String> = []
        for table in ["flagged.csv", "ineligible.csv"] {
            for row in try folder.table(table).rows {
                for column in ["nkk", "nik", "name", "birth_date", "address"] {
                    let value = row[column] ?? ""
                    if value.count >= 6 { words.insert(value) }
                }
            }
        }
        try #require(words.count > 300)
        let manifest = try folder.json("manifest.json")
        let digest = try #require(manifest["digest"] as? String)
        words.formUnion([digest, String(digest.prefix(16))])
        for input in try #require(manifest["inputs"] as? [[String: Any]]) {
            let sha = try #require(input["sha256"] as? String)
            words.formUnion([sha, String(sha.prefix(16))])
            if let list = input["list"] as? String { words.insert(list) }
        }
        for (name, text) in try Self.bytes(workdir) {
            let plain = text.replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            let found = words.filter { plain.contains($0) }
            #expect(found.isEmpty, "\(name)")
            // A share of a workbook is written with as many digits as a NIK has.
            #expect(!Lists.hasLongDigits(plain.replacing(/\b0\.\d+/, with: "")), "\(name)")
        }
    }

    /// Every number of the workbook stands on the page or in the figures that it carries; hidden there, hidden here.
    @Test func theWorkbookSaysWhatThePageSays() async throws {
        let workdir = try await Self.made()
        let html = try workdir.text("out/report/report.html")
        let figures = try #require(
            html.components(separatedBy: "id=\"figures\">").last?.components(separatedBy: "</script>").first)
        let shown = Set(figures.split(separator: "\n").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } })
        let book = try WrittenWorkbook(try workdir.bytes("out/report/recap.xlsx"))
        #expect(book.sheetNames.count == 4)
        var numbers = 0
        var hidden = 0
        for sheet in book.sheetNames {
            for row in try book.rows(sheet) {
                for value in row.values {
                    if ["<5", "··"].contains(value) { hidden += 1 }
                    // Codes of regions are texts of two to ten digits; shares have a point.
                    guard let number = Int(value), !(value.count >= 4 && value.hasPrefix("12")) else { continue }
                    numbers += 1
                    #expect(shown.contains(number), "\(sheet): \(value)")
                    #expect(!(1...4 ~= number), "\(sheet): \(value)")
                }
            }
        }
        #expect(numbers > 20 && hidden > 0)
    }

    /// The page has a number of its own: another each time, the same by its secret.
    @Test func theNumberTellsNothingAndCanBeRepeated() async throws {
        func number(_ workdir: Workdir) throws -> String {
            let html = try workdir.text("out/report/report.html")
            return try #require(html.firstMatch(of: /public page number ([0-9a-f]{4}(?:-[0-9a-f]{4}){3})/)).1
                .description
        }
        let (one, two) = (try await Self.made(), try await Self.made())
        #expect(try number(one) != number(two))
        let month = try await OfficeMonth.shared.value
        let salt = month.workdir.path("b/public-\(try number(one)).salt")
        let again = try await Self.made(["--salt", salt])
        #expect(try number(again) == number(one))
        for name in ["report.html", "recap.xlsx"] {
            #expect(try again.bytes("out/report/\(name)") == one.bytes("out/report/\(name)"), "\(name)")
        }
        #expect(try month.workdir.mode("b/public-\(try number(one)).salt") == 0o600)
    }

    /// Against a page published before: what changed is said from both pages, and nothing of the first is opened.
    @Test func whatWasPublishedIsTakenIntoAccount() async throws {
        let first = try await Self.made(run: "a")
        let second = try await Self.made(["--published", first.path("out/report")])
        let html = try second.text("out/report/report.html")
        #expect(html.contains("id=\"change\"") && html.contains("Since public page number"))
        let alone = try await Self.made(["--since", (try await OfficeMonth.shared.value).workdir.path("a")])
        #expect(!(try alone.text("out/report/report.html").contains("id=\"change\"")))
        let month = try await OfficeMonth.shared.value
        let refused = try await month.run(
            ["report", "b", "--audience", "public", "--published", "lists", "--out", "nowhere", "--lang", "en"])
        #expect(refused.exitCode == 3)
        #expect(refused.errors.contains("lists/report.html: the published page cannot be read"))
    }

    /// Copies for posting say neither why somebody is barred for reasons of health or judgment, nor any disability.
    @Test func postedCopiesKeepHealthAndJudgmentsToThemselves() async throws {
        let month = try await OfficeMonth.shared.value
        let workdir = try Workdir()
        let made = try await month.run(
            ["report", "b", "--mask", "kpu2020", "--out", workdir.path("out"), "--quiet", "--lang", "id"])
        try #require(made.exitCode == 0, "\(made.errors)")
        let people = try Run(workdir: month.workdir, folder: "b").table("ineligible.csv").rows
        let named = Set(people.filter { ["8", "9"].contains($0["kpu_code"]) }.compactMap { $0["name"] })
        try #require(!named.isEmpty)
        var met = 0
        let root = workdir.path("out/report/masked")
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) where name.hasSuffix(".xlsx") {
            let book = try WrittenWorkbook(try workdir.bytes("out/report/masked/\(name)"))
            for sheet in book.sheetNames {
                for row in try book.rows(sheet) {
                    let cells = row.values.joined(separator: "|")
                    #expect(!cells.contains("Hilang ingatan") && !cells.contains("Hak pilih dicabut"))
                    #expect(!row.values.contains("Disabilitas"))
                    guard row.values.contains(where: named.contains) else { continue }
                    met += 1
                }
            }
        }
        #expect(met >= named.count)
    }

    /// Whole NIKs that leave are noted: who, when, how many, where to.
    @Test func wholeNumbersAreLogged() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try #require(try await workdir.run(Lists.check + ["--quiet"]).exitCode == 0)
        let rules = ["--rules", Program.rules, "--quiet"]
        for options in [["--audience", "public", "--out", "x"], ["--mask", "kpu2020", "--out", "y"]] {
            #expect(try await workdir.run(["report", "run"] + options + rules).exitCode == 0)
            #expect(!workdir.exists("run/access.log"))
        }
        #expect(try await workdir.run(["report", "run"] + rules).exitCode == 0)
        let log = try workdir.text("run/access.log")
        #expect(
            log.contains("\treport: ") && log.contains(" people on forms and requests, NIKs whole, into run/report"))
        #expect(log.split(separator: "\n").count == 1 && !Lists.hasLongDigits(log))
        #expect(try workdir.mode("run/access.log") == 0o600)
    }
}
