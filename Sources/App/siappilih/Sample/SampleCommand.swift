import Civil
import Diagnostics
import Options
import Rules
import Samples
import Workers

/// `sample`: made-up lists of any size.
enum SampleCommand {
    static let command = Command(
        name: "sample", usage: "--people N --seed S --out DIR",
        does: Bilingual(
            id: "Membuat daftar contoh: orang, nama, dan NIK rekaan, dengan kesalahan seperti pada daftar nyata.",
            en: "Makes sample lists: invented people, names and NIKs, with the errors real lists have."),
        examples: [
            .init(
                line: "siappilih sample --people 4000 --seed 1 --out contoh",
                does: Bilingual(
                    id: "daftar dan berkas tugas; sesudahnya: siappilih check contoh/periksa.json5",
                    en: "lists and a job file; then: siappilih check contoh/periksa.json5")),
            .init(
                line: "siappilih sample --people 4000 --months 3 --out contoh",
                does: Bilingual(
                    id: "orang yang sama pada dua tanggal berselang tiga bulan, untuk siappilih diff",
                    en: "the same people on two days three months apart, for siappilih diff")),
        ],
        options: { _ in
            [
                OptionSpec(
                    "people", "N",
                    help: Bilingual(id: "jumlah baris penduduk (bawaan 4000)", en: "population rows (default 4000)"),
                    group: .output),
                OptionSpec(
                    "seed", "S",
                    help: Bilingual(
                        id: "benih; benih yang sama memberi berkas yang sama (bawaan 1)",
                        en: "seed; the same gives the same bytes (default 1)"), group: .output),
                OptionSpec(
                    "months", "M",
                    help: Bilingual(
                        id: "dua set daftar orang yang sama, berselang M bulan",
                        en: "two sets of lists of the same people, M months apart"), group: .output),
                OptionSpec(
                    "excel",
                    help: Bilingual(
                        id: "daftar penduduk juga sebagai buku kerja Excel (.xlsx)",
                        en: "population lists as Excel workbooks (.xlsx) too"), group: .output),
                OptionSpec(
                    "out", .folder, help: Bilingual(id: "folder baru atau kosong", en: "folder, new or empty"),
                    group: .output),
                OptionSpec(
                    "force",
                    help: Bilingual(
                        id: "ganti folder yang tidak kosong; isinya disimpan",
                        en: "replace a folder that is not empty; it is kept beside"),
                    group: .output),
                OptionSpec(
                    "election", .id(.election),
                    help: Bilingual(id: "pemilihan untuk berkas tugas", en: "the job file's election"),
                    group: .decision),
                OptionSpec.rules,
            ]
        },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 0)
        let people = try number(arguments, "people", 1...1_000_000_000) ?? 4_000
        let seed = try number(arguments, "seed", 0...Int.max) ?? 1
        let months = try number(arguments, "months", 1...24) ?? 0
        let excel = arguments.has("excel")
        if excel, people > Sample.Plan.mostInExcel {
            throw Failure(
                .usage,
                Finding(
                    code: "too_many_for_excel",
                    message: Bilingual(
                        id: "--excel paling banyak untuk \(figure(Sample.Plan.mostInExcel, console)) orang",
                        en: "--excel goes up to \(figure(Sample.Plan.mostInExcel, console)) people"),
                    remedy: Bilingual(
                        id: "kurangi --people atau hapus --excel", en: "lower --people or leave --excel out")))
        }
        guard let out = arguments.value("out") else {
            throw Failure(
                .usage,
                Finding(
                    code: "missing_out",
                    message: Bilingual(id: "folder hasil belum disebut", en: "no folder for the lists given"),
                    remedy: Bilingual(id: "pakai --out FOLDER", en: "use --out DIR")))
        }
        let rules = try RuleAccess.find(arguments.value("rules"))
        let election = try election(arguments, rules)
        let ruleset = try Ruleset(book: rules.book, election: election.id, today: election.votingDay)
        let plan = Sample.Plan(
            people: people, seed: UInt64(seed), schema: ruleset.schema, election: election.id,
            votingDay: election.votingDay, months: months, excel: excel)
        let report = try Sample.write(plan, to: out, force: arguments.has("force"))
        defer { if !arguments.has("quiet") { for warning in report.warnings { console.report(warning) } } }
        if arguments.has("json") {
            try console.write(JSONDocument.text(SampleDocument(report, seed: seed)))
        } else if !arguments.has("quiet") {
            let job = CommandWord.of("\(out)/\(report.job)")
            let second =
                report.laterJob.map {
                    "           siappilih check \(CommandWord.of("\(out)/\($0)")) --out hasil-\(months)\n"
                } ?? ""
            try console.write(
                console.text(
                    Bilingual(
                        id:
                            "\(figure(report.people, console)) orang rekaan, \(figure(report.recordings, console)) perekaman, \(figure(report.others, console)) baris lain di \(out)\nSelanjutnya: siappilih check \(job) --out hasil\n\(second)",
                        en:
                            "\(figure(report.people, console)) invented \(Plural.of(report.people, "person", "people")), \(figure(report.recordings, console)) \(Plural.of(report.recordings, "recording", "recordings")), \(figure(report.others, console)) other \(Plural.of(report.others, "row", "rows")) in \(out)\nNext: siappilih check \(job) --out hasil\n\(second.dropFirst(6))"
                    )))
        }
        return 0
    }

    private static func figure(_ number: Int, _ console: Console) -> String {
        Figures.count(number, console.language)
    }

    /// The election asked for, or the second to last one, whose lists are the best known.
    private static func election(_ arguments: Arguments, _ rules: RuleAccess) throws(Failure) -> Election {
        let known = rules.book.elections.sorted { $0.votingDay < $1.votingDay }
        if let id = arguments.value("election") {
            if let election = rules.book.election(id) { return election }
            let ids = known.map(\.id)
            throw Failure(
                .usage,
                Finding(
                    code: "unknown_election",
                    message: Bilingual(id: "pemilihan '\(id)' tidak dikenal", en: "unknown election '\(id)'"),
                    remedy: NearMiss.suggestion(for: id, among: ids).map {
                        Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
                    }))
        }
        guard let election = known.dropLast().last ?? known.last else { throw Failure(.input, []) }
        return election
    }

    private static func number(
        _ arguments: Arguments, _ name: String, _ range: ClosedRange<Int>
    ) throws(Failure) -> Int? {
        guard let text = arguments.value(name) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        throw Failure(
            .usage,
            Finding(
                code: "unfit_value",
                message: Bilingual(
                    id: "--\(name) perlu bilangan \(range.lowerBound) sampai \(range.upperBound)",
                    en: "--\(name) needs a number from \(range.lowerBound) to \(range.upperBound)")))
    }
}

/// What `sample --json` says.
private struct SampleDocument: Encodable {
    let schema = 1
    let people: Int
    let recordings: Int
    let others: Int
    let seed: Int
    let files: [String]
    let job: String
    let laterJob: String?

    init(_ report: Sample.Report, seed: Int) {
        people = report.people
        recordings = report.recordings
        others = report.others
        self.seed = seed
        files = report.files
        job = report.job
        laterJob = report.laterJob
    }
}
