import Diagnostics
import Options
import Readiness
import Rules
import RunFolder
import Workers

/// `check`: decides every person of the lists and writes a run directory.
enum CheckCommand {
    static let command = Command(
        name: "check", usage: "[JOB.json5] [options]",
        does: Bilingual(
            id: "Memutuskan setiap orang di dalam daftar dan menulis folder hasil.",
            en: "Decides every person of the lists and writes a folder of results."),
        examples: [
            .init(
                line: "siappilih check periksa.json5 --out hasil",
                does: Bilingual(
                    id: "seperti tertulis di berkas tugas; opsi di baris perintah didahulukan",
                    en: "as the job file says; the command line wins over it")),
            .init(
                line: "siappilih check --election pilkada-2018 --population dp4.csv --out hasil",
                does: Bilingual(id: "satu daftar penduduk saja", en: "a population list alone")),
            .init(
                line: "siappilih check periksa.json5 --recordings rekam.csv --out h2 --json",
                does: Bilingual(
                    id: "daftar perekaman yang lebih baru; angka-angkanya sebagai JSON",
                    en: "newer recordings; the figures as JSON")),
        ],
        notes: [
            Bilingual(
                id:
                    "Berkas tugas memakai nama opsi yang sama: { election: '...', population: ['a.csv', { file: 'b.csv', region: '1271' }], out: 'hasil' }. Jalur dihitung dari foldernya. Daftar pada baris perintah mengganti daftar tugas yang sama perannya.",
                en:
                    "A job file uses the same names: { election: '...', population: ['a.csv', { file: 'b.csv', region: '1271' }], out: 'hasil' }. Paths count from its folder. A list on the command line replaces the job's lists of its role."
            ),
            Bilingual(
                id:
                    "Kode keluar: 0 selesai; 1 selesai, ada masalah data (--strict); 2 salah pakai; 3 masukan atau aturan tidak terbaca; 4 hasil tidak dapat ditulis; 5 kesalahan program; 130 dihentikan.",
                en:
                    "Exit codes: 0 done; 1 done, with data problems (--strict); 2 usage; 3 an input or a rule cannot be read; 4 output cannot be written; 5 a defect; 130 interrupted."
            ),
        ],
        options: { rules in CheckOptions.table(roles: rules?.roles ?? []) },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let (options, arguments, rules) = try read(invocation)
        let ruleset = try Ruleset(
            book: rules.book, election: options.election, instrument: options.ruleset, profile: options.profile,
            asOf: options.asOf, today: RunClock.current().today)
        let files = rules.book.files.map { RuleFileReport(path: $0.path, contents: $0.bytes, digest: options.digests) }
        let isQuiet = arguments.has("quiet")
        let progress = RunProgress()
        let bar = isQuiet || !console.isWatched ? nil : ProgressBar(progress, console)
        defer { bar?.finish() }
        let report = try Check.run(
            options, ruleset: ruleset, ruleFiles: files, programVersion: programVersion, progress: progress)
        bar?.finish()
        if arguments.has("json") {
            try console.write(report.summary.document)
        } else if !isQuiet {
            try console.write(CheckSummary(report, ruleset: ruleset, roles: rules.roles, console: console).text)
        }
        if arguments.has("json") && !isQuiet { for warning in report.warnings { console.report(warning) } }
        return options.strict && report.hasDataProblems ? 1 : 0
    }

    /// The options need the rules for their names, and a job file may name the rules: so rules, options, job, and again
    /// if the job names others.
    private static func read(_ invocation: Invocation) throws -> (CheckOptions, Arguments, RuleAccess) {
        let given = RuleAccess.given(invocation.words)
        let first = try RuleAccess.find(given ?? jobRules(invocation.words))
        let arguments = try invocation.arguments(first)
        try invocation.requireOperands(arguments, atMost: 1)
        let job = try arguments.operands.first.map { path throws(Failure) in try JobFile(reading: path) }
        var rules = first
        if given == nil, let named = job?.rulesDirectory, named != first.directory {
            rules = try RuleAccess(directory: named)
        }
        let vocabulary = CheckOptions.Vocabulary(
            roles: rules.roles, elections: rules.book.elections.map(\.id), rulesDirectory: rules.directory)
        return (try CheckOptions(arguments, job: job, vocabulary: vocabulary), arguments, rules)
    }

    /// The rules a job file names, if a word looks like one: without them no option of a list is known.
    private static func jobRules(_ words: [String]) -> String? {
        guard let path = words.first(where: { $0.hasSuffix(".json5") }) else { return nil }
        return (try? JobFile(reading: path))?.rulesDirectory
    }
}
