import Civil
import Comparison
import Diagnostics
import Files
import Options
import Pace
import Page
import Planning
import Readiness
import ReportData
import Reports
import Rules
import RunFolder
import Workers

/// `report RUN`: forms, requests, recapitulation and page from a run.
enum ReportCommand {
    static let command = Command(
        name: "report", usage: "RUN [options]",
        does: Bilingual(
            id: "Membuat formulir KPU, permintaan ke Dukcapil, rekapitulasi, dan halaman laporan dari folder hasil.",
            en: "Makes KPU's forms, requests to Dukcapil, a recapitulation and a page to read from a run."),
        examples: [
            .init(
                line: "siappilih report hasil",
                does: Bilingual(
                    id: "menulis hasil/report: report.html, recap.xlsx, form-ac, form-ab, dukcapil, duplicates",
                    en: "writes hasil/report: report.html, recap.xlsx, form-ac, form-ab, dukcapil, duplicates")),
            .init(
                line: "siappilih report hasil --office kantor.json5 --official resmi.csv --force",
                does: Bilingual(
                    id: "dengan kop dan penanda tangan, dan selisih terhadap angka resmi",
                    en: "with letterhead and signatory, and differences against official totals")),
            .init(
                line: "siappilih report hasil-maret --since hasil-desember",
                does: Bilingual(
                    id: "report.html mengatakan juga apa yang berubah", en: "report.html also says what changed")),
            .init(
                line: "siappilih report hasil --audience public --out umum --published lalu/report",
                does: Bilingual(
                    id: "report.html dan recap.xlsx untuk umum, di umum/report",
                    en: "report.html and recap.xlsx for the public, in umum/report")),
        ],
        notes: [
            Bilingual(
                id:
                    "--office: JSON5 dengan agency, letterhead: [baris], place, position, signatory, nip, letter_number; tanpa itu tersedia garis untuk diisi tangan. --official: tabel dengan kode atau nama wilayah dan kolom eligible, recorded, not_recorded (atau judul Indonesia di lists.json5); baris tanpa wilayah untuk seluruhnya.",
                en:
                    "--office: JSON5 with agency, letterhead: [lines], place, position, signatory, nip, letter_number; without it there are lines to fill in by hand. --official: a table with codes or names of regions and columns eligible, recorded, not_recorded (or the Indonesian headings of lists.json5); a row without a region is the whole."
            ),
            Bilingual(
                id:
                    "report.html memuat jumlah saja, terbuka dengan klik ganda tanpa jaringan, dan tercetak pada A4. Dengan --audience public jumlah 1 sampai 4 orang ditulis <5, dan angka yang akan membukanya ditutup juga.",
                en:
                    "report.html holds counts alone, opens by a double click without network and prints on A4. With --audience public numbers of 1 to 4 people are written <5, and figures that would give them away are hidden too."
            ),
            Bilingual(
                id:
                    "Folder untuk umum hanya memuat report.html dan recap.xlsx. Yang pernah diumumkan disebut dengan --published, agar kedua halaman bersama tidak membuka apa pun. Halamannya bernomor sendiri; rahasianya di RUN/public-NOMOR.salt, dan --salt mengulangnya. Yang dijanjikan dan yang tidak: docs/privacy.md.",
                en:
                    "The folder for the public holds report.html and recap.xlsx alone. Name what was published before with --published, so that both pages together give nothing away. The page has a number of its own; its secret lies in RUN/public-NUMBER.salt, and --salt repeats it. What is promised and what is not: docs/privacy.md."
            ),
            Bilingual(
                id:
                    "Formulir dan permintaan memuat NIK utuh, dan itu dicatat di access.log: serahkan hanya kepada yang berwenang. Isian Dukcapil dibaca lagi dengan check --reply.",
                en:
                    "Forms and requests hold whole NIKs, which access.log notes: hand them to those entitled only. Dukcapil's answers are read again with check --reply."
            ),
        ],
        options: { _ in options }, run: run)

