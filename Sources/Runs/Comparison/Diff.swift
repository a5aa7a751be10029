public import Diagnostics
import Documents
import Files
public import Rules
public import RunFolder

/// Compares two runs person by person: who is new, who left, who became ready, who went back, and why totals moved.
///
/// People are the same where their NIK is (a usable one), else where list and row are. Memory does not grow with the
/// number of people: rows are sorted in pieces on disk and read side by side.
public enum Diff {
    /// What to compare and where to write.
    public struct Options: Sendable {
        public var out: String
        public var force: Bool
        /// A key that makes pseudonyms of several comparisons agree; without it they belong to these two runs.
        public var key: [UInt8]?
        /// Rows held in memory at once.
        var capacity = 1 << 19

        public init(out: String, force: Bool = false, key: [UInt8]? = nil) {
            self.out = out
            self.force = force
            self.key = key
        }
    }

    /// Compares `before` with `after` and writes `people.csv`, `summary.json` and a manifest into the folder.
    ///
    /// - Throws: `.input` where a run was made without `--persons` or cannot be read, `.output` where the folder
    ///   cannot be written.
    public static func run(
        _ before: Run, _ after: Run, ruleset: Ruleset, programVersion: String, options: Options
    ) throws(Failure) -> (summary: DiffSummary, warnings: [Finding]) {
        let terms = DiffTerms(ruleset.outcomes)
        let folder = try RunDirectory.begin(
            at: options.out, force: options.force, protecting: [before.path, after.path])
        let (reading, matched) = try compare(
            before, after, terms, spoolingIn: folder.staging, capacity: options.capacity)
        var matching = matched

        let key = options.key ?? reading.secrets.flatMap { Array($0.utf8) }
        let people = DiffPeople(
            terms, lists: reading.lists.texts, reasons: reading.reasons.texts, digest: KeyedDigest(key: key))
        var outputs = [try people.write(matching.changes.finish(), to: folder)]
        let summary = DiffSummary(
            before: before, after: after, terms: terms, tally: matching.tally, names: try names(before, after))
        outputs.append(try folder.write(DiffSummary.fileName, summary.document))
        let manifest = DerivedManifest(
            kind: "diff", programVersion: programVersion, runs: [before.manifest, after.manifest], outputs: outputs)
        try folder.write(manifest)
        return (summary, try folder.publish())
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
