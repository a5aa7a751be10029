import Foundation
import Testing

/// The request that goes to Dukcapil comes back filled in, and the next check knows what it says.
@Suite(.enabled(if: Program.canCheck)) struct ReplyTests {
    private static let people = """
        NKK,NIK,NAMA,TEMPAT LAHIR,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,ALAMAT,RT,RW,KODE DESA,TPS
        1271900101120001,1271901708900001,Budi Siregar,Medan,17-08-1990,B,L,Jl. Mawar 1,001,002,1271901001,1
        1271900101120002,1271905709920002,Siti Siregar,Medan,17-09-1992,S,P,Jl. Mawar 2,001,002,1271901001,1
        1271900101120003,1271900101550003,Terang Ginting,Karo,01-01-1955,P,L,Jl. Melati 3,003,002,1271901002,2
        1271900101120004,1271900202660004,Rosmawati Lubis,Karo,02-02-1966,S,P,Jl. Melati 4,003,002,1271901002,2

        """

    /// What is written into the three columns of a person's row.
    private struct Answer {
        var nik: String
        var word: String
        var day: String
    }

    /// Fills in the cells that the workbook leaves open, as a spreadsheet would.
    private static func fill(_ workbook: inout WrittenWorkbook, _ answers: [Answer]) throws -> Int {
        var filled = 0
        for sheet in workbook.sheetNames {
            var text = try workbook.text(sheet)
            for (place, cells) in try workbook.rows(sheet).enumerated() {
                guard let answer = answers.first(where: { $0.nik == cells[1] }) else { continue }
                let number = WrittenWorkbook.pieces(try workbook.text(sheet), "<row r=\"", "\"")[place]
                func put(_ column: String, _ value: String) {
                    let open = WrittenWorkbook.pieces(text, "<c r=\"\(column)\(number)\"", "/>").first ?? ""
                    text = text.replacing(
                        "<c r=\"\(column)\(number)\"\(open)/>",
                        with: "<c r=\"\(column)\(number)\"\(open) t=\"inlineStr\"><is><t>\(value)</t></is></c>")
                }
                put("K", answer.word)
                put("L", "470/12/2018")
                put("M", answer.day)
                filled += 1
            }
            workbook.replace(sheet, text)
        }
        return filled
    }

    @Test(arguments: ["id", "en"])
    func answersDecideTheNextCheck(language: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Self.people)
        try workdir.write("rekam.csv", "NIK,STATUS,TGL REKAM\n1271905709920002,PRR,2014-05-01\n")
        let check =
            Lists.check + ["--recordings", "rekam.csv", "--persons", "--quiet"]
        try #require(try await workdir.run(check).exitCode == 0)
        func outcomes(_ folder: String) throws -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: try Run(workdir: workdir, folder: folder).table("persons.csv").rows.map {
                    ($0["nik"] ?? "", $0["outcome"] ?? "")
                })
        }
        #expect(
            try outcomes("run") == [
                "1271901708900001": "unrecorded", "1271905709920002": "awaiting_card",
                "1271900101550003": "unrecorded", "1271900202660004": "unrecorded",
            ])
        let report = try await workdir.run(
            ["report", "run", "--rules", Program.rules, "--quiet", "--lang", language])
        try #require(report.exitCode == 0, "\(report.errors)")
        // Not filled in yet, it says nothing.
        var request = try WrittenWorkbook(try workdir.bytes("run/report/dukcapil/1271.xlsx"))
        let empty = check.map { $0 == "run" ? "empty" : $0 } + ["--reply", "run/report/dukcapil/1271.xlsx"]
        let blank = try await workdir.run(empty)
        #expect(blank.exitCode == 0, "\(blank.errors)")
        #expect(try outcomes("empty") == outcomes("run"))

        let words = WrittenWorkbook.pieces(
            try request.sheetNames.map { try request.text($0) }.joined(), "<formula1>\"", "\"</formula1>")
        #expect(!words.isEmpty)
        let known = (words.first ?? "").replacing("&quot;", with: "").components(separatedBy: ",")
        #expect(known.count == 5)
        func word(_ part: String) -> String { known.first { $0.lowercased().contains(part) } ?? "?" }
        let filled = try Self.fill(
            &request,
            [
                Answer(nik: "1271905709920002", word: word("suket"), day: "10/11/2017"),
                Answer(nik: "1271901708900001", word: word("rekam"), day: "11/11/2017"),
                Answer(nik: "1271900101550003", word: word("tidak"), day: "11/11/2017"),
                // Known only after the as-of date: not yet.
                Answer(nik: "1271900202660004", word: word("suket"), day: "19/11/2017"),
            ])
        #expect(filled == 4)
        try workdir.write("jawaban.xlsx", try request.bytes())
        let next = try await workdir.run(check.map { $0 == "run" ? "next" : $0 } + ["--reply", "jawaban.xlsx"])
        #expect(next.exitCode == 0, "\(next.errors)")
        #expect(
            try outcomes("next") == [
                "1271901708900001": "awaiting_card", "1271905709920002": "ready_with_suket",
                "1271900101550003": "unrecorded", "1271900202660004": "unrecorded",
            ])
        // Opened and saved by a spreadsheet, it says the same.
        guard language == "id", Spreadsheet.isThere else { return }
        let saved = try Spreadsheet.save("jawaban.xlsx", as: "xlsx", in: workdir)
        let again = try await workdir.run(check.map { $0 == "run" ? "saved-run" : $0 } + ["--reply", saved])
        #expect(again.exitCode == 0, "\(again.errors)")
        #expect(try outcomes("saved-run") == outcomes("next"))
    }
}
