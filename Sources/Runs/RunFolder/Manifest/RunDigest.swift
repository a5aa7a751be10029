import Columns
import Documents
import Files
import RoleLists

extension Manifest {
    /// The digest that names the run, from what the manifest lists: SHA-256 over inputs, rules, options, counts and
    /// outputs, one line each, without times, paths or threads.
    ///
    /// Lines: `input ROLE LIST BYTES SHA256 REGION`, `rule PATH BYTES SHA256`, `option NAME VALUE…`, `count NAME NUMBER`
    /// (in byte order of the names), `output NAME BYTES SHA256`; cells divided by TAB, lines ended by LF, in the
    /// manifest's order.
    public var computedDigest: String {
        var text = "siappilih run 2\n"
        func line(_ cells: [String]) { text += cells.joined(separator: "\t") + "\n" }
        for input in inputs {
            line(["input", input.role, input.list, "\(input.bytes)", input.sha256 ?? "", input.region ?? ""])
        }
        for file in rules { line(["rule", file.path, "\(file.bytes)", file.sha256 ?? ""]) }
        line(["option", "election", identity.election])
        line(["option", "ruleset", identity.ruleset])
        line(["option", "profile", identity.profile])
        line(["option", "voting-day", identity.votingDay])
        line(["option", "as-of", identity.asOf])
        for option in options where !Self.saidElsewhere.contains(option.name) {
            line(["option", option.name] + option.value.values)
        }
        for (name, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            line(["count", name, "\(count)"])
        }
        for output in outputs { line(["output", output.name, "\(output.bytes)", output.sha256 ?? ""]) }
        return Digest.hex(of: Array(text.utf8))
    }

    /// So many digits of a digest name a run where there is no room for all.
    public static let shortDigest = 16

    /// Said above from what was in force, whether given or by default; tables of region names and column maps are
    /// inputs.
    private static let saidElsewhere: Set<String> = [
        "election", "ruleset", "profile", "voting-day", "as-of", "regions", "map",
    ]
}
