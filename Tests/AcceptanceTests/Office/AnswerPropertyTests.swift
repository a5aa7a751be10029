import Foundation
import Testing

/// Random answers about the people of the sample: they change the people they speak of and nobody else, the same whatever
/// the number of threads and wherever what is known of people is kept.
@Suite(.enabled(if: Program.canCheck)) struct AnswerPropertyTests {
    private struct Chosen {
        var word: String
        var name: String
        var nik: String
    }

    private static let words = [
        "sudah rekam", "KTP-el tercetak", "suket terbit", "meninggal", "pindah", "anggota TNI", "anggota Polri",
        "tidak ditemukan", "sudah diperiksa: orangnya benar", "lain", "",
    ]

    private static let samples = URL(fileURLWithPath: Program.rules).deletingLastPathComponent()
        .appendingPathComponent("samples").path

    private static func persons(_ workdir: Workdir, _ folder: String) throws -> [String: [String: String]] {
        Dictionary(
            uniqueKeysWithValues: try Run(workdir: workdir, folder: folder).table("persons.csv").rows.map {
                ("\($0["list"] ?? ""):\($0["row"] ?? "")", $0)
            })
    }

    @Test(arguments: 1...3)
    func randomAnswersChangeThosePeopleAlone(seed: Int) async throws {
        let workdir = try Workdir()
        let check = [
            "check", "\(Self.samples)/periksa.json5", "--rules", Program.rules, "--persons", "--quiet",
            "--accept-strikes", "deaths", "--accept-strikes", "moved", "--accept-strikes", "military",
        ]
        let first = try await workdir.run(check + ["--out", "run"])
        try #require([0, 1].contains(first.exitCode), "\(first.errors)")
        let before = try Self.persons(workdir, "run")

        var random = SeededRandom(seed: UInt64(seed))
        var chosen: [String: Chosen] = [:]
        for row in try Run(workdir: workdir, folder: "run").table("flagged.csv").rows where random.next() % 5 == 0 {
            chosen["\(row["list"] ?? ""):\(row["row"] ?? "")"] = Chosen(
                word: Self.words[Int(random.next() % UInt64(Self.words.count))], name: row["name"] ?? "",
                nik: row["nik"] ?? "")
        }
        func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
        var lines = chosen.map { origin, answer in
            let digits = answer.nik.count == 16 && random.next() % 2 == 0 ? answer.nik.prefix(6) + "**********" : ""
            return [digits.isEmpty ? answer.nik : String(digits), answer.name, answer.word, origin].map(quoted)
                .joined(separator: ",")
        }
        lines.sort()
        // Halves of them in two files.
        let middle = lines.count / 2
        for (name, part) in [("a.csv", lines[..<middle]), ("b.csv", lines[middle...])] {
            try workdir.write(name, "nik,name,answer,origin\n" + part.joined(separator: "\n") + "\n")
        }
        let answered = check + ["--answers", "a.csv", "b.csv"]
        let second = try await workdir.run(answered + ["--out", "next", "--threads", "1"])
        try #require([0, 1].contains(second.exitCode), "\(second.errors)")
        let after = try Self.persons(workdir, "next")
        #expect(before.count == after.count && chosen.count > 50)
        let rejected = try Run(workdir: workdir, folder: "next").table("rejected.csv").rows
        #expect(!rejected.contains { $0["code"]?.hasPrefix("answer_") ?? false })

        var changed = 0
        for (origin, person) in after {
            let old = try #require(before[origin])
            func reasons(_ row: [String: String]) -> Set<String> {
                Set((row["reasons"] ?? "").split(separator: ";").map(String.init))
            }
            guard let word = chosen[origin]?.word else {
                // Who shares the NIK of somebody confirmed is told of it, and stays what they were.
                #expect(reasons(person).subtracting(["nik_of_confirmed_person"]) == reasons(old), "\(origin)")
                #expect(person["outcome"] == old["outcome"], "\(origin)")
                continue
            }
            if person != old { changed += 1 }
            switch word {
            case "meninggal": #expect(reasons(person).contains("deceased"), "\(origin)")
            case "pindah": #expect(reasons(person).contains("moved_away"), "\(origin)")
            case "anggota TNI": #expect(reasons(person).contains("military"), "\(origin)")
            case "anggota Polri": #expect(reasons(person).contains("police"), "\(origin)")
            case "sudah diperiksa: orangnya benar":
                #expect(reasons(person).contains("confirmed_by_office"), "\(origin)")
                #expect(reasons(person).isSuperset(of: reasons(old).filter { $0.hasPrefix("nik_") }), "\(origin)")
            case "KTP-el tercetak" where old["outcome"] == "unrecorded" || old["outcome"] == "awaiting_card":
                #expect(person["outcome"] == "ready", "\(origin)")
            case "suket terbit" where old["outcome"] == "unrecorded":
                #expect(person["outcome"] == "ready_with_suket", "\(origin)")
            case "sudah rekam" where old["outcome"] == "unrecorded":
                #expect(person["outcome"] == "awaiting_card", "\(origin)")
            case "tidak ditemukan", "lain", "": #expect(person == old, "\(origin)")
            default: break
            }
            if ["meninggal", "pindah", "anggota TNI", "anggota Polri"].contains(word) {
                #expect(person["outcome"] == "ineligible", "\(origin)")
            }
        }
        #expect(changed > 20)

        let files = try Run(workdir: workdir, folder: "next").files()
        for (name, options) in [("threads", ["--threads", "3"]), ("parts", ["--threads", "2", "--memory", "64M"])] {
            let again = try await workdir.run(answered + ["--out", name] + options)
            #expect([0, 1].contains(again.exitCode), "\(again.errors)")
            #expect(try Run(workdir: workdir, folder: name).files() == files, "\(name)")
        }
    }
}
