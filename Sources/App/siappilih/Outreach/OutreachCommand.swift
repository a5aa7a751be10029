import Diagnostics
import Options
import Outreach
import Rules
import RunFolder
import Workers

/// `outreach RUN`: lists for field teams and the plan of their visits.
enum OutreachCommand {
    static let command = Command(
        name: "outreach", usage: "RUN [options]",
        does: Bilingual(
            id: "Membuat daftar kerja petugas lapangan per kecamatan dan rencana jemput bola per tim.",
            en: "Makes lists for field teams by kecamatan and a plan of visits for each team."),
        examples: [
            .init(
                line: "siappilih outreach hasil --teams 2 --deadline 2018-05-31",
                does: Bilingual(
                    id: "menulis hasil/outreach: daftar, rencana, dan kalender untuk dua tim per kabupaten/kota",
                    en: "writes hasil/outreach: lists, plan and calendars for two teams in each kabupaten/kota")),
            .init(
                line: "siappilih outreach hasil --teams 1 --teams 1271=4 --devices 2 --force",
                does: Bilingual(
                    id: "empat tim di 1271, satu di tempat lain, dua perangkat per tim; daftar lama diganti",
                    en: "four teams in 1271, one elsewhere, two devices a team; older lists replaced")),
        ],
        notes: [
            Bilingual(
                id:
                    "Setiap orang yang harus rekam mendapat satu kunjungan, atau disebut dalam sisa yang belum terjadwal. NIK disamarkan kecuali enam angka pertama; --unmask menulisnya utuh dan mencatatnya di access.log. Nomor KK dan disabilitas tidak pernah ditulis.",
                en:
                    "Everyone who must record has exactly one visit, or stands in the remainder without a day. NIKs are masked but for the first six digits; --unmask writes them whole and notes it in access.log. Family card numbers and disability are never written."
            ),
            Bilingual(
                id:
                    "Hasil kunjungan dan jawaban kantor dipilih di kolom-kolom terakhir daftar itu, lalu dibaca lagi dengan check --answers: setiap jawaban hanya berlaku bagi baris yang disebut di sampingnya.",
                en:
                    "What a visit or the office found out is chosen in the last columns of these lists, and read again with check --answers: each answer speaks for the row named beside it alone."
            ),
        ],
        options: { _ in options }, run: run)

    private static let options = [
        OptionSpec(
            "teams", "N|KAB=N",
            help: Bilingual(
                id: "tim per kabupaten/kota (bawaan 1); KAB=N untuk satu kabupaten/kota",
                en: "teams in each kabupaten/kota (default 1); KAB=N for one of them"), group: .plan,
            isRepeatable: true),
        OptionSpec(
            "devices", "N", help: Bilingual(id: "perangkat per tim (bawaan 1)", en: "devices a team (default 1)"),
            group: .plan),
        OptionSpec(
            "per-device", "N",
            help: Bilingual(
                id: "orang per perangkat sehari (bawaan menurut aturan)",
                en: "people a device records a day (default: as the rules say)"), group: .plan),
        OptionSpec(
            "days-per-visit", "N",
            help: Bilingual(id: "hari kerja per kunjungan (bawaan 1)", en: "working days a visit takes (default 1)"),
            group: .plan),
        OptionSpec(
            "from", "DATE",
            help: Bilingual(
                id: "hari pertama (bawaan: sesudah tanggal data)", en: "first day (default: after the as-of date)"),
            group: .plan),
        OptionSpec(
            "deadline", "DATE",
            help: Bilingual(
                id: "hari terakhir (bawaan: target, atau sebelum pemungutan suara)",
                en: "last day (default: the target, or before polling day)"), group: .plan),
        OptionSpec(
            "unmask",
            help: Bilingual(id: "NIK utuh; dicatat di access.log", en: "NIKs whole; noted in access.log"),
            group: .output),
        OptionSpec(
            "out", .folder,
            help: Bilingual(
                id: "tulis FOLDER/outreach (bawaan: HASIL/outreach)", en: "write DIR/outreach (default: RUN/outreach)"),
            group: .output),
        OptionSpec(
            "force", help: Bilingual(id: "ganti daftar lama", en: "replace older lists"), group: .output),
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
                    remedy: Bilingual(
                        id: "bentuknya: siappilih outreach HASIL", en: "its form: siappilih outreach RUN")))
        }
        let access = try RuleAccess.find(arguments.value("rules"))
        let run = try Run(reading: path)
        guard let fieldWork = access.book.fieldWork else { throw RuleAccess.withoutFieldWork }
        var reading = OutreachReading(arguments)
        let options = try reading.options(run, election: access.book.election(run.manifest.identity.election))
        let report = try Outreach.run(
            run, book: access.book, ruleset: access.ruleset(of: run), fieldWork: fieldWork,
            programVersion: programVersion, options: options, clock: .current())
        if arguments.has("json") {
            try console.write(JSONDocument.text(OutreachDocument(report)))
        } else if !arguments.has("quiet") {
            try console.write(OutreachText(report, options: options, console: console).text)
        }
        if !arguments.has("quiet") { for warning in report.warnings { console.report(warning) } }
        return 0
    }
}
