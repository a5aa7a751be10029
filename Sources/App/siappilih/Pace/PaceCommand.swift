import Diagnostics
import Options
import Pace
import Page

/// `pace`: what must be recorded a day to meet a deadline.
enum PaceCommand {
    static let command = Command(
        name: "pace", usage: "RUN | --outstanding N [options]",
        does: Bilingual(
            id: "Menghitung berapa perekaman sehari yang diperlukan, dan kapan selesai.",
            en: "Says how many recordings a day are needed, and when they will be done."),
        examples: [
            .init(
                line: "siappilih pace hasil",
                does: Bilingual(
                    id: "per kabupaten/kota dari hasil pemeriksaan: sisa, hari kerja, kebutuhan, prakiraan",
                    en: "by kabupaten/kota from a run: people left, working days, need, forecast")),
            .init(
                line: "siappilih pace hasil --deadline 2018-06-26 --capacity 500",
                does: Bilingual(
                    id: "apakah 500 perekaman sehari cukup sampai tanggal itu",
                    en: "whether 500 recordings a day will do by that day")),
            .init(
                line: "siappilih pace --outstanding 271135 --days 22",
                does: Bilingual(
                    id: "angka Gubernur: 12.324 sehari", en: "the governor's figure: 12,324 a day")),
            .init(
                line: "siappilih pace --outstanding 9000 --from 2017-11-20 --deadline 2017-12-29",
                does: Bilingual(
                    id: "dengan hari kerja menurut kalender", en: "with the working days of the calendar")),
        ],
        notes: [
            Bilingual(
                id:
                    "Hari kerja: Senin sampai Jumat tanpa hari libur di rules/calendars; hari pertama dan terakhir ikut dihitung. Tanpa --deadline dipakai target perekaman pemilihan itu, atau, bila sudah lewat, hari sebelum pemungutan suara. Prakiraan memakai paling banyak delapan minggu penuh terakhir: laju tengah, dengan rentang dari yang lambat sampai yang cepat.",
                en:
                    "Working days: Monday to Friday without the holidays of rules/calendars; first and last day count. Without --deadline the election's target for recording counts or, once it has passed, the day before polling day. The forecast takes the last eight whole weeks at most: the middle pace, with a range from slow to fast."
            )
        ],
        options: { _ in options }, run: run)

    private static let options = [
        OptionSpec(
            "outstanding", "N",
            help: Bilingual(
                id: "orang yang belum rekam, tanpa folder hasil", en: "people left to record, without a run"),
            group: .plan),
        OptionSpec(
            "days", "N",
            help: Bilingual(id: "hari kerja yang tersisa, tanpa kalender", en: "working days left, without a calendar"),
            group: .plan),
        OptionSpec(
            "from", "DATE",
            help: Bilingual(
                id: "hari pertama (bawaan: tanggal data, atau hari ini)",
                en: "first day (default: the as-of date, or today)"), group: .plan),
        OptionSpec(
            "deadline", "DATE", help: Bilingual(id: "hari terakhir", en: "last day"), group: .plan),
        OptionSpec(
            "capacity", "N|KAB=N",
            help: Bilingual(
                id: "perekaman sehari yang sanggup dilakukan; seluruhnya, atau per kode kabupaten/kota",
                en: "recordings a day that can be made; in all, or by kabupaten/kota code"),
            group: .plan, isRepeatable: true),
        OptionSpec(
            "election", .id(.election),
            help: Bilingual(id: "pemilihan, untuk tenggatnya", en: "the election, for its deadline"), group: .plan),
        OptionSpec(
            "chart", .file,
            help: Bilingual(
                id: "tulis juga grafik sisa perekaman (SVG) ke berkas baru",
                en: "also draw people left over time (SVG) into a new file"), group: .output),
        OptionSpec.rules,
    ]

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 1)
        var reader = PaceOptions(arguments)
        let report = try reader.report()
        if let path = arguments.value("chart") {
            guard let chart = BurndownChart(report, language: console.language) else {
                throw Failure(
                    .usage,
                    Finding(
                        code: "nothing_to_draw",
                        message: Bilingual(
                            id: "tidak ada yang dapat digambar: tenggat harus sesudah hari pertama",
                            en: "there is nothing to draw: the deadline must lie after the first day")))
            }
            try chart.write(to: path)
        }
        if arguments.has("json") {
            try console.write(report.document)
        } else if !arguments.has("quiet") {
            try console.write(PaceText(report, deadline: reader.deadlineTitle, console: console).text)
        }
        if !arguments.has("quiet") {
            for warning in reader.warnings(report) { console.report(warning) }
        }
        return 0
    }
}
