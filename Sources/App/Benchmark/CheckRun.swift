import Columns
import Documents
import RoleLists
import RunFolder

/// The whole check by the product's own program, as its users run it.
struct CheckRun: Codable {
    static let name = "check"

    struct StageTime: Codable {
        var stage: String
        var milliseconds: Double
    }

    /// Whether results bore a SHA-256.
    var digests: Bool
    var threads: Int
    var people: Int
    var seconds: Double
    var cpuSeconds: Double
    var peakBytes: Int
    /// In the order of the run, as its manifest says.
    var stages: [StageTime]

    var peoplePerSecond: Double { seconds > 0 ? Double(people) / seconds : 0 }

    /// Runs `siappilih check` once and reads its manifest.
    init(_ workload: Workload, digests: Bool) throws {
        let options = workload.options
        let arguments =
            [
                "check", workload.job, "--rules", options.rules, "--out", workload.results, "--force", "--quiet",
                "--threads", String(options.threads),
            ] + (digests ? [] : ["--no-digest"]) + options.passedOn
        try self.init(arguments, results: workload.results, digests: digests, threads: options.threads)
    }

    init(_ arguments: [String], results: String, digests: Bool, threads: Int) throws {
        guard let run = ChildProcess(Self.program, arguments, output: "/dev/null") else {
            throw BenchmarkOptions.refusal("\(Self.program) cannot be run; build it first")
        }
        guard run.ending == 0 else { throw BenchmarkOptions.refusal("siappilih check ended with \(run.ending)") }
        self.digests = digests
        self.threads = threads
        seconds = run.seconds
        cpuSeconds = run.cpuSeconds
        peakBytes = run.peakBytes
        let manifest = try Manifest(reading: "\(results)/\(Manifest.fileName)")
        people = manifest.inputs.filter(\.isPopulation).reduce(0) { $0 + $1.rows.used }
        stages = (manifest.timings?.milliseconds ?? NamedValues()).map {
            StageTime(stage: $0.name, milliseconds: Double($0.value))
        }
    }

    /// The program beside this one.
    static let program: String = {
        let folder = Directories.program?.split(separator: "/").dropLast().joined(separator: "/")
        return folder.map { "/\($0)/siappilih" } ?? "siappilih"
    }()

    /// The run whose time is in the middle.
    static func median(_ runs: [CheckRun]) -> CheckRun? {
        let sorted = runs.sorted { $0.seconds < $1.seconds }
        return sorted.isEmpty ? nil : sorted[sorted.count / 2]
    }
}
