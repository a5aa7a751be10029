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
                line: "siappilih check --folder kiriman --write-job periksa.json5",
                does: Bilingual(
                    id: "memilah berkas kiriman menurut isinya dan menulis berkas tugas; belum memutuskan",
                    en: "sorts the files received by what they are and writes a job file; decides nothing yet")),
            .init(
                line: "siappilih check periksa.json5 --population desa/ --recordings rekam-*.csv",
                does: Bilingual(
                    id: "semua daftar di folder desa; semua berkas yang cocok dengan pola",
                    en: "every list in the folder desa; every file that fits the pattern")),
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
                    "Sesudah opsi daftar boleh ada beberapa nama sampai opsi berikutnya: berkas, folder (setiap daftar langsung di dalamnya), atau pola dalam tanda kutip ('dp4-*.csv'). Isi folder dan pola diurutkan menurut nama, yang lain menurut urutan tertulis. Nama yang berakhiran .json5 adalah berkas tugas.",
                en:
                    "Several names may follow a list's option, up to the next option: files, folders (every list right in them), or quoted patterns ('dp4-*.csv'). What a folder or a pattern stands for is in order of names, all else as written. A name that ends in .json5 is the job file."
            ),
            Bilingual(
                id:
                    "--folder memberi setiap daftar peran menurut isinya dan menunjukkannya; yang tidak mendapat peran disebut dengan alasannya dan membuat kode keluar 1. Daftar yang disebut dengan opsinya tidak dipilah lagi. Tanpa --yes pertanyaannya diajukan di terminal; di tempat lain tidak ada yang diputuskan. --write-job tidak mengganti berkas yang ada; dengan --force berkas lama disimpan di sampingnya.",
                en:
                    "--folder gives every list a role by what it is and shows that; what gets none is named with the reason and makes exit code 1. Lists named by their options are not sorted again. Without --yes a terminal is asked; elsewhere nothing is decided. --write-job replaces no file that is there; with --force the old one is kept beside it."
            ),
            Bilingual(
                id:
                    "Kode keluar: 0 selesai; 1 selesai, ada masalah data (--strict), tidak seorang pun diputuskan, atau ada berkas tanpa peran (--folder); 2 salah pakai; 3 masukan atau aturan tidak terbaca; 4 hasil tidak dapat ditulis; 5 kesalahan program; 130 dihentikan.",
                en:
                    "Exit codes: 0 done; 1 done, with data problems (--strict), nobody decided, or files without a role (--folder); 2 usage; 3 an input or a rule cannot be read; 4 output cannot be written; 5 a defect; 130 interrupted."
            ),
        ],
        options: { rules in CheckOptions.table(roles: rules?.roles ?? []) },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let (request, arguments, rules) = try read(invocation)
        let face = CheckFace(console: invocation.console, arguments: arguments, job: request.jobTarget)
        guard let folder = request.folder else {
            guard let options = request.options else { throw Failure(.usage, request.missing) }
            if let target = request.jobTarget {
                let text = request.jobText(options.lists, unplaced: [], at: target, face.console.language)
                try face.writeJob(text, protecting: options.protectedPaths)
            }
            return try decide(options, rules, try ruleset(options, rules), face)
        }
        return try sort(folder, request, rules, face)
    }

    static func ruleset(_ options: CheckOptions, _ rules: RuleAccess) throws(Failure) -> Ruleset {
        try Ruleset(
            book: rules.book, election: options.election, instrument: options.ruleset, profile: options.profile,
            asOf: options.asOf, today: RunClock.current().today)
    }

    static func decide(
        _ options: CheckOptions, _ rules: RuleAccess, _ ruleset: Ruleset, _ face: CheckFace
    ) throws -> Int32 {
        let console = face.console
        let files = rules.book.files.map { RuleFileReport(path: $0.path, contents: $0.bytes, digest: options.digests) }
        let progress = RunProgress()
        let bar = face.isQuiet || !console.isWatched ? nil : ProgressBar(progress, console)
        defer { bar?.finish() }
        let report = try Check.run(
            options, ruleset: ruleset, ruleFiles: files, programVersion: programVersion, progress: progress)
        bar?.finish()
        if face.showsJSON {
            try console.write(report.summary.document)
        } else if face.showsPages {
            try console.write(CheckSummary(report, ruleset: ruleset, roles: rules.roles, console: console).text)
        }
        if !face.showsPages && !face.isQuiet { for warning in report.warnings { console.report(warning) } }
        return report.isEmpty || options.strict && report.hasDataProblems ? 1 : 0
    }

    /// The options need the rules for their names, and a job file may name the rules: so rules, options, job, and again
    /// if the job names others.
    private static func read(_ invocation: Invocation) throws -> (CheckRequest, Arguments, RuleAccess) {
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
        return (try CheckRequest(arguments, job: job, vocabulary: vocabulary), arguments, rules)
    }

    /// The rules a job file names, if a word looks like one: without them no option of a list is known.
    private static func jobRules(_ words: [String]) -> String? {
        let valued = Set(CheckOptions.table(roles: []).filter { $0.takesValue && !$0.isList }.map { "--\($0.name)" })
        let place = words.indices.first { place in
            JobFile.isName(words[place]) && !(place > 0 && valued.contains(words[place - 1]))
        }
        return place.flatMap { try? JobFile(reading: words[$0]) }?.rulesDirectory
    }
}
