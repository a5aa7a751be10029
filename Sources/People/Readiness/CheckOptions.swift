public import Civil
public import Diagnostics
public import Joining
public import RoleLists

/// Which lists of people are written as workbooks too.
public enum WorkbookChoice: Sendable {
    /// None, where nobody will open them.
    case never
    /// Those that a spreadsheet opens at once.
    case short
    /// All, however long.
    case always
}

/// What `check` is asked to do, from a command line, a job file, or both.
public struct CheckOptions: Sendable, Equatable {
    /// In the order given, which is the order of people in results.
    public var lists: [ListInput]
    /// Column maps: which cell is which column of the lists that they name.
    public var maps: [String]
    /// A table of region names beside the rules' own.
    public var regions: String?
    public var election: String
    /// Ids or options of roles whose lists are taken as given, whatever they tell of.
    public var acceptedRoles: [String] = []
    /// Ids or options of roles whose lists may strike any number of people.
    public var acceptedStrikes: [String] = []
    /// Whether two files of one role may hold the same bytes, as those may that verify writes of two lists' rows.
    public var mayRepeatFiles = false
    /// Where rows that answers name stand in these lists, as those do that verify writes of some rows of a run.
    public var movedRows: [AnswerOrigin: AnswerOrigin] = [:]
    /// Another instrument than the election's.
    public var ruleset: String?
    /// Other code tables than the election's.
    public var profile: String?
    /// nil = today in Jakarta, at most the voting day.
    public var asOf: CivilDate?
    public var rulesDirectory: String
    public var out: String
    public var persons: Bool
    /// Whether the CSV files that people open are written as a spreadsheet opens them.
    public var forSpreadsheets = false
    /// Which lists of people are written as workbooks too.
    public var workbooks = WorkbookChoice.short
    /// Of what people read in the run directory: asked for by name, and never the computer's own, so that the same
    /// options give the same bytes everywhere.
    public var language = Language.indonesian
    /// Whether inputs, rules and outputs bear a SHA-256.
    public var digests: Bool
    /// At least 1; nil = one a core.
    public var threads: Int?
    /// Bytes of memory the run may use; nil = `MemoryBudget.standard`.
    public var memory: Int?
    public var strict: Bool
    public var force: Bool
    /// The job file these options come from, if any.
    public var job: String?
    /// What was said of the names given for lists: files passed over.
    public var notes: [Finding] = []

    public init(
        lists: [ListInput], maps: [String] = [], regions: String? = nil, election: String, ruleset: String? = nil,
        profile: String? = nil, asOf: CivilDate? = nil, rulesDirectory: String, out: String, persons: Bool = false,
        digests: Bool = true,
        threads: Int? = nil, memory: Int? = nil, strict: Bool = false, force: Bool = false, job: String? = nil
    ) {
        self.lists = lists
        self.maps = maps
        self.regions = regions
        self.election = election
        self.ruleset = ruleset
        self.profile = profile
        self.asOf = asOf
        self.rulesDirectory = rulesDirectory
        self.out = out
        self.persons = persons
        self.digests = digests
        self.threads = threads
        self.memory = memory
        self.strict = strict
        self.force = force
        self.job = job
    }

    /// What the results must neither be nor hold: lists, column maps, region names, rules, job file.
    public var protectedPaths: [String] {
        lists.map { ListPath($0.path).file } + maps
            + [regions.map { ListPath($0).file }, rulesDirectory, job].compactMap { $0 }
    }

    /// The options as the manifest keeps them: those that can change a result, by the names they are given by.
    public var reported: [(name: String, values: [String])] {
        let single: [(String, String?)] = [
            ("election", election), ("ruleset", ruleset), ("profile", profile), ("as-of", asOf?.description),
            ("regions", regions), ("persons", persons ? "true" : nil),
            ("csv-excel", forSpreadsheets ? "true" : nil), ("workbooks", workbooks == .always ? "true" : nil),
            ("no-digest", digests ? nil : "true"),
            ("strict", strict ? "true" : nil),
            ("lang", language == .indonesian ? nil : language.rawValue),
        ]
        let regions = lists.map { $0.region ?? "" }
        let perList: [(name: String, values: [String])] =
            regions.allSatisfy(\.isEmpty) ? [] : [(name: "region", values: regions)]
        let mapped: [(name: String, values: [String])] = maps.isEmpty ? [] : [(name: "map", values: maps)]
        let accepted = [("accept-role", acceptedRoles), ("accept-strikes", acceptedStrikes)]
            .filter { !$0.1.isEmpty }.map { (name: $0.0, values: $0.1) }
        return single.compactMap { name, value in value.map { (name: name, values: [$0]) } } + perList + mapped
            + accepted
    }
}
