import Civil
public import Diagnostics
import Documents
import RoleLists
public import Rules
public import RunFolder

/// A run with everything its reports are made from. Nothing of how a person was decided.
public struct ReportSource: Sendable {
    public let run: Run
    public let figures: RunFigures
    public let ruleset: Ruleset
    public let book: RuleBook
    public let election: Election
    public let instrument: Instrument
    public let profile: CodeProfile
    /// The profile of the population office's words, which describes the request to it.
    public let statuses: CodeProfile?
    public let areas: AreaTable
    /// By digits of the region code.
    public let names: [String: String]
    public let language: Language
    public let office: Office
    public let programVersion: String
    /// What the reader of the report should know of the rules it was made with.
    public let warnings: [Finding]

    /// - Throws: `.input` where the run cannot be read, `.usage` where the rules lack its election, ruleset or profile.
    public init(
        _ run: Run, book: RuleBook, language: Language, office: Office, programVersion: String
    ) throws(Failure) {
        try run.requireManifest()
        let manifest = run.manifest
        let asOf = try run.asOf()
        ruleset = try Ruleset(
            book: book, election: manifest.identity.election, instrument: manifest.identity.ruleset,
            profile: manifest.identity.profile,
            asOf: asOf, today: asOf)
        // The ruleset found all three, so the book has them.
        guard let election = book.election(manifest.identity.election),
            let instrument = book.instrument(manifest.identity.ruleset),
            let profile = book.profile(manifest.identity.profile)
        else { throw Failure(.internal, []) }
        self.run = run
        self.book = book
        self.election = election
        self.instrument = instrument
        self.profile = profile
        self.language = language
        self.office = office
        self.programVersion = programVersion
        statuses = book.profile(election.statuses)
        figures = try run.figures()
        areas = AreaTable(try run.tally(), words: TotalWords(ruleset))
        names = ruleset.regionNames.merging(try run.regionNames()) { _, ofRun in ofRun }
        warnings = Self.warnings(run, book)
        try requireAgreement()
    }

    /// The tally and the summary must say the same: all sheets come from the one, all pages from the other.
    private func requireAgreement() throws(Failure) {
        var agrees = areas.total.persons == figures.rows.used && areas.total.eligible == figures.eligible
        agrees = agrees && areas.total.recorded == figures.recorded && areas.total.firstTime == figures.firstTime
        for (place, term) in areas.words.outcomes.enumerated() {
            agrees = agrees && areas.total.outcomes[place] == figures.outcomes[term.id] ?? 0
        }
        for (place, term) in areas.words.codes.enumerated() {
            agrees = agrees && areas.total.codes[place] == figures.count(code: term.code)
        }
        if !agrees { throw Self.disagreement("\(run.path)/\(TallyColumn.fileName)") }
    }

    /// A file of the run says something other than its summary.
    public static func disagreement(_ file: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "run_disagrees",
                message: Bilingual(
                    id: "jumlah di berkas ini tidak sama dengan summary.json",
                    en: "the sums of this file are not those of summary.json"),
                remedy: Bilingual(
                    id: "folder hasil pernah diubah; ulangi pemeriksaan",
                    en: "the folder was changed since; run the check again"),
                location: SourceLocation(file: file)))
    }

    private static func warnings(_ run: Run, _ book: RuleBook) -> [Finding] {
        let now = Dictionary(book.files.map { ($0.path, $0.bytes.count) }) { first, _ in first }
        let known = Dictionary(
            book.files.map { ($0.path, RuleFileReport(path: $0.path, contents: $0.bytes, digest: true).sha256) }
        ) { first, _ in first }
        let changed = run.manifest.rules.filter { rule in
            if let digest = rule.sha256 { return known[rule.path] != digest }
            return now[rule.path] != rule.bytes
        }
        guard !changed.isEmpty else { return [] }
        let names = changed.map(\.path).joined(separator: ", ")
        return [
            Finding(
                code: "rules_changed", severity: .warning,
                message: Bilingual(
                    id: "aturan berubah sejak pemeriksaan (\(names)); judul dan kutipan di laporan dari yang baru",
                    en: "rules changed since the check (\(names)); titles and citations of the report are the new ones"),
                remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"),
                location: SourceLocation(file: run.path))
        ]
    }

    public func text(_ text: Bilingual) -> String { text.text(in: language) }
    public func text(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }
    public func count(_ number: Int) -> String { Figures.count(number, language) }

    /// `Kota Medan (1271)` needs both; a region without a name shows its digits.
    public func name(_ code: String) -> String {
        if code.isEmpty { return text("Wilayah tidak diketahui", "Region not known") }
        return names[code] ?? code
    }
}
