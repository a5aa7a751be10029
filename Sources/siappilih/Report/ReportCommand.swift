import Civil
import Diagnostics
import Readiness
import Reports
import Rules

/// `report RUN`: forms, requests and recapitulation from a run.
enum ReportCommand {
    static let command = Command(
        name: "report", usage: "RUN [options]",
        does: Bilingual(
            id: "Membuat formulir KPU, permintaan ke Dukcapil, dan rekapitulasi dari folder hasil.",
            en: "Makes KPU's forms, requests to Dukcapil and a recapitulation from a run."),
        examples: [
            .init(
                line: "siappilih report hasil",
                does: Bilingual(
                    id: "menulis hasil/report: form-ac, form-ab, dukcapil, dan recap.xlsx",
                    en: "writes hasil/report: form-ac, form-ab, dukcapil and recap.xlsx")),
            .init(
                line: "siappilih report hasil --office kantor.json5 --official resmi.csv --force",
                does: Bilingual(
                    id: "dengan kop dan penanda tangan, dan selisih terhadap angka resmi",
                    en: "with letterhead and signatory, and differences against official totals")),
            .init(
                line: "siappilih report hasil --mask kpu2020 --out papan",
                does: Bilingual(
                    id: "salinan tersamar untuk diumumkan, di papan/report",
                    en: "masked copies to post, in papan/report")),
        ],
        notes: [
            Bilingual(
                id:
                    "--office: JSON5 dengan agency, letterhead: [baris], place, position, signatory, nip, letter_number; tanpa itu tersedia garis untuk diisi tangan. --official: CSV region,eligible,recorded,not_recorded; region kosong untuk seluruhnya.",
                en:
                    "--office: JSON5 with agency, letterhead: [lines], place, position, signatory, nip, letter_number; without it there are lines to fill in by hand. --official: CSV region,eligible,recorded,not_recorded; an empty region is the whole."
            ),
            Bilingual(
                id:
                    "Formulir dan permintaan memuat NIK utuh: serahkan hanya kepada yang berwenang. Isian Dukcapil dibaca lagi dengan check --reply.",
                en:
                    "Forms and requests hold whole NIKs: hand them to those entitled only. Dukcapil's answers are read again with check --reply."
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
            help: Bilingual(id: "angka resmi untuk dibandingkan (CSV)", en: "official totals to compare with (CSV)"),
            group: .output),
        OptionSpec(
            "mask", "none|kpu2018|kpu2020",
            help: Bilingual(
                id: "formulir sebagai salinan tersamar (bawaan none: formulir resmi)",
                en: "forms as masked copies (default none: the official forms)"), group: .output),
        OptionSpec(
            "out", "DIR",
            help: Bilingual(id: "tulis DIR/report (bawaan: RUN/report)", en: "write DIR/report (default: RUN/report)"),
            group: .output),
        OptionSpec(
            "force", help: Bilingual(id: "ganti laporan lama", en: "replace an older report"), group: .output),
        RuleAccess.option,
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
                    remedy: Bilingual(id: "bentuknya: siappilih report RUN", en: "its form: siappilih report RUN")))
        }
        let masking = try masking(arguments)
        let access = try RuleAccess.find(arguments.value("rules"))
        let run = try Run(reading: path)
        let office = try arguments.value("office").map { path throws(Failure) in try Office(reading: path) }
        let official = try arguments.value("official").map { path throws(Failure) in try OfficialTotals(reading: path) }
        // Documents for KPU are Indonesian unless English is asked for, whatever the terminal speaks.
        let language = arguments.value("lang").flatMap(Language.init(rawValue:)) ?? .indonesian
        let source = try ReportSource(
            run, book: access.book, language: language, office: office ?? Office(), programVersion: programVersion)
        let out = try DerivedFolder.path("report", of: run, under: arguments.value("out"))
        let made = try Report.run(
            source,
            options: ReportOptions(
                out: out, force: arguments.has("force"), masking: masking, official: official ?? OfficialTotals()))
        if arguments.has("json") {
            try console.write(JSONDocument.text(ReportDocument(made)))
        } else if !arguments.has("quiet") {
            try console.write(text(made, console))
        }
        if !arguments.has("quiet") { for warning in made.warnings { console.report(warning) } }
        return 0
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

    private static func text(_ made: ReportMade, _ console: Console) -> String {
        var lines = [console.heading(console.text(Bilingual(id: "Laporan", en: "Report"))) + "  \(made.directory)"]
        func add(_ name: String, _ files: Int) {
            let files = Figures.count(files, console.language)
            lines.append(
                "  " + TextLayout.left(name, 12) + console.text(Bilingual(id: "\(files) berkas", en: "\(files) files")))
        }
        for form in made.forms { add(form.name, form.files) }
        if made.requests > 0 { add("Dukcapil", made.requests) }
        lines.append("  recap.xlsx")
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
    var files: Int

    init(_ made: ReportMade) {
        directory = made.directory
        forms = made.forms.map { Form(name: $0.name, files: $0.files) }
        requests = made.requests
        files = made.outputs.count
    }
}
