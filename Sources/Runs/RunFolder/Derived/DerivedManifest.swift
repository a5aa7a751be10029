public import Diagnostics
public import Documents
public import Files

/// The manifest of a folder that was made from runs (comparison, field lists): which runs, and every file with its
/// SHA-256. Holds no time, so that the same runs give the same bytes.
public struct DerivedManifest: SchemaDocument {
    /// One of the runs it was made from.
    public struct Source: DocumentRecord {
        public var digest: String?
        public var identity = RunIdentity()

        public init() {}

        init(_ manifest: Manifest) {
            digest = manifest.digest
            identity = manifest.identity
        }

        public static let fields: [DocumentField<Source>] = [
            .init("digest", \.digest), .init("election", \.identity.election), .init("ruleset", \.identity.ruleset),
            .init("asOf", \.identity.asOf),
        ]
    }

    /// A file of the folder.
    public struct Output: DocumentRecord {
        public var file = OutputReport()

        public init() {}

        init(_ file: OutputReport) {
            self.file = file
        }

        public static let fields: [DocumentField<Output>] = [
            .init("name", \.file.name), .init("bytes", \.file.bytes), .init("sha256", \.file.sha256),
        ]
    }

    public static let title = Bilingual(id: "manifes folder turunan", en: "the manifest of a folder made from runs")
    public static let remedy = Bilingual(id: "buat folder itu lagi", en: "make the folder again")

    /// What the folder is: `diff`, `outreach`.
    public var kind = ""
    public var program = Manifest.Program()
    public var runs: [Source] = []
    /// Options that shaped the files, by name.
    public var options = NamedValues<String>()
    /// In byte order of their names.
    public var outputs: [Output] = []

    public init() {}

    public init(
        kind: String, programVersion: String, runs: [Manifest], outputs: [OutputReport],
        options: [(name: String, value: String)] = []
    ) {
        self.kind = kind
        program = Manifest.Program(name: "siappilih", version: programVersion)
        self.runs = runs.map(Source.init)
        self.options = NamedValues(options)
        self.outputs = outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map(Output.init)
    }

    public static let fields: [DocumentField<DerivedManifest>] = [
        .init("kind", \.kind), .init("program", \.program), .init("runs", \.runs), .init("options", \.options),
        .init("outputs", \.outputs),
    ]
}
