public import Diagnostics
import Documents
public import Files
public import Rules
public import RunFolder

/// Compares two runs person by person: who is new, who left, who became ready, who went back, and why totals moved.
///
/// People are the same where their NIK is (a usable one), else where list and row are. Memory does not grow with the
/// number of people: rows are sorted in pieces on disk and read side by side.
public enum Diff {
    /// When `changed.xlsx` is written.
    public enum Workbooks: Sendable {
        /// Where no more people changed than an office looks through.
        case unasked
        /// However many people changed.
        case always
        /// Not at all: nothing that is written names anybody.
        case never
    }

    /// What to compare and where to write.
    public struct Options: Sendable {
        public var out: String
        public var force: Bool
        /// A key that makes pseudonyms of several comparisons agree; without it they belong to these two runs.
        public var key: [UInt8]?
        /// Of `changed.xlsx`.
        public var language: Language
        public var workbooks: Workbooks
        /// Rows held in memory at once.
        var capacity = 1 << 19
        /// People of whom `changed.xlsx` is written though nobody asked for it.
        var unasked = 100_000

        public init(
            out: String, force: Bool = false, key: [UInt8]? = nil, language: Language = .indonesian,
            workbooks: Workbooks = .unasked
        ) {
            self.out = out
            self.force = force
            self.key = key
            self.language = language
            self.workbooks = workbooks
        }
    }

    /// The file that names people.
    public static let officeFile = ChangedWorkbook.fileName

    /// Compares `before` with `after` and writes `people.csv`, `changed.xlsx`, `summary.json` and a manifest into the
    /// folder. Whole NIKs that are written are noted in the later run's log.
    ///
    /// - Throws: `.input` where a run was made without `--persons` or cannot be read, `.output` where the folder
    ///   cannot be written.
    public static func run(
        _ before: Run, _ after: Run, ruleset: Ruleset, programVersion: String, options: Options,
        clock: RunClock = .current()
    ) throws(Failure) -> (summary: DiffSummary, outputs: [OutputReport], warnings: [Finding]) {
        let terms = DiffTerms(ruleset.outcomes)
        let folder = try RunDirectory.begin(
            at: options.out, force: options.force, protecting: [before.path, after.path])
        let (reading, matched) = try compare(
            before, after, terms, spoolingIn: folder.staging, capacity: options.capacity)
        var matching = matched

        let key = options.key ?? reading.secrets.flatMap { Array($0.utf8) }
        let people = DiffPeople(
            terms, lists: reading.lists.texts, reasons: reading.reasons.texts, digest: KeyedDigest(key: key))
        let changes = try matching.changes.finish()
        var outputs = [try people.write(changes, to: folder)]
        var warnings: [Finding] = []
        let names = try names(before, after)
        let changed = matching.changes.count
        if changed > options.unasked, options.workbooks == .unasked {
            warnings.append(tooMany(changed))
        } else if changed > 0, options.workbooks != .never {
            let words = ChangedWords(
                ruleset, terms, people, names: names, lists: reading.lists.texts,
                days: (before.manifest.identity.asOf, after.manifest.identity.asOf), options.language)
            let made = try ChangedWorkbook(words, ruleset, before, after).write(
                changes, ChangedPeople(before, after, terms, lists: reading.lists), to: folder)
            outputs.append(made.output)
            if made.nameless > 0 { warnings.append(nameless(made.nameless)) }
            try RunLog.append(
                "diff: \(changed) people by name, NIKs whole, into \(options.out)", to: after, clock: clock)
        }
        let summary = DiffSummary(
            before: before, after: after, terms: terms, tally: matching.tally, names: names)
        outputs.append(try folder.write(DiffSummary.fileName, summary.document))
        let manifest = DerivedManifest(
            kind: "diff", programVersion: programVersion, runs: [before.manifest, after.manifest], outputs: outputs,
            options: [("lang", options.language.rawValue)])
        try folder.write(manifest)
        return (summary, outputs, warnings + (try folder.publish()))
    }

    private static func tooMany(_ people: Int) -> Finding {
        Finding(
            code: "no_changed_workbook", severity: .note,
            message: Bilingual(
                id: "\(people) orang berubah: changed.xlsx tidak dibuat; people.csv memuat semua, disamarkan",
                en: "\(people) people changed: changed.xlsx was not made; people.csv has all by pseudonym"),
            remedy: Bilingual(id: "buat juga dengan --workbooks", en: "make it all the same with --workbooks"))
    }

    private static func nameless(_ people: Int) -> Finding {
        Finding(
            code: "changed_without_name", severity: .note,
            message: Bilingual(
                id:
                    "changed.xlsx memuat \(people) orang tanpa nama, hanya dengan NIK, daftar, dan baris: nama orang yang siap tidak ada di folder hasil",
                en:
                    "changed.xlsx has \(people) \(Plural.of(people, "person", "people")) without a name, by NIK, list and row alone: no file of a run names those who are ready"
            ),
            remedy: Bilingual(id: "cari barisnya di daftar asal", en: "look the row up in the list"))
    }

    /// What `run` finds, without its files. Pieces on disk lie without a name in `directory`.
    ///
    /// - Throws: `.input` where a run was made without `--persons` or cannot be read.
    public static func summary(
        _ before: Run, _ after: Run, ruleset: Ruleset, spoolingIn directory: String
    ) throws(Failure) -> DiffSummary {
        let terms = DiffTerms(ruleset.outcomes)
        let (_, matching) = try compare(
            before, after, terms, spoolingIn: directory, capacity: Options(out: "").capacity)
        return DiffSummary(
            before: before, after: after, terms: terms, tally: matching.tally, names: try names(before, after))
    }

    /// Names of regions, also of those that are on one run's lists alone.
    private static func names(_ before: Run, _ after: Run) throws(Failure) -> [String: String] {
        try before.regionNames().merging(after.regionNames()) { _, later in later }
    }

    private static func compare(
        _ before: Run, _ after: Run, _ terms: DiffTerms, spoolingIn directory: String, capacity: Int
    ) throws(Failure) -> (DiffReading, DiffMatching) {
        for run in [before, after] { try run.requireManifest() }
        var reading = DiffReading(terms, spoolingIn: directory, capacity: capacity)
        try reading.read(before, isLater: false)
        try reading.read(after, isLater: true)
        var matching = DiffMatching(
            terms, reasons: reading.reasons.texts, spoolingIn: directory, capacity: capacity)
        try matching.match(reading.sorter.finish())
        return (reading, matching)
    }
}
