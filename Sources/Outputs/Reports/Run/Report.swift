public import Civil
import Comparison
public import Diagnostics
public import Files
public import Page
public import ReportData
import Rules
public import RunFolder

/// What `report` is asked to make.
public struct ReportOptions: Sendable {
    public var out: String
    public var force: Bool
    public var masking: Masking
    public var official: OfficialTotals
    /// Who may read the page.
    public var audience: Audience
    /// What the page says of the pace; nil leaves it out.
    public var pace: PagePace?
    /// The run before this one, to say what changed; nil takes the comparison in the run's folder, where there is one.
    public var since: Run?
    /// Public pages published before, oldest first.
    public var published: [PublishedPage]
    /// What a public page is called.
    public var number: PageNumber
    /// Workbooks written at once.
    public var threads: Int

    public init(
        out: String, force: Bool = false, masking: Masking = .none, official: OfficialTotals = .init(),
        audience: Audience = .office, pace: PagePace? = nil, since: Run? = nil, published: [PublishedPage] = [],
        number: PageNumber = .new(), threads: Int = 1
    ) {
        self.out = out
        self.force = force
        self.masking = masking
        self.official = official
        self.audience = audience
        self.pace = pace
        self.since = since
        self.published = published
        self.number = number
        self.threads = threads
    }
}

/// What `report` made, for the terminal and `--json`.
public struct ReportMade: Sendable {
    public var directory: String
    /// Workbooks of each kind: the name of the form, and how many.
    public var forms: [(name: String, files: Int)]
    public var requests: Int
    /// Workbooks of shared NIKs.
    public var duplicates = 0
    public var outputs: [OutputReport]
    public var warnings: [Finding]
}

/// Turns a run into the forms, requests, recapitulation and page that leave the office.
public enum Report {
    /// Writes everything into one folder, which appears whole or not at all.
    ///
    /// With a masking other than `none` the forms are copies for posting, and no request is written: it could not be
    /// answered. For the public the page and its workbook alone are written.
    /// - Throws: `.input` where the files of the run disagree, `.output` where the folder cannot be written.
    public static func run(
        _ source: ReportSource, options: ReportOptions, clock: RunClock = .current()
    ) throws(Failure) -> ReportMade {
        if options.audience == .everyone { return try publicReport(source, options) }
        let directory = try RunDirectory.begin(
            at: options.out, force: options.force,
            protecting: [source.run.path] + (options.since.map { [$0.path] } ?? []))
        var made = ReportMade(
            directory: options.out, forms: [], requests: 0, outputs: [], warnings: source.warnings)
        for kind in ListForm.Kind.allCases {
            guard let form = source.profile.form(kind) else {
                made.warnings.append(withoutForm(source, kind))
                continue
            }
            var writer = FormWorkbooks(
                form, of: source, masking: options.masking, in: options.masking == .none ? "" : "masked/",
                to: directory, threads: options.threads)
            try writer.write()
            made.forms.append((form.name, writer.outputs.count))
            made.outputs += writer.outputs
        }
        if options.masking == .none {
            if var requests = RequestWorkbooks(of: source, to: directory, threads: options.threads) {
                try requests.write()
                made.requests = requests.outputs.count
                made.outputs += requests.outputs
            }
            var shared = 0
            if var duplicates = DuplicateWorkbooks(of: source, to: directory, threads: options.threads) {
                try duplicates.write()
                shared = duplicates.people
                made.duplicates = duplicates.outputs.count
                made.outputs += duplicates.outputs
            } else {
                made.warnings.append(withoutDuplicates)
            }
            let total = source.areas.total
            let beside = shared == 0 ? "" : ", \(shared) on sheets of shared NIKs"
            try RunLog.append(
                "report: \(total.flagged + total.ineligible) people on forms and requests\(beside), NIKs whole, into \(options.out)",
                to: source.run, clock: clock)
        } else {
            made.warnings.append(masked(options.masking))
        }
        made.outputs.append(try RecapWorkbook(source, official: options.official).write(to: directory))
        let change = try change(source, options, directory)
        let page = try ReportPage(
            source,
            options: PageOptions(
                audience: options.audience, official: options.official, pace: options.pace, change: change))
        made.outputs.append(try directory.write(ReportPage.name, page.document))
        let manifest = DerivedManifest(
            kind: "report", programVersion: source.programVersion,
            runs: (options.since.map { [$0.manifest] } ?? []) + [source.run.manifest], outputs: made.outputs,
            options: [
                ("lang", source.language.rawValue), ("mask", options.masking.rawValue),
                ("audience", options.audience.rawValue),
            ])
        try directory.write(manifest)
        made.warnings += try directory.publish()
        return made
    }

