import Columns
import FoundationEssentials

/// Measures the stages that are asked for, each in a process of its own, and the whole check; prints what it found.
struct BenchmarkRun {
    let options: BenchmarkOptions
    let workload: Workload

    init(_ options: BenchmarkOptions) throws {
        self.options = options
        workload = try Workload(options)
    }

    func run() throws {
        var stages: [StageFigures] = []
        for stage in Stage.allCases where options.wants(stage.rawValue) { stages.append(try measure(stage)) }
        var checks: [CheckRun] = []
        if options.wants(CheckRun.name) {
            for digests in [false, true] {
                let runs = try (0..<options.runs).map { _ in try CheckRun(workload, digests: digests) }
                if let run = CheckRun.median(runs) { checks.append(run) }
            }
        }
        let report = BenchmarkReport(workload, stages: stages, checks: checks)
        print(options.isJSON ? report.document : report.text, terminator: "")
    }

    /// The median of several runs of one stage.
    private func measure(_ stage: Stage) throws -> StageFigures {
        let output = "\(options.work)/\(stage.rawValue).json"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let arguments = [
            "--stage", stage.rawValue, "--job", workload.job, "--rules", options.rules, "--work", options.work,
            "--seed",
            String(options.seed),
        ]
        var runs: [StageFigures] = []
        for _ in 0..<options.runs {
            let own = Directories.program ?? CommandLine.arguments.first ?? ""
            guard let child = ChildProcess(own, arguments, output: output), child.ending == 0 else {
                throw BenchmarkOptions.refusal("stage \(stage.rawValue) failed")
            }
            runs.append(
                try JSONDecoder().decode(StageFigures.self, from: Data(contentsOf: URL(fileURLWithPath: output))))
        }
        runs.sort { $0.milliseconds < $1.milliseconds }
        return runs[runs.count / 2]
    }
}
