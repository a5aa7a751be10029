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

    public init(
        out: String, force: Bool = false, masking: Masking = .none, official: OfficialTotals = .init(),
        audience: Audience = .office, pace: PagePace? = nil, since: Run? = nil
    ) {
        self.out = out
        self.force = force
        self.masking = masking
        self.official = official
        self.audience = audience
        self.pace = pace
        self.since = since
    }
}

/// What `report` made, for the terminal and `--json`.
public struct ReportMade: Sendable {
    public var directory: String
    /// Workbooks of each kind: the name of the form, and how many.
    public var forms: [(name: String, files: Int)]
    public var requests: Int
    public var outputs: [OutputReport]
    public var warnings: [Finding]
}

/// Turns a run into the forms, requests, recapitulation and page that leave the office.
public enum Report {
    /// Writes everything into one folder, which appears whole or not at all.
    ///
    /// With a masking other than `none` the forms are copies for posting, and no request is written: it could not be
    /// answered.
    /// - Throws: `.input` where the files of the run disagree, `.output` where the folder cannot be written.
    public static func run(_ source: ReportSource, options: ReportOptions) throws(Failure) -> ReportMade {
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
            var writer = FormWorkbooks(form, of: source, masking: options.masking, to: directory)
            try writer.write()
            made.forms.append((form.name, writer.outputs.count))
            made.outputs += writer.outputs
        }
        if options.masking == .none {
            if var requests = RequestWorkbooks(of: source, to: directory) {
                try requests.write()
                made.requests = requests.outputs.count
                made.outputs += requests.outputs
            }
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

    private static func masked(_ masking: Masking) -> Finding {
        masking == .kpu2018
            ? Finding(
                code: "birth_date_readable", severity: .warning,
                message: Bilingual(
                    id: "penyamaran kpu2018 menyisakan tanggal lahir dalam NIK; permintaan ke Dukcapil tidak dibuat",
                    en: "masking kpu2018 leaves the birth date in the NIK readable; no requests to Dukcapil were made"),
                remedy: Bilingual(id: "pakai --mask kpu2020", en: "use --mask kpu2020"))
            : Finding(
                code: "no_requests", severity: .note,
                message: Bilingual(
                    id: "permintaan ke Dukcapil tidak dibuat: dengan NIK tersamar tidak dapat dijawab",
                    en: "no requests to Dukcapil were made: with masked NIKs they could not be answered"))
    }
}
