/// A command that faults are put into: what it writes, or says, must be what it writes without them, or nothing.
struct FaultCommand: Sendable, CustomStringConvertible {
    var name: String
    var arguments: [String]
    /// Whether it writes the folder `out`; other commands answer on standard output.
    var writes: Bool

    var description: String { arguments.contains("public") ? "\(name) --audience public" : name }

    private static let rules = ["--rules", Program.rules]

    private init(_ name: String, _ arguments: [String], writes: Bool = false) {
        self.name = name
        self.writes = writes
        self.arguments =
            name.split(separator: " ").map(String.init) + arguments + Self.rules
            + (writes ? ["--out", "out", "--quiet"] : [])
    }

    /// Any command line that writes `out`.
    init(forced arguments: [String]) {
        name = "check --force"
        self.arguments = arguments
        writes = true
    }

    /// What stands before any of them: lists, a run of them and a later one.
    static let before: [[String]] = [
        ["sample", "--people", "300", "--seed", "5", "--excel", "--out", "lists", "--quiet"] + rules,
        check + ["--as-of", "2018-01-01", "--out", "earlier"],
        check + ["--as-of", "2018-06-27", "--out", "run"],
    ]
    private static let check = ["check", "lists/periksa.json5", "--persons", "--quiet"] + rules

    static let all: [FaultCommand] = [
        FaultCommand("check", ["lists/periksa.json5", "--persons", "--as-of", "2018-06-27"], writes: true),
        FaultCommand("outreach", ["run"], writes: true),
        FaultCommand("report", ["run"], writes: true),
        FaultCommand("report", ["run", "--audience", "public", "--salt", "key"], writes: true),
        FaultCommand("diff", ["earlier", "run", "--key", "key"], writes: true),
        FaultCommand("sample", ["--people", "300", "--seed", "6", "--excel"], writes: true),
        FaultCommand("inspect", ["lists/perekaman-1.csv"]),
        FaultCommand("verify", ["run"]),
        FaultCommand("pace", ["run"]),
        FaultCommand("rules list", []),
    ]
}
