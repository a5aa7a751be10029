import Documents
public import Files

/// The manifest of a folder that was made from runs (comparison, field lists): which runs, and every file with its
/// SHA-256. Holds no time, so that the same runs give the same bytes.
public struct DerivedManifest: Sendable {
    /// What the folder is: `diff`, `outreach`.
    public var kind: String
    public var programVersion: String
    public var runs: [RunManifest]
    public var outputs: [OutputReport]
    /// Options that shaped the files, by name.
    public var options: [(name: String, value: String)]

    public init(
        kind: String, programVersion: String, runs: [RunManifest], outputs: [OutputReport],
        options: [(name: String, value: String)] = []
    ) {
        self.kind = kind
        self.programVersion = programVersion
        self.runs = runs
        self.outputs = outputs
        self.options = options
    }

    public var document: [UInt8] {
        JSONText.object([
            .init("schema", .integer(1)),
            .init("kind", .string(kind)),
            .init(
                "program", .object([.init("name", .string("siappilih")), .init("version", .string(programVersion))])),
            .init(
                "runs",
                .array(
                    runs.map { run in
                        .object([
                            .init("digest", .text(run.digest)), .init("election", .string(run.election)),
                            .init("ruleset", .string(run.ruleset)), .init("asOf", .string(run.asOf)),
                        ])
                    })),
            .init("options", .object(options.map { .init($0.name, .string($0.value)) })),
            .init(
                "outputs",
                .array(
                    outputs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { output in
                        .object([
                            .init("name", .string(output.name)), .init("bytes", .integer(output.bytes)),
                            .init("sha256", .text(output.sha256)),
                        ])
                    })),
        ]).bytes
    }
}
