import Diagnostics
import Documents
import Options
import RunFolder
import Verification
import Workers

/// `verify RUN`: whether inputs, rules and results are what the manifest says, and decisions come out the same again.
enum VerifyCommand {
    static let command = Command(
        name: "verify", usage: "RUN [options]",
        does: Bilingual(
            id: "Memeriksa apakah masukan, aturan, dan hasil masih utuh, lalu memutuskan ulang.",
            en: "Checks that inputs, rules and results are untouched, and decides again."),
        examples: [
            .init(
                line: "siappilih verify hasil",
                does: Bilingual(
                    id: "semua digest, dan semua orang diputuskan ulang",
                    en: "every digest, and everyone decided again")),
            .init(
                line: "siappilih verify hasil --sample 1000",
                does: Bilingual(
                    id: "hanya sekitar 1.000 orang diputuskan ulang", en: "only about 1,000 people decided again")),
            .init(
                line: "siappilih verify hasil --against 3f9a0c51d2e87b46",
                does: Bilingual(
                    id: "juga apakah digest hasil masih yang disimpan auditor",
                    en: "also whether the run's digest is still the one that an auditor kept")),
        ],
        notes: [
            Bilingual(
                id:
                    "Kode keluar: 0 semuanya sama; 1 ada yang berbeda. Jalankan di folder tempat check dijalankan: jalur masukan dicari seperti waktu itu. Tanpa program ini: jq -r '.outputs[] | \"\\(.sha256) *\\(.name)\"' manifest.json | sha256sum -c",
                en:
                    "Exit codes: 0 all the same; 1 something differs. Run it in the folder where check was run: paths of inputs are looked up as they were then. Without this program: jq -r '.outputs[] | \"\\(.sha256) *\\(.name)\"' manifest.json | sha256sum -c"
            )
        ],
        options: { _ in
            [
                OptionSpec(
                    "sample", "N",
                    help: Bilingual(
                        id: "putuskan ulang sekitar N orang saja", en: "decide only about N people again"),
                    group: .decision),
                OptionSpec(
                    "no-decide",
                    help: Bilingual(
                        id: "digest saja, tanpa memutuskan ulang", en: "digests only, nothing decided again"),
                    group: .decision),
                OptionSpec(
                    "against", "DIGEST",
                    help: Bilingual(
                        id: "bandingkan dengan digest yang disimpan: 64 angka heksadesimal, atau 16 yang pertama",
                        en: "compare with a digest that was kept: 64 hexadecimal digits, or the first 16"),
                    group: .decision),
                OptionSpec.rules,
            ]
        },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 1)
        guard let path = arguments.operands.first else {
            throw usage(
                "missing_run", id: "folder hasil belum disebut", en: "no run given",
                remedy: Bilingual(id: "bentuknya: siappilih verify HASIL", en: "its form: siappilih verify RUN"))
        }
        let decide = try decide(arguments)
        let kept = try kept(arguments)
        let run = try Run(reading: path)
        let directory = try RuleAccess.locate(arguments.value("rules"))
        // Rules that were spoilt since are a difference, not the end.
        let access = try? RuleAccess(directory: directory)
        let verification = try Verify.run(
            run, book: access?.book, ruleset: try? access?.ruleset(of: run), rulesDirectory: directory,
            programVersion: programVersion, decide: decide, against: kept)
        if arguments.has("json") {
            try console.write(verification.document)
        } else if !arguments.has("quiet") {
            try console.write(text(verification, console))
        }
        if !arguments.has("json") { for finding in verification.differences { console.report(finding) } }
        if !arguments.has("quiet") { for note in verification.notes { console.report(note) } }
        return verification.holds ? 0 : 1
    }

    private static func decide(_ arguments: Arguments) throws(Failure) -> Verify.Decide {
        if arguments.has("no-decide") {
            guard arguments.value("sample") == nil else {
                throw usage(
                    "surplus_option", id: "--sample dan --no-decide tidak dipakai bersama",
                    en: "--sample and --no-decide exclude each other")
            }
            return .nothing
        }
        guard let text = arguments.value("sample") else { return .all }
        guard let people = Int(text), 1...1_000_000_000 ~= people else {
            throw usage(
                "unfit_value", id: "--sample perlu bilangan 1 sampai 1000000000",
                en: "--sample needs a number from 1 to 1000000000")
        }
        return .sample(people)
    }

    private static func kept(_ arguments: Arguments) throws(Failure) -> String? {
        guard let text = arguments.value("against") else { return nil }
        guard Manifest.shortDigest...64 ~= text.utf8.count,
            text.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
        else {
            throw usage(
                "unfit_value", id: "--against perlu 16 sampai 64 angka heksadesimal",
                en: "--against needs 16 to 64 hexadecimal digits",
                remedy: Bilingual(
                    id: "salin digest yang ditulis check, report, atau verify",
                    en: "copy the digest that check, report or verify wrote"))
        }
        return text
    }

    private static func text(_ verification: Verification, _ console: Console) -> String {
        func count(_ number: Int) -> String { Figures.count(number, console.language) }
        func counted(_ number: Int, _ one: String, _ many: String) -> String {
            "\(count(number)) \(Plural.of(number, one, many))"
        }
        var lines = [
            Bilingual(
                id:
                    "Diperiksa: \(count(verification.inputs)) masukan, \(count(verification.rules)) aturan, \(count(verification.outputs)) hasil",
                en:
                    "Checked: \(counted(verification.inputs, "input", "inputs")), \(counted(verification.rules, "rule", "rules")), \(counted(verification.outputs, "result", "results"))"
            )
        ]
        if verification.derived > 0 {
            lines.append(
                Bilingual(
                    id:
                        "Juga \(count(verification.derived)) berkas yang dibuat dari hasil ini (report, outreach, diff)",
                    en:
                        "And \(counted(verification.derived, "file", "files")) made from the run (report, outreach, diff)"
                ))
        }
        switch verification.decided {
        case .none, .impossible: break
        case .sample(let people):
            lines.append(
                Bilingual(
                    id: "Diputuskan ulang: \(count(people)) orang (contoh)",
                    en: "Decided again: \(counted(people, "person", "people")) (a sample)"))
        case .all(let people):
            lines.append(
                Bilingual(
                    id: "Diputuskan ulang: semua \(count(people)) orang",
                    en: "Decided again: all \(counted(people, "person", "people"))"))
        }
        lines += RunDigestText.lines(verification.digest)
        lines.append(
            verification.holds
                ? Bilingual(id: "Semuanya sama.", en: "Everything is the same.")
                : Bilingual(
                    id: "Berbeda: \(count(verification.differences.count))",
                    en: "Different: \(count(verification.differences.count))"))
        return lines.map { console.text($0) + "\n" }.joined()
    }

    private static func usage(_ code: String, id: String, en: String, remedy: Bilingual? = nil) -> Failure {
        Failure(.usage, Finding(code: code, message: Bilingual(id: id, en: en), remedy: remedy))
    }
}
