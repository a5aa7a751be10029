import Civil
import FoundationEssentials
import Rules
import Schema

/// The whole check and a DuckDB script that does a comparable job, in turn on the same lists.
///
/// Only ratios taken run by run count: machines drift, and both contestants of one turn meet the same weather.
struct Comparison {
    let options: BenchmarkOptions
    let workload: Workload

    init(_ options: BenchmarkOptions) throws {
        self.options = options
        workload = try Workload(options)
    }

    func run() throws {
        guard let duckdb = Self.find("duckdb") else {
            Benchmark.say(
                """
                *** DuckDB was not found: the comparison is LEFT OUT. ***
                Put the program `duckdb` (1.0 or later) on the PATH and run this again.
                """)
            return
        }
        Benchmark.say("writing the lists once more, plain …")
        let plain = try PlainLists(workload)
        defer { try? FileManager.default.removeItem(atPath: plain.folder) }
        let script = try prepare(plain)
        let check = checkArguments(plain)
        var turns: [(ours: ChildProcess, theirs: ChildProcess)] = []
        print("people          siappilih                       DuckDB                     DuckDB / siappilih")
        for turn in 0...options.runs {
            let ours = try finished(CheckRun.program, check)
            let theirs = try finished(duckdb, ["-f", script])
            // The first turn warms the file cache.
            if turn == 0 { continue }
            turns.append((ours, theirs))
            print(
                Self.line(FigureText.count(options.people), ours, theirs)
                    + "   \(FigureText.decimal(theirs.seconds / ours.seconds, 2))")
        }
        let ratios = turns.map { $0.theirs.seconds / $0.ours.seconds }
        print(
            "DuckDB / siappilih, wall time run by run: median \(FigureText.decimal(FigureText.median(ratios), 2))",
            "(min \(FigureText.decimal(ratios.min() ?? 0, 2)), max \(FigureText.decimal(ratios.max() ?? 0, 2)))")
    }

    private static func line(_ people: String, _ ours: ChildProcess, _ theirs: ChildProcess) -> String {
        func figures(_ run: ChildProcess) -> String {
            let text =
                "\(FigureText.decimal(run.seconds, 3)) s  cpu \(FigureText.decimal(run.cpuSeconds, 3)) s  "
                + FigureText.mebibytes(run.peakBytes)
            return FigureText.padded(text, to: 32)
        }
        return FigureText.padded(people, to: 16) + figures(ours) + figures(theirs)
    }

    private func finished(_ program: String, _ arguments: [String]) throws -> ChildProcess {
        guard let run = ChildProcess(program, arguments, output: "/dev/null"), run.ending == 0 else {
            throw BenchmarkOptions.refusal("\(program) failed")
        }
        return run
    }

    private func checkArguments(_ plain: PlainLists) -> [String] {
        var arguments = [
            "check", "--election", workload.ruleset.electionID, "--as-of", workload.ruleset.asOf.description, "--rules",
            options.rules, "--out", workload.results, "--force", "--quiet", "--threads", String(options.threads),
        ]
        for (role, path, _, isGiven) in plain.files where isGiven { arguments += ["--\(role.option)", path] }
        return arguments + options.passedOn
    }

    /// The script with the paths and columns of these lists; returns where it lies.
    private func prepare(_ plain: PlainLists) throws -> String {
        var text = try String(contentsOfFile: options.script, encoding: .utf8)
        for (role, path, columns, _) in plain.files {
            let names = columns.map { "'\($0.id)': 'VARCHAR'" }.joined(separator: ", ")
            text = text.replacing("@\(role.id)@", with: "'\(path)', columns = {\(names)}")
        }
        let out = "\(options.work)/duckdb"
        try? FileManager.default.createDirectory(
            atPath: out, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let values = [
            "codes": "'\(plain.folder)/codes.csv'", "out": out, "threads": String(options.threads),
            "voting_day": workload.ruleset.votingDay.description, "as_of": workload.ruleset.asOf.description,
        ]
        for (name, value) in values { text = text.replacing("@\(name)@", with: value) }
        let script = "\(options.work)/duckdb.sql"
        try text.write(toFile: script, atomically: true, encoding: .utf8)
        return script
    }

    /// A program on the PATH.
    private static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
