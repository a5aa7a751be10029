public import Civil
public import Diagnostics
import RoleLists
import RunFolder

/// What names the run on every sheet and page.
public struct RunStamp: Sendable {
    /// For footers: short enough for a line of print.
    public let short: String
    /// The whole digest, and what was decided under which rules.
    public let full: String
    /// The digest, or what stands for it.
    public let digest: String

    public init(_ source: ReportSource) {
        let manifest = source.run.manifest
        let asOf = LongDate.text(manifest.identity.asOf, source.language)
        let voting = LongDate.text(manifest.identity.votingDay, source.language)
        let program = "SiapPilih \(source.programVersion)"
        let name: String
        if let whole = manifest.digest {
            digest = whole
            name = String(whole.prefix(16))
        } else {
            let bytes = manifest.inputs.map(\.bytes).reduce(0, +)
            let rows = source.figures.rows.read
            digest = source.text(
                "tanpa digest: \(source.count(rows)) baris, \(source.count(bytes)) byte masukan",
                "no digest: \(source.count(rows)) rows, \(source.count(bytes)) bytes of input")
            name = digest
        }
        short = source.text(
            "Hasil \(name) · aturan \(manifest.identity.ruleset) · data per \(asOf) · \(program)",
            "Run \(name) · ruleset \(manifest.identity.ruleset) · as of \(asOf) · \(program)")
        full = source.text(
            "Dibuat oleh \(program) dari hasil \(digest); aturan \(manifest.identity.ruleset); data per \(asOf); pemungutan suara \(voting).",
            "Made by \(program) from run \(digest); ruleset \(manifest.identity.ruleset); as of \(asOf); voting day \(voting)."
        )
    }

    /// For what anybody may read: a number of its own, which tells nothing of the lists.
    public init(_ source: ReportSource, page number: String) {
        let manifest = source.run.manifest
        let asOf = LongDate.text(manifest.identity.asOf, source.language)
        let voting = LongDate.text(manifest.identity.votingDay, source.language)
        let program = "SiapPilih \(source.programVersion)"
        digest = number
        short = source.text(
            "Halaman umum \(number) · aturan \(manifest.identity.ruleset) · data per \(asOf) · \(program)",
            "Public page \(number) · ruleset \(manifest.identity.ruleset) · as of \(asOf) · \(program)")
        full = source.text(
            "Dibuat oleh \(program); halaman umum nomor \(number); aturan \(manifest.identity.ruleset); data per \(asOf); pemungutan suara \(voting).",
            "Made by \(program); public page number \(number); ruleset \(manifest.identity.ruleset); as of \(asOf); voting day \(voting)."
        )
    }
}

/// Dates in words.
public enum LongDate {
    private static let months: [Language: [String]] = [
        .indonesian: [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
            "November", "Desember",
        ],
        .english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
    ]

    /// `27 Juni 2018` of `2018-06-27`; any other text as it is.
    public static func text(_ iso: String, _ language: Language) -> String {
        guard let date = CivilDate(iso: iso) else { return iso }
        return text(date, language)
    }

    /// `Senin, 2 April 2018` of one day, `2–4 April 2018` or `30 April – 2 Mei 2018` of several.
    public static func span(_ days: [CivilDate], _ language: Language) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        if first == last { return "\(weekday(first, language)), \(text(first, language))" }
        let end = text(last, language)
        if (first.year, first.month) == (last.year, last.month) { return "\(first.day)–\(end)" }
        let beginning = text(first, language)
        return (first.year == last.year ? String(beginning.dropLast(5)) : beginning) + " – " + end
    }

    private static let weekdays: [Language: [String]] = [
        .indonesian: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ]

    private static func weekday(_ date: CivilDate, _ language: Language) -> String {
        let place = Int(date.dayNumber) - Int(date.mondayOfWeek.dayNumber)
        guard let names = weekdays[language], names.indices.contains(place) else { return "" }
        return names[place]
    }

    public static func text(_ date: CivilDate, _ language: Language) -> String {
        guard let names = months[language], names.indices.contains(date.month - 1) else { return date.description }
        return "\(date.day) \(names[date.month - 1]) \(date.year)"
    }
}
