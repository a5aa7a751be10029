import Comparison
import Diagnostics
import Documents
import Files
import Options
import RunFolder
import Workers

/// `diff RUN_A RUN_B`: who changed, from what to what, and why totals moved.
enum DiffCommand {
    static let command = Command(
        name: "diff", usage: "RUN_A RUN_B [options]",
        does: Bilingual(
            id: "Membandingkan dua hasil orang per orang: siapa menjadi siap, baru, hilang, atau mundur, dan mengapa.",
            en: "Compares two runs person by person: who became ready, is new, left or went back, and why."),
        examples: [
            .init(
                line: "siappilih diff hasil-oktober hasil-november",
                does: Bilingual(
                    id: "menulis hasil-november/diff; kedua hasil dibuat dengan check --persons",
                    en: "writes hasil-november/diff; both runs were made with check --persons")),
            .init(
                line: "siappilih diff hasil-oktober hasil-november --json --exit-code --force",
                does: Bilingual(
                    id: "untuk skrip: JSON, kode keluar 1 bila ada perubahan, hasil lama diganti",
                    en: "for scripts: JSON, exit code 1 if anything changed, older results replaced")),
        ],
        notes: [
            Bilingual(
                id:
                    "Orang yang sama: NIK yang sama; tanpa NIK yang dapat dipakai, daftar dan baris yang sama. people.csv memuat nama samaran (HMAC) sebagai ganti NIK; dengan --key nama samaran itu sama pada setiap perbandingan. changed.xlsx memuat nama dan NIK utuh, untuk kantor saja; access.log mencatatnya.",
                en:
                    "The same person: the same NIK; without a usable NIK, the same list and row. people.csv holds pseudonyms (HMAC) instead of NIKs; with --key they agree from one comparison to the next. changed.xlsx has names and whole NIKs, for the office alone; access.log notes it."
            )
        ],
        options: { _ in
            [
                OptionSpec(
                    "out", .folder,
                    help: Bilingual(
                        id: "tulis FOLDER/diff (bawaan: HASIL_BARU/diff)", en: "write DIR/diff (default: RUN_B/diff)"),
                    group: .output),
                OptionSpec(
                    "force", help: Bilingual(id: "ganti perbandingan lama", en: "replace an older comparison"),
                    group: .output),
                OptionSpec(
                    "key", .file,
                    help: Bilingual(
                        id: "berkas rahasia untuk nama samaran; dibuat bila belum ada",
                        en: "file of a secret for pseudonyms; made if missing"), group: .output),
                OptionSpec(
                    "workbooks",
                    help: Bilingual(
                        id: "tulis changed.xlsx juga bila lebih dari 100.000 orang berubah",
                        en: "write changed.xlsx also where more than 100,000 people changed"), group: .output),
                OptionSpec(
                    "no-names",
                    help: Bilingual(
                        id: "jangan tulis changed.xlsx: nama samaran saja, dan hasil tidak perlu dapat ditulisi",
                        en: "write no changed.xlsx: pseudonyms alone, and the runs need not be writable"),
                    group: .output),
                OptionSpec(
                    "exit-code",
                    help: Bilingual(id: "kode keluar 1 bila ada perubahan", en: "exit code 1 if anything changed"),
                    group: .output),
                OptionSpec.rules,
            ]
        },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 2)
        guard arguments.operands.count == 2 else {
            throw Failure(
                .usage,
                Finding(
                    code: "missing_run",
                    message: Bilingual(id: "perlu dua folder hasil", en: "two runs are needed"),
                    remedy: Bilingual(
                        id: "bentuknya: siappilih diff HASIL_LAMA HASIL_BARU",
                        en: "its form: siappilih diff RUN_A RUN_B")))
        }
        let before = try Run(reading: arguments.operands[0])
        let after = try Run(reading: arguments.operands[1])
        let ruleset = try RuleAccess.find(arguments.value("rules")).ruleset(of: after)
        let out = try DerivedFolder.path("diff", of: after, under: arguments.value("out"))
        let key = try arguments.value("key").map { path throws(Failure) in try PseudonymKey.bytes(at: path) }
        let made = try Diff.run(
            before, after, ruleset: ruleset, programVersion: programVersion,
            options: Diff.Options(
                out: out, force: arguments.has("force"), key: key,
                language: arguments.value("lang").flatMap(Language.init(rawValue:)) ?? .indonesian,
                workbooks: arguments.has("no-names") ? .never : arguments.has("workbooks") ? .always : .unasked))
        let (summary, warnings) = (made.summary, made.warnings)
        let isQuiet = arguments.has("quiet")
        if arguments.has("json") {
            try console.write(summary.document)
        } else if !isQuiet {
            try console.write(
                DiffText(
                    summary, directory: out, ruleset: ruleset, console: console,
                    hasNames: made.outputs.contains { $0.name == Diff.officeFile }
                ).text)
        }
        if !isQuiet { for warning in warnings + DiffWarnings.of(before, after) { console.report(warning) } }
        return arguments.has("exit-code") && summary.hasChanges ? 1 : 0
    }
}
