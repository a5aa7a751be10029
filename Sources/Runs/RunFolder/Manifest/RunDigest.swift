import Columns
import Documents
import Files
import RoleLists

extension Manifest {
    /// The digest that names the run, from what the manifest lists: SHA-256 over inputs, rules, options and outputs, one
    /// line each, without times, paths or threads.
    ///
    /// Lines: `input ROLE LIST BYTES SHA256`, `rule PATH BYTES SHA256`, `option NAME VALUE…`,
    /// `output NAME BYTES SHA256`; cells divided by TAB, lines ended by LF, in the manifest's order.
    public var computedDigest: String {
        var text = "siappilih run 1\n"
        func line(_ cells: [String]) { text += cells.joined(separator: "\t") + "\n" }
        for input in inputs { line(["input", input.role, input.list, "\(input.bytes)", input.sha256 ?? ""]) }
        for file in rules { line(["rule", file.path, "\(file.bytes)", file.sha256 ?? ""]) }
        line(["option", "election", identity.election])
        line(["option", "ruleset", identity.ruleset])
        line(["option", "profile", identity.profile])
        line(["option", "as-of", identity.asOf])
        for option in options where !Self.saidElsewhere.contains(option.name) {
            line(["option", option.name] + option.value.values)
        }
        for output in outputs { line(["output", output.name, "\(output.bytes)", output.sha256 ?? ""]) }
        return Digest.hex(of: Array(text.utf8))
    }

    /// Said above from what was in force, whether given or by default; tables of region names and column maps are
    /// inputs.
    private static let saidElsewhere: Set<String> = ["election", "ruleset", "profile", "as-of", "regions", "map"]
}
