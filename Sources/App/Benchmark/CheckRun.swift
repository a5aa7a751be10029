import Foundation

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
        let manifest = try RunManifest(results)
        people = manifest.people
        stages = manifest.stages
    }

    /// The program beside this one.
    static let program: String = {
        let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "")
        return own.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("siappilih").path
    }()

    /// The run whose time is in the middle.
    static func median(_ runs: [CheckRun]) -> CheckRun? {
        let sorted = runs.sorted { $0.seconds < $1.seconds }
        return sorted.isEmpty ? nil : sorted[sorted.count / 2]
    }
}

/// The figures of a manifest that a benchmark shows.
private struct RunManifest {
    var people = 0
    var stages: [CheckRun.StageTime] = []

    init(_ results: String) throws {
        let path = "\(results)/manifest.json"
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        for input in document["inputs"] as? [[String: Any]] ?? [] {
            people += (input["rows"] as? [String: Any])?["decided"] as? Int ?? 0
        }
        let times = (document["timings"] as? [String: Any])?["milliseconds"] as? [String: Any] ?? [:]
        // A dictionary has no order: that of the document is the run's.
        let text = String(decoding: data, as: UTF8.self)
        var placed: [(place: String.Index, time: CheckRun.StageTime)] = []
        for (name, time) in times {
            guard let place = text.range(of: "\"\(name)\": ", options: .backwards)?.lowerBound else { continue }
            let milliseconds = (time as? NSNumber)?.doubleValue ?? 0
            placed.append((place, CheckRun.StageTime(stage: name, milliseconds: milliseconds)))
        }
        stages = placed.sorted { $0.place < $1.place }.map(\.time)
    }
}
