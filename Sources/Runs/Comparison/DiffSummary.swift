public import Diagnostics
public import Documents
import Files
import FoundationEssentials
public import RunFolder

/// What a comparison found, counts alone: for the terminal, for `summary.json`, and for the change section of a report.
public struct DiffSummary: SchemaDocument, Equatable {
    public static let fileName = "summary.json"
    public static let title = Bilingual(id: "ringkasan perbandingan", en: "the summary of a comparison")
    public static let remedy = Bilingual(id: "ulangi siappilih diff", en: "run siappilih diff again")

    public var before = RunName()
    public var after = RunName()
    /// Keys that several rows of a run bear, and those rows.
    public var duplicateKeys = Pair()
    public var duplicateRows = Pair()
    /// People without a usable NIK, who are the same where list and row are: a row inserted makes others of them.
    public var withoutNIK = Pair()
    /// By `Total`, those compared.
    public var totals = NamedValues<Pair>()
    /// People whose outcome and region are the same.
    public var same = 0
    /// By `DiffChange`.
    public var changes = NamedValues<Int>()
    /// By id of the outcome.
    public var outcomes = NamedValues<Pair>()
    /// Most people first; everyone who stayed the same is left out.
    public var transitions: [Transition] = []
    public var falls: [Fall] = []
    /// By kabupaten, unknown last.
    public var areas: [Area] = []

    public init() {}

    public static let fields: [DocumentField<DiffSummary>] = [
        .init("runs", [.init("before", \.before), .init("after", \.after)]),
        .init("duplicates", [.init("keys", \.duplicateKeys), .init("rows", \.duplicateRows)]),
        .init("withoutNIK", \.withoutNIK),
        .init("totals", \.totals),
        .init("same", \.same),
        .init("changes", \.changes),
        .init("outcomes", \.outcomes),
        .init("transitions", \.transitions),
        .init("falls", \.falls),
        .init("areas", \.areas),
    ]

    /// Whether anybody changed.
    public var hasChanges: Bool { changes.contains { $0.value > 0 } }

    /// How many people changed so.
    public func count(_ change: DiffChange) -> Int { changes[change.rawValue] ?? 0 }
}

extension DiffSummary {
    /// The comparison that lies in the run's folder; nil where there is none.
    ///
    /// - Throws: `.input` where it is there and cannot be read, or was made from another run than this one.
    public init?(of run: Run) throws(Failure) {
        let path = "\(run.path)/diff/\(Self.fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let folder = try DerivedManifest(reading: "\(run.path)/diff/\(Manifest.fileName)")
        guard let report = folder.outputs.first(where: { $0.file.name == Self.fileName })?.file,
            let now = try? FileDigest.of(path), now.bytes == report.bytes,
            report.sha256.map({ $0 == now.sha256 }) ?? true
        else {
            throw Run.unreadable(
                path,
                Bilingual(
                    id: "berkas ini berubah sesudah perbandingan: isinya tidak sesuai dengan diff/manifest.json",
                    en: "this file was changed after the comparison: it does not agree with diff/manifest.json"),
                remedy: Self.compareAgain)
        }
        let summary = try DiffSummary(reading: path)
        guard summary.after == RunName(run.manifest) else {
            throw Run.unreadable(
                path,
                Bilingual(id: "perbandingan ini dari hasil yang lain", en: "this comparison is of another run"),
                remedy: Self.compareAgain)
        }
        self = summary
    }

    private static let compareAgain = Bilingual(
        id: "ulangi siappilih diff, atau hapus folder diff", en: "run siappilih diff again, or remove the folder diff")
}