    private static let options = [
        OptionSpec(
            "office", "FILE",
            help: Bilingual(id: "kop, tempat, penanda tangan (JSON5)", en: "letterhead, place, signatory (JSON5)"),
            group: .output),
        OptionSpec(
            "official", "FILE",
            help: Bilingual(
                id: "angka resmi untuk dibandingkan (CSV atau Excel)",
                en: "official totals to compare with (CSV or Excel)"),
            group: .output),
        OptionSpec(
            "mask", .choice(["none", "kpu2018", "kpu2020"]),
            help: Bilingual(
                id: "formulir sebagai salinan tersamar, di masked/ (bawaan none: formulir resmi)",
                en: "forms as masked copies, in masked/ (default none: the official forms)"), group: .output),
        OptionSpec(
            "audience", .choice(["public", "office"]),
            help: Bilingual(
                id: "pembacanya (bawaan office; public: report.html dan recap.xlsx saja)",
                en: "who reads it (default office; public: report.html and recap.xlsx alone)"), group: .output),
        OptionSpec(
            "published", .folder,
            help: Bilingual(
                id: "folder halaman umum yang pernah diumumkan", en: "folder of a public page published before"),
            group: .output, isRepeatable: true),
        OptionSpec(
            "salt", "FILE",
            help: Bilingual(
                id: "rahasia nomor halaman umum, untuk mengulangnya",
                en: "the secret of a public page's number, to repeat it"), group: .output),
        OptionSpec(
            "since", "RUN",
            help: Bilingual(
                id: "hasil sebelumnya, untuk bagian perubahan (bawaan: HASIL/diff bila ada)",
                en: "the run before, for the change section (default: RUN/diff if there)"), group: .output),
        OptionSpec(
            "out", .folder,
            help: Bilingual(
                id: "tulis FOLDER/report (bawaan: HASIL/report)", en: "write DIR/report (default: RUN/report)"),
            group: .output),
        OptionSpec(
            "force", help: Bilingual(id: "ganti laporan lama", en: "replace an older report"), group: .output),
        OptionSpec.threads,
        OptionSpec.rules,
    ]

