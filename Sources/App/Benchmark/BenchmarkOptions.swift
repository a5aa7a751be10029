import Diagnostics
import FoundationEssentials
import Glibc
import Options

/// What is to be measured, on which lists.
struct BenchmarkOptions {
    var people = 1_000_000
    var seed = 1
    /// Where made-up lists and results lie; kept between runs.
    var work = ".build/benchmark"
    /// A job file that names lists, instead of made-up ones.
    var job: String?
    var rules = "rules"
    /// How often each figure is taken; the median counts.
    var runs = 3
    var threads: Int
    /// Stages to measure; empty = all of them and the whole check.
    var only: [String] = []
    var isJSON = false
    /// Measure this stage alone, in this process: how the program calls itself, so that each stage has its own memory.
    var stage: Stage?
    /// Run a comparison with DuckDB.
    var compares = false
    var script = "Sources/App/Benchmark/duckdb.sql"
    /// Options handed on to `siappilih check`.
    var passedOn: [String] = []

    private static let table = [
        option("people", "N", "people of the made-up lists (default 1000000)"),
        option("seed", "S", "their seed (default 1)"),
        option("work", "DIR", "where lists and results lie (default .build/benchmark)"),
        option("job", "F", "a job file that names lists, instead of made-up ones"),
        option("rules", "DIR", "folder of the rules (default rules)"),
        option("runs", "K", "times each figure is taken (default 3)"),
        option("threads", "N", "threads of the whole check (default: every core)"),
        option("only", "A,B", "stages to measure: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")), check"),
        option("json", nil, "one JSON document"),
        option("compare", nil, "compare the whole check with DuckDB"),
        option("script", "F", "DuckDB's script"),
        option("stage", "NAME", "measure one stage in this process"),
        option("help", nil, "this list"),
    ]

    private static func option(_ name: String, _ argument: OptionArgument?, _ help: String) -> OptionSpec {
        OptionSpec(name, argument, help: Bilingual(id: help, en: help), group: .output)
    }

    init(_ words: [String]) throws {
        threads = ProcessInfo.processInfo.activeProcessorCount
        let split = words.firstIndex(of: "--") ?? words.endIndex
        let arguments = try Arguments(Array(words[..<split]), options: Self.table)
        passedOn = Array(words[split...].dropFirst())
        if arguments.has("help") {
            for option in Self.table {
                print(
                    FigureText.padded("  --\(option.name) \(option.argument?.placeholder ?? "")", to: 18),
                    option.help.english)
            }
            print("  -- …             further options of `siappilih check`")
            exit(0)
        }
        func number(_ name: String, _ fallback: Int) throws -> Int {
            guard let text = arguments.value(name) else { return fallback }
            guard let number = Int(text), number > 0 else { throw Self.refusal("--\(name) needs a number above 0") }
            return number
        }
        people = try number("people", people)
        seed = try number("seed", seed)
        runs = try number("runs", runs)
        threads = try number("threads", threads)
        work = arguments.value("work") ?? work
        job = arguments.value("job")
        rules = arguments.value("rules") ?? rules
        script = arguments.value("script") ?? script
        isJSON = arguments.has("json")
        compares = arguments.has("compare")
        only = arguments.value("only")?.split(separator: ",").map(String.init) ?? []
        let known = Stage.allCases.map(\.rawValue) + [CheckRun.name]
        if let unknown = only.first(where: { !known.contains($0) }) {
            throw Self.refusal("there is no stage '\(unknown)'; choose among \(known.joined(separator: ", "))")
        }
        if let name = arguments.value("stage") {
            guard let named = Stage(rawValue: name) else { throw Self.refusal("there is no stage '\(name)'") }
            stage = named
        }
    }

    func wants(_ stage: String) -> Bool { only.isEmpty || only.contains(stage) }

    static func refusal(_ text: String) -> Failure {
        Failure(.usage, Finding(code: "benchmark", message: Bilingual(id: text, en: text)))
    }
}
