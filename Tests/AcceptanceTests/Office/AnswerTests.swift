import Foundation
import Testing

/// What the field and the office fill in comes home: the next check knows it, of the rows they speak of and of nobody else.
@Suite(.enabled(if: Program.canCheck)) struct AnswerTests {
    /// Row 2 has a damaged NIK; 3 and 4 share one; 5 is recorded by the list's mark alone; 6 has no recording.
    static let people = """
        NKK,NIK,NAMA,TEMPAT LAHIR,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,ALAMAT,RT,RW,KODE DESA,TPS,KTP-EL
        1271900101120001,"1,27E+15",Budi Siregar,Medan,17-08-1990,B,L,Jl. Mawar 1,001,002,1271901001,1,B
        1271900101120002,1271905709920002,Siti Siregar,Medan,17-09-1992,S,P,Jl. Mawar 2,001,002,1271901001,1,B
        1271900101120003,1271905709920002,Terang Ginting,Karo,17-09-1992,P,P,Jl. Melati 3,003,002,1271901002,2,B
        1271900101120004,1271904202660004,Rosmawati Lubis,Karo,02-02-1966,S,P,Jl. Melati 4,003,002,1271901002,2,K
        1271900101120005,1271901708900001,Dedi Ginting,Karo,17-08-1990,S,L,Jl. Melati 5,003,002,1271901002,2,B
        1271900101120006,1271905809880006,Rina Purba,Karo,18-09-1988,S,P,Jl. Melati 6,003,002,1271901002,2,B

        """

    static let check = Lists.check + ["--recordings", "rekam.csv", "--persons", "--quiet"]

    static func made() throws -> Workdir {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", people)
        try workdir.write(
            "rekam.csv",
            "NIK,STATUS,TGL REKAM\n1271905709920002,CARD_ISSUED,2014-05-01\n1271905809880006,PRR,2014-05-01\n")
        return workdir
    }

    /// By row: outcome, next to it the reasons.
    private static func decisions(_ workdir: Workdir, _ folder: String) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try Run(workdir: workdir, folder: folder).table("persons.csv").rows.map {
                ($0["row"] ?? "", "\($0["outcome"] ?? "") \($0["reasons"] ?? "")")
            })
    }

    private func check(_ workdir: Workdir, _ out: String, _ answers: [String]) async throws -> Program.Outcome {
        try await workdir.run(
            Self.check.map { $0 == "run" ? out : $0 } + (answers.isEmpty ? [] : ["--answers"] + answers))
    }

    private func outreach(_ workdir: Workdir, _ run: String, _ language: String) async throws {
        let made = try await workdir.run([
            "outreach", run, "--rules", Program.rules, "--from", "2018-01-02", "--deadline", "2018-03-29", "--teams",
            "1", "--quiet", "--lang", language,
        ])
        try #require(made.exitCode == 0, "\(made.errors)")
    }

    /// Fills a workbook in; nobody has to have a spreadsheet for it.
    private func fill(
        _ workdir: Workdir, _ name: String, as saved: String, _ answers: [String: AnswerForm.Answer]
    ) throws -> Int {
        var form = try AnswerForm(try workdir.bytes(name))
        let filled = try form.fill(answers)
        try workdir.write(saved, try form.workbook.bytes())
        return filled
    }

    @Test(arguments: ["id", "en"])
    func fromADamagedListToReady(language: String) async throws {
        let workdir = try Self.made()
        try #require(try await check(workdir, "run", []).exitCode == 0)
        let before = try Self.decisions(workdir, "run")
        let first = try Run(workdir: workdir, folder: "run").files()
        #expect(
            before == [
                "2": "unverified nik_damaged", "3": "unverified nik_shared", "4": "unverified nik_shared",
                "5": "unverified evidence_conflict", "6": "unrecorded no_recording", "7": "awaiting_card no_card",
            ])
        try await outreach(workdir, "run", language)
        // Not filled in, they say nothing.
        let blank = try await check(
            workdir, "blank", ["run/outreach/office.xlsx", "run/outreach/1271/127190.xlsx"])
        #expect(blank.exitCode == 0, "\(blank.errors)")
        #expect(try Self.decisions(workdir, "blank") == before)

        let form = try AnswerForm(try workdir.bytes("run/outreach/office.xlsx"))
        let words = try form.words
        #expect(
            words == [
                "sudah rekam", "KTP-el tercetak", "suket terbit", "meninggal", "pindah", "anggota TNI",
                "anggota Polri", "tidak ditemukan", "sudah diperiksa: orangnya benar", "tidak di rumah", "menolak",
                "lain",
            ])
        let benar = "sudah diperiksa: orangnya benar"
        let office = try fill(
            workdir, "run/outreach/office.xlsx", as: "kantor.xlsx",
            [
                "dp4.csv:2": .init(word: benar, day: "10/11/2017", by: "Rina"),
                "dp4.csv:3": .init(word: benar, day: "10/11/2017", by: "Rina"),
                "dp4.csv:4": .init(word: "meninggal", day: "11/11/2017", by: "Rina"),
                "dp4.csv:5": .init(word: benar, by: "Tono"),
            ])
        #expect(office == 4)
        let field = try fill(
            workdir, "run/outreach/1271/127190.xlsx", as: "lapangan.xlsx",
            [
                "dp4.csv:6": .init(word: "KTP-el tercetak", day: "12/11/2017", by: "Tim 1"),
                // Known only after the as-of date: not yet.
                "dp4.csv:7": .init(word: "suket terbit", day: "19/11/2017", by: "Tim 1"),
            ])
        #expect(field >= 2)
        let second = try await check(workdir, "next", ["kantor.xlsx", "lapangan.xlsx"])
        #expect(second.exitCode == 0, "\(second.errors)")
        #expect(
            try Self.decisions(workdir, "next") == [
                "2": "unrecorded confirmed_by_office;nik_damaged;no_recording",
                "3": "ready confirmed_by_office;nik_shared",
                "4": "ineligible deceased;nik_of_confirmed_person;nik_shared",
                "5": "unrecorded confirmed_by_office;evidence_conflict;no_recording",
                "6": "ready ", "7": "awaiting_card no_card",
            ])

        // Who, when and where from stand in the manifest.
        let answers = try #require(try Run(workdir: workdir, folder: "next").json("manifest.json")["answers"])
        let sources = try #require(answers as? [[String: Any]]).map { source in
            ["list", "on", "by", "answers"].map { "\(source[$0] ?? "")" }.joined(separator: " ")
        }
        #expect(sources.contains { $0.hasPrefix("kantor.xlsx") && $0.hasSuffix("2017-11-10 Rina 2") }, "\(sources)")
        #expect(sources.contains { $0.hasPrefix("kantor.xlsx") && $0.hasSuffix("  Tono 1") }, "\(sources)")
        #expect(sources.contains { $0.hasPrefix("lapangan.xlsx") && $0.contains("2017-11-12 Tim 1") }, "\(sources)")

        // Whose NIK is wrong is for whoever made the list; here none is repaired.
        let corrections = try Run(workdir: workdir, folder: "next").table("corrections.csv").rows
        #expect(corrections.map { "\($0["row"] ?? "") \($0["nik"] ?? "")" } == ["2 1,27E+15", "4 1271905709920002"])
        #expect(workdir.exists("next/corrections.xlsx") && !workdir.exists("run/corrections.csv"))
        #expect(try workdir.mode("next/corrections.xlsx") == 0o600)

        // Who is known now and has no card is visited, and the answer of that visit closes it.
        try await outreach(workdir, "next", language)
        let visited = try fill(
            workdir, "next/outreach/1271/127190.xlsx", as: "lapangan-2.xlsx",
            ["dp4.csv:2": .init(word: "KTP-el tercetak", day: "17/11/2017", by: "Tim 1")])
        #expect(visited >= 1)
        let all = ["kantor.xlsx", "lapangan.xlsx", "lapangan-2.xlsx"]
        #expect(try await check(workdir, "last", all).exitCode == 0)
        #expect(try Self.decisions(workdir, "last")["2"] == "ready confirmed_by_office;nik_damaged")
        // An answer is undone by leaving its file out.
        #expect(try await check(workdir, "undone", []).exitCode == 0)
        #expect(try Run(workdir: workdir, folder: "undone").files() == first)

        let diff = try await workdir.run(["diff", "run", "last", "--rules", Program.rules, "--quiet"])
        #expect(diff.exitCode == 0, "\(diff.errors)")
        let causes = try Run(workdir: workdir, folder: "last/diff").table("people.csv").rows.map { $0["why"] ?? "" }
        #expect(causes.contains { $0.contains("confirmed_by_office") } && causes.contains { $0.contains("deceased") })
        let proof = try await workdir.run(["verify", "last", "--rules", Program.rules, "--quiet"])
        #expect(proof.exitCode == 0, "\(proof.errors) \(proof.output)")
    }

    /// A list of answers as text: NIK as shown, name, answer, and the row.
    private static func answers(_ rows: [(nik: String, name: String, word: String, origin: String)]) -> String {
        "nik,name,answer,origin\n" + rows.map { "\($0.nik),\($0.name),\($0.word),\($0.origin)\n" }.joined()
    }

    /// An answer speaks for the person it was given of, or for nobody.
    @Test(arguments: [
        ("127190**********", "Dedi Ginting", "dp4.csv:6", ""),
        ("1271901708900001", "DEDI  GINTING", "dp4.csv:6", ""),
        ("1271.9017.0890.0001", "Dedi Ginting", "dp4.csv: 6", ""),
        ("127191**********", "Dedi Ginting", "dp4.csv:6", "answer_other_person"),
        ("127190**********", "Dedi Gintings", "dp4.csv:6", "answer_other_person"),
        ("127190**********", "Dedi Ginting", "dp4.csv:5", "answer_other_person"),
        ("127190**********", "Dedi Ginting", "dp4.csv:60", "answer_no_such_row"),
        ("127190**********", "Dedi Ginting", "dp4.csv:1", "answer_no_such_row"),
        ("127190**********", "Dedi Ginting", "dpt.csv:6", "answer_unknown_list"),
        ("127190**********", "Dedi Ginting", "dp4.csv", "answer_without_row"),
        ("127190**********", "Dedi Ginting", "dp4.csv:0", "answer_without_row"),
    ])
    func anAnswerKeepsToItsPerson(nik: String, name: String, origin: String, refused: String) async throws {
        let workdir = try Self.made()
        try workdir.write("jawaban.csv", Self.answers([(nik, name, "sudah rekam", origin)]))
        for language in ["id", "en"] {
            let outcome = try await workdir.run(
                Self.check.map { $0 == "run" ? language : $0 } + [
                    "--answers", "jawaban.csv", "--lang", language, "--accept-role", "answers",
                ])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            let rows = try Run(workdir: workdir, folder: language).table("rejected.csv").rows
            #expect(rows.map { $0["code"] ?? "" } == (refused.isEmpty ? [] : [refused]))
            #expect(rows.allSatisfy { $0["list"] == "jawaban.csv" && $0["row"] == "2" && $0["column"] == "D" })
            #expect(
                try Self.decisions(workdir, language)["6"]
                    == (refused.isEmpty ? "awaiting_card no_card" : "unrecorded no_recording"))
        }
    }

    @Test func everyKindOfAnswerSaysWhatItSays() async throws {
        let workdir = try Self.made()
        let dedi = ("127190**********", "Dedi Ginting")
        let kinds = [
            ("sudah rekam", "awaiting_card no_card"), ("KTP-EL TERCETAK", "ready "),
            ("suket terbit", "ready_with_suket "), ("meninggal", "ineligible deceased;no_recording"),
            ("pindah", "ineligible moved_away"), ("anggota TNI", "ineligible military"),
            ("anggota TNI/Polri", "ineligible military"), ("anggota Polri", "ineligible police"),
            ("tidak ditemukan", "unrecorded no_recording"), ("", "unrecorded no_recording"),
            ("orangnya benar", "unrecorded confirmed_by_office;no_recording"),
        ]
        for (place, (word, expected)) in kinds.enumerated() {
            try workdir.write("jawaban.csv", Self.answers([(dedi.0, dedi.1, word, "dp4.csv:6")]))
            let outcome = try await check(workdir, "run\(place)", ["jawaban.csv"])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            let found = try Self.decisions(workdir, "run\(place)")["6"] ?? ""
            #expect(found.split(separator: ";").first == expected.split(separator: ";").first, "\(word): \(found)")
        }
    }

    /// Opened and saved by a spreadsheet, the filled-in workbook says the same.
    @Test(.enabled(if: Spreadsheet.isThere, "LibreOffice (soffice) opens and saves the answers"))
    func answersOutliveASpreadsheet() async throws {
        let workdir = try Self.made()
        try #require(try await check(workdir, "run", []).exitCode == 0)
        try await outreach(workdir, "run", "id")
        let benar = "sudah diperiksa: orangnya benar"
        _ = try fill(
            workdir, "run/outreach/office.xlsx", as: "kantor.xlsx",
            [
                "dp4.csv:2": .init(word: benar, day: "10/11/2017", by: "Rina"),
                "dp4.csv:3": .init(word: benar), "dp4.csv:4": .init(word: "meninggal", day: "11/11/2017"),
            ])
        _ = try fill(
            workdir, "run/outreach/1271/127190.xlsx", as: "lapangan.xlsx",
            ["dp4.csv:6": .init(word: "pindah", day: "12/11/2017")])
        let saved = try ["kantor.xlsx", "lapangan.xlsx"].map { try Spreadsheet.save($0, as: "xlsx", in: workdir) }
        let outcome = try await check(workdir, "next", saved)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(
            try Self.decisions(workdir, "next") == [
                "2": "unrecorded confirmed_by_office;nik_damaged;no_recording",
                "3": "ready confirmed_by_office;nik_shared",
                "4": "ineligible deceased;nik_of_confirmed_person;nik_shared", "5": "unverified evidence_conflict",
                "6": "ineligible moved_away", "7": "awaiting_card no_card",
            ])
    }

    /// Whoever goes to one desa gets the people of that desa alone, masked even where the others are whole; the workbook
    /// comes home as the kecamatan's does.
    @Test func aDesaHasAWorkbookOfItsOwn() async throws {
        let workdir = try Self.made()
        try #require(try await check(workdir, "run", []).exitCode == 0)
        let made = try await workdir.run([
            "outreach", "run", "--rules", Program.rules, "--from", "2018-01-02", "--deadline", "2018-03-29",
            "--unmask", "--quiet",
        ])
        try #require(made.exitCode == 0, "\(made.errors)")
        let folder = "run/outreach/1271/127190"
        let names = workdir.names(in: folder)
        #expect(names.count == 1 && names.allSatisfy { $0.hasPrefix("1271901002") && $0.hasSuffix(".xlsx") })
        let name = "\(folder)/\(try #require(names.first))"
        #expect(try workdir.mode(name) == 0o600)
        func niks(_ name: String) throws -> String {
            let book = try WrittenWorkbook(try workdir.bytes(name))
            return try book.sheetNames.flatMap { try book.rows($0) }.flatMap(\.values).joined(separator: "\n")
        }
        #expect(try niks("run/outreach/1271/127190.xlsx").contains("1271901708900001"))
        #expect(try niks(name).contains("127190**********") && !Lists.hasLongDigits(try niks(name)))
        let filled = try fill(workdir, name, as: "desa.xlsx", ["dp4.csv:6": .init(word: "meninggal")])
        #expect(filled >= 1)
        #expect(try await check(workdir, "next", ["desa.xlsx"]).exitCode == 0)
        #expect(try Self.decisions(workdir, "next")["6"] == "ineligible deceased")
        // Opened and saved by a spreadsheet, it says the same.
        guard Spreadsheet.isThere else { return }
        let saved = try Spreadsheet.save("desa.xlsx", as: "xlsx", in: workdir)
        #expect(try await check(workdir, "saved-run", [saved]).exitCode == 0)
        #expect(try Self.decisions(workdir, "saved-run") == Self.decisions(workdir, "next"))
    }
}