    private static func run(_ invocation: Invocation) throws -> Int32 {
        RunProgress.stopOnSignals()
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 1)
        guard let path = arguments.operands.first else {
            throw Failure(
                .usage,
                Finding(
                    code: "missing_run",
                    message: Bilingual(id: "folder hasil belum disebut", en: "no run given"),
                    remedy: Bilingual(id: "bentuknya: siappilih report HASIL", en: "its form: siappilih report RUN")))
        }
        var values = OptionValues(arguments)
        let threads = values.number("threads", 1...256) ?? CheckSetup.processors
        guard values.findings.isEmpty else { throw Failure(.usage, values.findings) }
        let masking = try masking(arguments)
        let audience = try audience(arguments)
        let access = try RuleAccess.find(arguments.value("rules"))
        let run = try Run(reading: path)
        let since = try arguments.value("since").map { path throws(Failure) in try Run(reading: path) }
        let office = try arguments.value("office").map { path throws(Failure) in try Office(reading: path) }
        // Documents for KPU are Indonesian unless English is asked for, whatever the terminal speaks.
        let language = arguments.value("lang").flatMap(Language.init(rawValue:)) ?? .indonesian
        let source = try ReportSource(
            run, book: access.book, language: language, office: office ?? Office(), programVersion: programVersion)
        let official = try arguments.value("official").map { path throws(Failure) in
            try totals(path, source)
        }
        let published = try arguments.uses.filter { $0.name == "published" }.compactMap(\.value).map {
            folder throws(Failure) in
            try PublishedPage(folder: folder)
        }
        let number =
            try arguments.value("salt").map { path throws(Failure) in
                PageNumber(salt: try PseudonymKey.bytes(at: path))
            } ?? .new()
        let out = try DerivedFolder.path("report", of: run, under: arguments.value("out"))
        let made = try Report.run(
            source,
            options: ReportOptions(
                out: out, force: arguments.has("force"), masking: masking, official: official ?? OfficialTotals(),
                audience: audience, pace: try pace(run, access.book), since: since, published: published,
                number: number, threads: threads))
        if arguments.has("json") {
            try console.write(JSONDocument.text(ReportDocument(made)))
        } else if !arguments.has("quiet") {
            try console.write(text(made, run.manifest.digest, console))
        }
        if !arguments.has("quiet") {
            let said = made.warnings + (official.map { $0.notes + $0.warnings(source.areas) } ?? [])
            for warning in said + (since.map { DiffWarnings.of($0, run) } ?? []) { console.report(warning) }
        }
        return 0
    }

    private static func totals(_ path: String, _ source: ReportSource) throws(Failure) -> OfficialTotals {
        return try OfficialTotals(reading: path, source.ruleset.schema, names: source.names, spools: Spools.folder)
    }

    private static func masking(_ arguments: Arguments) throws(Failure) -> Masking {
        guard let word = arguments.value("mask") else { return .none }
        if let masking = Masking(rawValue: word) { return masking }
        let known = Masking.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
            .usage,
            Finding(
                code: "unknown_masking",
                message: Bilingual(id: "penyamaran '\(word)' tidak ada", en: "there is no masking '\(word)'"),
                remedy: Bilingual(id: "pilih: \(known)", en: "choose: \(known)")))
    }

    private static func audience(_ arguments: Arguments) throws(Failure) -> Audience {
        guard let word = arguments.value("audience") else { return .office }
        if let audience = Audience(rawValue: word) { return audience }
        let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
            .usage,
            Finding(
                code: "unknown_audience",
                message: Bilingual(id: "pembaca '\(word)' tidak ada", en: "there is no audience '\(word)'"),
                remedy: Bilingual(id: "pilih: \(known)", en: "choose: \(known)")))
    }

    /// The pace up to the election's own deadline; nil where the rules do not say which steps a team settles.
    private static func pace(_ run: Run, _ book: RuleBook) throws(Failure) -> PagePace? {
        guard let fieldWork = book.fieldWork, let asOf = CivilDate(iso: run.manifest.identity.asOf),
            let end = DefaultDeadline(book.election(run.manifest.identity.election), from: asOf)
        else { return nil }
        let span = PaceSpan(
            from: asOf, deadline: end.day, calendar: WorkingCalendar(book),
            monthDays: fieldWork.conventionalMonth.value)
        return PagePace(
            try PaceReport(run, fieldWork: fieldWork, span: span, capacity: .unknown), deadline: end.title)
    }

    private static func text(_ made: ReportMade, _ digest: String?, _ console: Console) -> String {
        var lines = [console.heading(console.text(Bilingual(id: "Laporan", en: "Report"))) + "  \(made.directory)"]
        func add(_ name: String, _ files: Int) {
            let shown = Figures.count(files, console.language)
            let words = Bilingual(id: "\(shown) berkas", en: "\(shown) \(Plural.of(files, "file", "files"))")
            lines.append("  " + TextLayout.left(name, 12) + console.text(words))
        }
        for form in made.forms { add(form.name, form.files) }
        if made.requests > 0 { add("Dukcapil", made.requests) }
        if made.duplicates > 0 { add(console.text(Bilingual(id: "NIK ganda", en: "Shared NIKs")), made.duplicates) }
        lines.append("  recap.xlsx, report.html")
        lines += RunDigestText.lines(digest).map { console.text($0) }
        return lines.map { "\($0)\n" }.joined()
    }
}

/// What `report --json` says.
private struct ReportDocument: Encodable {
    struct Form: Encodable {
        var name: String
        var files: Int
    }

    var schema = 1
    var directory: String
    var forms: [Form]
    var requests: Int
    /// Workbooks of shared NIKs.
    var duplicates: Int
    var files: Int

    init(_ made: ReportMade) {
        directory = made.directory
        forms = made.forms.map { Form(name: $0.name, files: $0.files) }
        requests = made.requests
        duplicates = made.duplicates
        files = made.outputs.count
    }
}
