public import Diagnostics
import Documents
public import Files
public import Lists

/// How a run came about: program, rules, inputs, options, outputs, and the digest that names it.
///
/// The only file of a run that holds times; with `SOURCE_DATE_EPOCH` set it holds that time alone, so that equal runs
/// give equal bytes here too.
public struct Manifest: Sendable {
    public static let fileName = RunDirectory.manifestName

    /// How long a stage took.
    public struct Timing: Sendable {
        public var stage: String
        public var milliseconds: Int

        public init(stage: String, milliseconds: Int) {
            self.stage = stage
            self.milliseconds = milliseconds
        }
    }

    public var programVersion: String
    public var identity: RunIdentity
    /// Name of the option and its values, as in the job file; those that cannot change a result are left out.
    public var options: [(name: String, values: [String])]
    public var ruleFiles: [RuleFileReport]
    public var inputs: [InputReport]
    public var outputs: [OutputReport]
    public var warnings: [Finding]
    /// Figures of the whole run that stand in no other file.
    public var counts: [String: Int]
    /// False with `--no-digest`: sizes and counts alone tell runs apart.
    public var hasDigests: Bool
    /// Threads used and time taken; nil where the manifest must not differ between equal runs.
    public var timings: (threads: Int, stages: [Timing])?
    /// When the run was made, in seconds since 1970-01-01 UTC.
    public var created: Int

    public init(
        programVersion: String, identity: RunIdentity, options: [(name: String, values: [String])],
        ruleFiles: [RuleFileReport], inputs: [InputReport], outputs: [OutputReport], warnings: [Finding],
        counts: [String: Int] = [:], hasDigests: Bool, threads: Int, stages: [Timing], clock: RunClock
    ) {
        self.programVersion = programVersion
        self.identity = identity
        self.options = options
        self.ruleFiles = ruleFiles
        self.inputs = inputs
        self.outputs = outputs
        self.warnings = warnings
        self.counts = counts
        self.hasDigests = hasDigests
        self.timings = clock.isFixed ? nil : (threads, stages)
        self.created = clock.seconds
    }

    public var document: [UInt8] { json.bytes }

    var json: JSONText {
        .object(
            [
                .init("schema", .integer(1)),
                .init(
                    "program",
                    .object([.init("name", .string("siappilih")), .init("version", .string(programVersion))])),
                .init("digest", .text(runDigest)),
                .init("identifiedBy", .string(hasDigests ? "sha256" : "sizes and counts")),
                .init("created", .string(RunClock.text(created))),
                .init("election", .string(identity.election)),
                .init("ruleset", .string(identity.ruleset)),
                .init("profile", .string(identity.profile)),
                .init("votingDay", .string(identity.votingDay)),
                .init("asOf", .string(identity.asOf)),
                .init("options", optionsJSON),
                .init("rules", .array(ruleFiles.map(Self.json))),
                .init("inputs", .array(inputs.map(Self.json))),
                .init("outputs", .array(outputs.map(Self.json))),
                .init("warnings", .array(warnings.map(Self.json))),
                .init("counts", .counts(counts)),
            ] + timingMembers)
    }

    private var optionsJSON: JSONText {
        .object(
            options.map {
                .init($0.name, $0.values.count == 1 ? .string($0.values[0]) : .array($0.values.map(JSONText.string)))
            })
    }

    private var timingMembers: [JSONText.Member] {
        guard let timings else { return [] }
        let stages = timings.stages.map { JSONText.Member($0.stage, .integer($0.milliseconds)) }
        return [
            .init(
                "timings",
                .object([.init("threads", .integer(timings.threads)), .init("milliseconds", .object(stages))]))
        ]
    }

    private static func json(_ file: RuleFileReport) -> JSONText {
        .object([
            .init("path", .string(file.path)), .init("bytes", .integer(file.bytes)),
            .init("sha256", .text(file.sha256)),
        ])
    }

    private static func json(_ file: OutputReport) -> JSONText {
        .object([
            .init("name", .string(file.name)), .init("bytes", .integer(file.bytes)),
            .init("sha256", .text(file.sha256)),
            .init("guardedCells", .integer(file.guardedCells)),
        ])
    }

    private static func json(_ input: InputReport) -> JSONText {
        var rows: [JSONText.Member] = [.init("read", .integer(input.rows.read))]
        if input.isPopulation {
            rows.append(.init("decided", .integer(input.rows.used)))
        } else {
            rows.append(.init("used", .integer(input.rows.used)))
            rows.append(.init("leftOut", .integer(input.rows.leftOut)))
        }
        rows.append(.init("rejected", .integer(input.rows.rejected)))
        rows.append(.init("skipped", .integer(input.rows.skipped)))
        return .object([
            .init("role", .string(input.role)),
            .init("path", .string(input.path)),
            .init("list", .string(input.list)),
            .init("sheet", .text(input.sheet)),
            .init("bytes", .integer(input.bytes)),
            .init("sha256", .text(input.sha256)),
            .init(
                "dialect",
                .object([
                    .init("delimiter", .string(input.delimiter)), .init("quoting", .bool(input.quoting)),
                    .init("lineEnd", .string(input.lineEnd)),
                ])),
            .init("encoding", .string(input.encoding)),
            .init("headingRow", .number(input.headingRow)),
            .init("columns", .object(input.headerMap.map { .init($0.column, .string($0.heading)) })),
            .init("region", .text(input.region)),
            .init("map", .text(input.map)),
            .init("rows", .object(rows)),
            .init("counts", .counts(input.counts)),
        ])
    }

    private static func json(_ finding: Finding) -> JSONText {
        .object([
            .init("code", .string(finding.code)),
            .init("file", .text(finding.location?.file)),
            .init("row", .number(finding.location?.row)),
            .init("column", .text(finding.location?.column)),
            .init(
                "message",
                .object([
                    .init("id", .string(finding.message.indonesian)), .init("en", .string(finding.message.english)),
                ])),
        ])
    }
}
