import FoundationEssentials

/// What a benchmark found, as a page and as a document.
struct BenchmarkReport: Codable {
    var schema = 1
    /// As the job file names it.
    var job: String
    var listBytes: Int
    var cores: Int
    var runs: Int
    var stages: [StageFigures]
    var checks: [CheckRun]

    init(_ workload: Workload, stages: [StageFigures], checks: [CheckRun]) {
        job = workload.job
        listBytes = workload.bytes
        cores = ProcessInfo.processInfo.activeProcessorCount
        runs = workload.options.runs
        self.stages = stages
        self.checks = checks
    }

    var document: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
    }

    var text: String {
        var page = "Lists of \(job): \(FigureText.decimal(Double(listBytes) / 1e6, 1)) MB; \(cores) cores; "
        page += runs == 1 ? "one run\n" : "medians of \(runs) runs\n"
        if !stages.isEmpty { page += "\nOne stage alone, one thread\n" + stageTable }
        for check in checks { page += "\n" + Self.page(check) }
        return page
    }

    private var stageTable: String {
        var rows = [["stage", "", "ms", "rows", "rows/s", "bytes/s", "peak memory"]]
        for stage in stages {
            let countsBytes = stage.unit == "bytes"
            rows.append([
                stage.stage, Stage(rawValue: stage.stage)?.does ?? "", FigureText.decimal(stage.milliseconds, 1),
                countsBytes ? "" : "\(FigureText.count(stage.rows)) \(stage.unit)",
                countsBytes ? "" : FigureText.rate(stage.rowsPerSecond),
                stage.bytesPerSecond.map(FigureText.bytesRate) ?? "", stage.peakBytes.map(FigureText.mebibytes) ?? "",
            ])
        }
        return FigureText.table(rows)
    }

    private static func page(_ check: CheckRun) -> String {
        var page = "Whole check, \(check.digests ? "with SHA-256" : "--no-digest"), \(check.threads) threads: "
        page += "\(FigureText.decimal(check.seconds, 3)) s (cpu \(FigureText.decimal(check.cpuSeconds, 3)) s), "
        page += "\(FigureText.count(check.people)) people, \(FigureText.rate(check.peoplePerSecond)), "
        page += "\(FigureText.decimal(check.seconds / Double(max(1, check.people)) * 1e9, 0)) ns a person, "
        page += "peak \(FigureText.mebibytes(check.peakBytes))\n"
        let rows = check.stages.map { stage in
            [
                stage.stage, FigureText.decimal(stage.milliseconds, 0) + " ms",
                FigureText.rate(stage.milliseconds > 0 ? Double(check.people) / stage.milliseconds * 1000 : 0),
            ]
        }
        return page + FigureText.table(rows)
    }
}