    /// The page and its workbook, both through one gate, and nothing beside them.
    private static func publicReport(
        _ source: ReportSource, _ options: ReportOptions
    ) throws(Failure) -> ReportMade {
        let directory = try RunDirectory.begin(at: options.out, force: options.force, protecting: [source.run.path])
        let page = try ReportPage(
            source,
            options: PageOptions(
                audience: .everyone, official: options.official, pace: options.pace, published: options.published,
                number: options.number.text))
        var made = ReportMade(
            directory: options.out, forms: [], requests: 0, outputs: [], warnings: source.warnings)
        made.outputs.append(
            try PublicRecap(source, official: options.official, page: page).write(to: directory))
        made.outputs.append(try directory.write(ReportPage.name, page.document))
        try options.number.keep(in: source.run)
        if options.masking != .none { made.warnings.append(noCopies) }
        if options.since != nil, options.published.isEmpty { made.warnings.append(noChange) }
        made.warnings += page.warnings
        made.warnings += try directory.publish()
        return made
    }

    private static let noCopies = Finding(
        code: "no_copies_for_the_public", severity: .note,
        message: Bilingual(
            id: "salinan tersamar tidak dibuat: folder untuk umum tidak memuat nama siapa pun",
            en: "no masked copies were made: the folder for the public holds nobody's name"),
        remedy: Bilingual(
            id: "buat tersendiri dengan --mask dan --out lain, tanpa --audience public",
            en: "make them apart, with --mask and another --out, without --audience public"))

    private static let noChange = Finding(
        code: "change_needs_published", severity: .warning,
        message: Bilingual(
            id: "bagian perubahan tidak dibuat: untuk umum ia hanya memakai angka yang pernah diumumkan",
            en: "no change section was made: for the public it uses figures that were published alone"),
        remedy: Bilingual(
            id: "sebut folder halaman yang lalu dengan --published", en: "name the last page's folder with --published")
    )

    /// What changed since the run named, or since the one that the run's folder was compared with.
    private static func change(
        _ source: ReportSource, _ options: ReportOptions, _ directory: RunDirectory
    ) throws(Failure) -> DiffSummary? {
        guard let since = options.since else { return try DiffSummary(of: source.run) }
        return try Diff.summary(since, source.run, ruleset: source.ruleset, spoolingIn: directory.spools)
    }

    private static func withoutForm(_ source: ReportSource, _ kind: ListForm.Kind) -> Finding {
        Finding(
            code: "profile_without_form", severity: .warning,
            message: Bilingual(
                id:
                    "profil '\(source.profile.id)' tidak memuat formulir \(kind.title.indonesian); formulir itu tidak dibuat",
                en: "the profile '\(source.profile.id)' describes no form of \(kind.title.english); it was not made"))
    }

    private static let withoutDuplicates = Finding(
        code: "run_without_duplicates", severity: .note,
        message: Bilingual(
            id: "hasil ini belum memuat duplicates.csv: siapa yang berbagi NIK tidak ditulis berdampingan",
            en: "this run has no duplicates.csv yet: who shares a NIK was not put side by side"),
        remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"))

    private static func masked(_ masking: Masking) -> Finding {
        masking == .kpu2018
            ? Finding(
                code: "birth_date_readable", severity: .warning,
                message: Bilingual(
                    id:
                        "penyamaran kpu2018 menyisakan tanggal lahir dalam NIK; permintaan ke Dukcapil dan daftar NIK ganda tidak dibuat",
                    en:
                        "masking kpu2018 leaves the birth date in the NIK readable; no requests to Dukcapil and no sheets of shared NIKs were made"
                ),
                remedy: Bilingual(id: "pakai --mask kpu2020", en: "use --mask kpu2020"))
            : Finding(
                code: "no_requests", severity: .note,
                message: Bilingual(
                    id:
                        "permintaan ke Dukcapil dan daftar NIK ganda tidak dibuat: dengan NIK tersamar tidak dapat dijawab",
                    en:
                        "no requests to Dukcapil and no sheets of shared NIKs were made: with masked NIKs they could not be answered"
                ))
    }
}
