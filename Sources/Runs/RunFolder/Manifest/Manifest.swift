public import Diagnostics
public import Documents
public import Files
public import RoleLists

/// How a run came about: program, rules, inputs, options, outputs, and the digest that names it.
///
/// The only file of a run that holds times; with `SOURCE_DATE_EPOCH` set it holds that time alone, so that equal runs
/// give equal bytes here too.
public struct Manifest: SchemaDocument, Equatable {
    public static let fileName = RunDirectory.manifestName
    public static let title = Bilingual(id: "manifes hasil pemeriksaan", en: "the manifest of a run")
    public static let remedy = Bilingual(id: "ulangi pemeriksaan", en: "run the check again")

    public var program = Program()
    /// The digest that names the run; nil with `--no-digest`.
    public var digest: String?
    public var identifiedBy = Identification.sizes
    /// `2017-12-31T17:00:00Z`
    public var created = ""
    public var identity = RunIdentity()
    /// By name of the option, as in the job file; those that cannot change a result are left out.
    public var options = NamedValues<OptionValue>()
    public var rules: [RuleFileReport] = []
    public var inputs: [InputReport] = []
    public var outputs: [OutputReport] = []
    public var warnings: [Warning] = []
    /// Who answered for the field and the office; nil where no such answers were given.
    public var answers: [AnswerSource]?
    /// Figures of the whole run that stand in no other file.
    public var counts: [String: Int] = [:]
    /// Nil where the manifest must not differ between equal runs.
    public var timings: Timings?

    public init() {}

    public static let fields: [DocumentField<Manifest>] = [
        .init("program", \.program),
        .init("digest", \.digest),
        .init("identifiedBy", \.identifiedBy),
        .init("created", \.created),
        .init("election", \.identity.election),
        .init("ruleset", \.identity.ruleset),
        .init("profile", \.identity.profile),
        .init("votingDay", \.identity.votingDay),
        .init("asOf", \.identity.asOf),
        .init("options", \.options),
        .init("rules", \.rules),
        .init("inputs", \.inputs),
        .init("outputs", \.outputs),
        .init("warnings", \.warnings),
        .init("answers", whereKnown: \.answers),
        .init("counts", \.counts),
        .init("timings", whereKnown: \.timings),
    ]
}

extension Manifest {
    /// The manifest of a run that was just made.
    ///
    /// - Parameters:
    ///   - options: name of the option and its values.
    ///   - answers: in the order of their lists.
    ///   - hasDigests: false with `--no-digest`: sizes and counts alone tell runs apart.
    ///   - stages: how long each took, with `threads` threads; left out where the clock is set from outside.
    public init(
        programVersion: String, identity: RunIdentity, options: [(name: String, values: [String])],
        ruleFiles: [RuleFileReport], inputs: [InputReport], outputs: [OutputReport], warnings: [Finding],
        answers: [AnswerSource] = [], counts: [String: Int] = [:], hasDigests: Bool, threads: Int, stages: [Timing],
        clock: RunClock
    ) {
        program = Program(name: "siappilih", version: programVersion)
        identifiedBy = hasDigests ? .sha256 : .sizes
        created = RunClock.text(clock.seconds)
        self.identity = identity
        self.options = NamedValues(options.map { ($0.name, OptionValue($0.values)) })
        rules = ruleFiles
        self.inputs = inputs
        self.outputs = outputs
        self.warnings = warnings.map(Warning.init)
        if !answers.isEmpty { self.answers = answers }
        self.counts = counts
        if !clock.isFixed {
            timings = Timings(
                threads: threads, milliseconds: NamedValues(stages.map { ($0.stage, $0.milliseconds) }))
        }
        digest = hasDigests ? computedDigest : nil
    }

    /// Whether an option was given that takes no value, or was `true`.
    public func has(_ option: String) -> Bool { options[option] != nil }
}
