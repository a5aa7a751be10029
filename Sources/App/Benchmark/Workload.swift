import Columns
import FoundationEssentials
import Options
import Readiness
import RoleLists
import Rules
import RunFolder
import Samples

/// The lists a benchmark reads and the rules it decides by.
struct Workload {
    let options: BenchmarkOptions
    let job: String
    let ruleset: Ruleset
    let inputs: [ListInput]
    /// Bytes of all lists.
    let bytes: Int

    /// Makes the lists that are asked for where they do not lie in the work folder yet.
    init(_ options: BenchmarkOptions) throws {
        self.options = options
        let book = try RuleBook.load(directory: options.rules)
        job = try options.job ?? Self.sample(options, book)
        let roles = book.roles.map(ListRole.init)
        let check = try CheckOptions(
            Arguments(["--out", Self.results(options)], options: CheckOptions.table(roles: roles)),
            job: JobFile(reading: job),
            vocabulary: CheckOptions.Vocabulary(
                roles: roles, elections: book.elections.map(\.id), rulesDirectory: options.rules))
        ruleset = try Ruleset(
            book: book, election: check.election, instrument: check.ruleset, profile: check.profile,
            asOf: check.asOf, today: RunClock.current().today)
        inputs = check.lists
        bytes = try check.lists.reduce(0) { try $0 + InputFile(path: $1.path).size }
    }

    /// Where a check of the lists puts its results.
    static func results(_ options: BenchmarkOptions) -> String { "\(options.work)/results" }

    var results: String { Self.results(options) }

    private static func sample(_ options: BenchmarkOptions, _ book: RuleBook) throws -> String {
        let folder = "\(options.work)/people-\(options.people)-\(options.seed)"
        try FileManager.default.createDirectory(
            atPath: options.work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let elections = book.elections.sorted { $0.votingDay < $1.votingDay }
        guard let election = elections.dropLast().last ?? elections.last else {
            throw BenchmarkOptions.refusal("the rules know no election")
        }
        let ruleset = try Ruleset(book: book, election: election.id, today: election.votingDay)
        let plan = Sample.Plan(
            people: options.people, seed: UInt64(options.seed), schema: ruleset.schema, election: election.id,
            votingDay: election.votingDay)
        if let job = try? FileManager.default.contentsOfDirectory(atPath: folder).first(where: {
            $0.hasSuffix(".json5")
        }) {
            return "\(folder)/\(job)"
        }
        Benchmark.say("making \(FigureText.count(options.people)) people in \(folder) …")
        return try "\(folder)/\(Sample.write(plan, to: folder).job)"
    }
}
