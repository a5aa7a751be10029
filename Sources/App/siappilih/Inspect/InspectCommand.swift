import Civil
import Diagnostics
import Files
import Inspection
import Options
import Rules
import RunFolder
import Workers

/// `inspect`: what lists are, before anything is decided by them.
enum InspectCommand {
    static let command = Command(
        name: "inspect", usage: "F... [options]",
        does: Bilingual(
            id:
                "Mengatakan apa isi daftar: perannya, kolomnya, bentuk selnya, kerusakannya, dan apa yang akan dilakukan `check`. Tidak menunjukkan data seorang pun.",
            en:
                "Says what lists are: their role, columns, shapes of cells, damage, and what `check` would do with them. Shows no value of any person."
        ),
        examples: [
            .init(
                line: "siappilih inspect dp4.csv",
                does: Bilingual(
                    id: "apa ini, dan dengan opsi apa diberikan", en: "what this is, and by which option to give it")),
            .init(
                line: "siappilih inspect kiriman.xlsx --write-map peta.json5",
                does: Bilingual(
                    id: "usulan peta kolom untuk diperiksa; lalu: siappilih check ... --map peta.json5",
                    en: "a proposed column map to look over; then: siappilih check ... --map peta.json5")),
            .init(
                line: "siappilih inspect *.csv --json",
                does: Bilingual(id: "semuanya sebagai satu dokumen JSON", en: "all of it as one JSON document")),
        ],
        notes: [
            Bilingual(
                id:
                    "Bentuk sel: angka menjadi 9, huruf A; deretan huruf ditulis AAAA berapa pun panjangnya, dan hanya bentuk yang ada pada sedikitnya 3 sel ditunjukkan. Kata kode yang tidak dikenal hanya ditunjukkan bila ada pada sedikitnya 5 sel, pendek, dan tidak terdapat pada kolom nama, tempat, atau alamat.",
                en:
                    "Shapes of cells: digits are 9, letters A; a run of letters is AAAA whatever its length, and only shapes of at least 3 cells are shown. An unknown code word is shown only if at least 5 cells hold it, it is short, and it stands in no column of names, places or addresses."
            ),
            Bilingual(
                id:
                    "Kode keluar: 0 selesai; 2 salah pakai; 3 ada berkas yang tidak terbaca; 4 peta tidak dapat ditulis.",
                en: "Exit codes: 0 done; 2 usage; 3 a file cannot be read; 4 the map cannot be written."),
        ],
        options: { _ in options }, run: run)

    private static let options = [
        OptionSpec(
            "write-map", .file,
            help: Bilingual(
                id: "tulis usulan peta kolom ke F (berkas baru; - untuk keluaran standar)",
                en: "write the proposed column map to F (a new file; - for standard output)"),
            group: .output),
        OptionSpec(
            "force", help: Bilingual(id: "ganti peta yang sudah ada", en: "replace a map that is there"), group: .output
        ),
        OptionSpec(
            "election", .id(.election),
            help: Bilingual(
                id: "pemilihan yang kode dan harinya dipakai", en: "the election whose codes and days are used"),
            group: .decision),
        .profile, .asOf,
        OptionSpec.rules,
        .threads,
    ]

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        guard !arguments.operands.isEmpty else {
            throw usage(
                "missing_file", Bilingual(id: "berkas belum disebut", en: "no file given"),
                Bilingual(id: "bentuknya: siappilih inspect dp4.csv", en: "its form: siappilih inspect dp4.csv"))
        }
        let rules = try RuleAccess.find(arguments.value("rules"))
        let ruleset = try ruleset(arguments, rules)
        let threads = try threads(arguments)
        var lists: [Inspection] = []
        var failures: [Finding] = []
        var notes: [Finding] = []
        var kind = Failure.Kind.input
        for path in arguments.operands {
            do throws(Failure) {
                let found = try Inspect.run(path, ruleset: ruleset, spools: Spools.folder, threads: threads)
                lists += found.lists
                notes += found.notes
            } catch {
                if error.kind == .interrupted { throw error }
                kind = error.kind
                failures += error.findings
            }
        }
        let report = InspectReport(
            election: ruleset.electionID, profile: ruleset.profileID, lists: lists, failures: failures)
        let titles = Dictionary(ruleset.reasons.map { ($0.id, $0.title) }) { first, _ in first }
        let map = arguments.value("write-map")
        if map != "-" {
            if arguments.has("json") {
                try console.write(report.document)
            } else if !arguments.has("quiet") {
                for (place, list) in lists.enumerated() {
                    if place > 0 { try console.write("\n") }
                    try console.write(InspectPage(list, report: report, titles: titles, console: console).text)
                }
            }
        }
        if !arguments.has("quiet") { for note in notes { console.report(note) } }
        for failure in failures { console.report(failure) }
        if let map, !lists.isEmpty {
            let document = ColumnMapText.document(lists, ruleset)
            if map == "-" {
                try console.write(document)
            } else {
                try NewFile.write(document, to: map, replacing: arguments.has("force"), protecting: arguments.operands)
                if !arguments.has("quiet"), !arguments.has("json") {
                    try console.write(
                        console.text(
                            Bilingual(
                                id:
                                    "\nPeta kolom: \(map) (periksa, lalu: siappilih check ... --map \(CommandWord.of(map)))\n",
                                en:
                                    "\nColumn map: \(map) (look it over, then: siappilih check ... --map \(CommandWord.of(map)))\n"
                            )))
                }
            }
        }
        return failures.isEmpty ? 0 : kind.rawValue
    }

    /// Of the election asked for, or else of the usual one.
    private static func ruleset(_ arguments: Arguments, _ rules: RuleAccess) throws(Failure) -> Ruleset {
        var asOf: CivilDate?
        if let day = arguments.value("as-of") {
            asOf = CivilDate(iso: day)
            if asOf == nil {
                throw usage("unfit_value", DayValue.unreadable("as-of"), nil)
            }
        }
        return try Ruleset(
            book: rules.book,
            election: arguments.value("election") ?? rules.usualElection,
            profile: arguments.value("profile"), asOf: asOf, today: RunClock.current().today)
    }

    private static func threads(_ arguments: Arguments) throws(Failure) -> Int? {
        guard let text = arguments.value("threads") else { return nil }
        if let count = Int(text), (1...256).contains(count) { return count }
        throw usage(
            "unfit_value",
            Bilingual(id: "--threads perlu bilangan 1 sampai 256", en: "--threads needs a number from 1 to 256"), nil)
    }

    private static func usage(_ code: String, _ message: Bilingual, _ remedy: Bilingual?) -> Failure {
        Failure(.usage, Finding(code: code, message: message, remedy: remedy))
    }
}
