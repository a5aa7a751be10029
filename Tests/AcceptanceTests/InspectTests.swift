import Foundation
import Testing

/// `inspect`: the right role and map for every sample, and no value of anybody in anything it says.
@Suite(.enabled(if: Program.canCheck)) struct InspectTests {
    static let samples: [(file: String, role: String)] =
        [
            ("penduduk-1271-medan.csv", "population"), ("penduduk-1206-karo.csv", "population"),
            ("penduduk-1213-mandailing-natal.csv", "population"), ("penduduk-1204-nias.csv", "population"),
            ("penduduk-1212-toba-samosir.csv", "population"), ("penduduk-1207-deli-serdang.csv", "population"),
            ("perekaman-1.csv", "recordings"), ("perekaman-2.csv", "recordings"), ("suket.csv", "suket"),
            ("tni-polri.csv", "military"), ("meninggal.csv", "deaths"), ("pindah.csv", "moved"),
            ("hak-pilih-dicabut.csv", "revoked"), ("surat-keterangan-ahli.csv", "impaired"),
            ("temuan-coklit.csv", "field_findings"), ("jawaban-dukcapil.csv", "reply"),
        ] + workbooks.map { ($0, "population") }

    /// The population lists as workbooks: the same people as in the text of the same name.
    private static let workbooks = [
        "penduduk-1204-nias.xlsx", "penduduk-1206-karo.xlsx", "penduduk-1207-deli-serdang.xlsx",
        "penduduk-1212-toba-samosir.xlsx", "penduduk-1213-mandailing-natal.xlsx", "penduduk-1271-medan.xlsx",
    ]

    private static func sample(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Program.root.appendingPathComponent("samples/\(name)")))
    }

    private func lists(_ json: String) throws -> [[String: Any]] {
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(document?["schema"] as? Int == 1)
        return try #require(document?["lists"] as? [[String: Any]])
    }

    /// Column id -> heading.
    private func map(_ list: [String: Any]) throws -> [String: String] {
        var map: [String: String] = [:]
        for column in try #require(list["columns"] as? [[String: Any]]) {
            if let id = column["column"] as? String { map[id] = column["heading"] as? String }
        }
        return map
    }

    /// The role that the file's name tells, no refusal, and the map that `check` makes of it.
    @Test func everySampleIsToldWithItsMap() async throws {
        let workdir = try Workdir()
        for sample in Self.samples { try workdir.write(sample.file, try Self.sample(sample.file)) }
        let outcome = try await workdir.run(
            ["inspect", "--rules", Program.rules, "--json"] + Self.samples.map(\.file))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let lists = try lists(outcome.output)
        #expect(lists.compactMap { $0["role"] as? String } == Self.samples.map(\.role))
        #expect(lists.allSatisfy { ($0["refusals"] as? [Any])?.isEmpty == true })

        var options = ["check", "--rules", Program.rules, "--election", "pilkada-2018", "--out", "run", "--quiet"]
        for sample in Self.samples { options += ["--list", "\(sample.role)=\(sample.file)"] }
        #expect(try await workdir.run(options).exitCode == 0)
        let manifest =
            try JSONSerialization.jsonObject(with: Data(try workdir.bytes("run/manifest.json"))) as? [String: Any]
        let inputs = try #require(manifest?["inputs"] as? [[String: Any]])
        for (list, input) in zip(lists, inputs) {
            #expect(try map(list) == input["columns"] as? [String: String], "\(input["path"] ?? "")")
            let rows = try #require(list["rows"] as? [String: Int])
            let checked = try #require(input["rows"] as? [String: Int])
            #expect(rows["read"] == checked["read"] && rows["rejected"] == checked["rejected"])
            #expect(rows["decided"] == checked["decided"] && rows["skipped"] == checked["skipped"])
        }
    }

    /// The same people in columns in any order, under any of the headings that the rules know.
    @Test(arguments: [1, 2, 3]) func shuffledColumnsAndOtherHeadingsAreTold(seed: Int) async throws {
        let headings: [[String]] = [
            ["NO_KK", "nomor kartu keluarga", "NKK"], ["no. ktp", "NIK", "Nomor Induk Kependudukan"],
            ["NAMA_LGKP", "nama pemilih", "Nama Lengkap"], ["TMPT_LHR", "tpt lahir", "Tempat Lahir"],
            ["TGL_LHR", "tanggal lahir", "Tgl. Lahir"], ["STAT_KWN", "status kawin", "KAWIN"],
            ["JENIS_KLMIN", "l/p", "JK"],
        ]
        let ids = ["nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex"]
        let rows = String(decoding: try Self.sample("penduduk-1271-medan.csv"), as: UTF8.self)
            .split(separator: "\r\n").flatMap { $0.split(separator: "\n") }.dropFirst().prefix(60)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(7).map(String.init) }
        var order = Array(ids.indices)
        for place in order.indices { order.swapAt(place, (place * 5 + seed * 3) % order.count) }
        let heading = order.map { headings[$0][seed - 1] }.joined(separator: ";")
        let body = rows.map { row in order.map { row[$0] }.joined(separator: ";") }.joined(separator: "\n")
        let workdir = try Workdir()
        try workdir.write("x.csv", heading + "\n" + body + "\n")
        let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "--json", "x.csv"])
        let list = try #require(try lists(outcome.output).first)
        #expect(list["role"] as? String == "population" && list["certainty"] as? String == "sure")
        let expected = Dictionary(uniqueKeysWithValues: order.map { (ids[$0], headings[$0][seed - 1]) })
        #expect(try map(list) == expected)
    }

    /// No cell of a personal column stands in the page, the JSON or the map, in either language.
    @Test(arguments: ["id", "en"]) func nobodysValuesAreShown(language: String) async throws {
        let workdir = try Workdir()
        var files: [String] = []
        var values: Set<Substring> = []
        for (place, sample) in Self.samples.enumerated() {
            // Names of files may hold a word that is somebody's birthplace too.
            let isText = sample.file.hasSuffix(".csv")
            let file = isText ? "f\(place).csv" : "f\(place).xlsx"
            files.append(file)
            let bytes = try Self.sample(sample.file)
            try workdir.write(file, bytes)
            // A workbook's people stand in the text of the same name too.
            guard isText else { continue }
            values.formUnion(Self.personalValues(String(decoding: bytes, as: UTF8.self)))
        }
        #expect(values.count > 4000)
        let common = ["inspect", "--rules", Program.rules, "--lang", language]
        let page = try await workdir.run(common + files)
        let json = try await workdir.run(common + ["--json", "--write-map", "map.json5"] + files)
        let map = try workdir.text("map.json5")
        #expect(page.exitCode == 0 && json.exitCode == 0)
        for text in [page.output, page.errors, json.output, json.errors, map] {
            let found = Self.pieces(text).intersection(values)
            #expect(found.isEmpty, "\(found)")
            #expect(!Lists.hasLongDigits(text.replacing(/9{16,}/, with: "")))
        }
        #expect(try workdir.mode("map.json5") == 0o600)
    }

    /// Cells that are a NIK, a family card, a date, or words of letters beyond four: names, places, addresses.
    private static func personalValues(_ text: String) -> Set<Substring> {
        let known = Self.publicWords
        return pieces(text).filter { piece in
            if piece.allSatisfy(\.isNumber) { return piece.count >= 16 && Set(piece) != ["9"] }
            return piece.count >= 5 && !known.contains(piece)
        }
    }

    private static func pieces(_ text: String) -> Set<Substring> {
        Set(text.split { !($0.isLetter || $0.isNumber) })
    }

    /// Words of headings and code tables, which everybody may read: those of the rules.
    private static let publicWords: Set<Substring> = {
        var words: Set<Substring> = []
        for name in ["lists.json5", "profiles/dukcapil.json5", "profiles/kpu-2018.json5"] {
            let text = (try? String(contentsOfFile: Program.rules + "/" + name, encoding: .utf8)) ?? ""
            words.formUnion(pieces(text))
            words.formUnion(pieces(text.lowercased()))
        }
        return words
    }()

    /// What stands in a heading cannot act on the terminal.
    @Test func controlCharactersAreShownAsMarks() async throws {
        let workdir = try Workdir()
        try workdir.write("x.csv", "NIK,NAMA,\u{1B}[2JX\u{202E}\n1271901708900001,Budi,1\n1271905709920002,Siti,2\n")
        for options in [[], ["--json"], ["--write-map", "-"]] {
            let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "x.csv"] + options)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(options)")
        }
        let page = try await workdir.run(["inspect", "--rules", Program.rules, "x.csv"])
        #expect(page.output.contains("␛[2JX<U+202E>"))
    }

    /// An unknown word is shown only if many cells hold it and nobody is called so.
    @Test func unknownCodesAreShownOnlyWhenTheyAreNobodys() async throws {
        var text = "NIK,NAMA,JK\n"
        for number in 0..<40 {
            let code = number < 12 ? "XY" : number < 24 ? "TARIGAN" : number == 24 ? "RAHASIA" : "L"
            text += "12719017089\(10001 + number),Budi Tarigan,\(code)\n"
        }
        let workdir = try Workdir()
        try workdir.write("x.csv", text)
        for options in [[], ["--json"]] {
            let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "x.csv"] + options)
            #expect(outcome.output.contains("XY"))
            #expect(!outcome.output.uppercased().contains("TARIGAN") && !outcome.output.contains("RAHASIA"))
        }
    }

    @Test func roundedNIKsAreSaid() async throws {
        var text = "NIK,NAMA\n"
        for number in 0..<200 {
            let last = number % 100 < 41 ? 0 : 1 + number % 9
            text += "1271901708900\(10 + number % 90)\(last),Budi \(number)\n"
        }
        let workdir = try Workdir()
        try workdir.write("x.csv", text)
        let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "--lang", "id", "x.csv"])
        #expect(outcome.output.contains("41"))
        #expect(outcome.output.contains("check akan menolaknya"))
    }

    @Test func aFileThatCannotBeReadIsSaidAndTheOthersAreInspected() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "no.csv", "dp4.csv"])
        #expect(outcome.exitCode == 3)
        #expect(outcome.errors.contains("no.csv: the list cannot be read: no such file or folder"))
        #expect(outcome.output.hasPrefix("dp4.csv: population or voter list"))
    }

    /// The pages people read, as a whole.
    @Test(arguments: ["penduduk-1212-toba-samosir.csv", "perekaman-1.csv", "surat-keterangan-ahli.csv"])
    func pages(file: String) async throws {
        let workdir = try Workdir()
        try workdir.write(file, try Self.sample(file))
        var text = ""
        for language in ["id", "en"] {
            let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "--lang", language, file])
            #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
            text += outcome.output
        }
        try Golden.expect(text, "inspect-" + String(file.prefix { $0 != "." }))
    }

    @Test func aListInUTF16IsInspectedToo() async throws {
        let workdir = try Workdir()
        try workdir.write("x.csv", [0xFF, 0xFE] + Lists.people.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        let outcome = try await workdir.run(["inspect", "--rules", Program.rules, "x.csv"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.hasPrefix("x.csv: population or voter list (sure)"))
        #expect(outcome.output.contains("UTF-16 LE"))
    }
}
