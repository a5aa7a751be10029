public import Diagnostics
public import Files
public import RoleLists
public import RunFolder

/// What a check found, for the terminal and `--json`; the same figures stand in the run directory.
public struct CheckReport: Sendable {
    public var summary: RunSummary
    public var inputs: [InputReport]
    public var outputs: [OutputReport]
    public var warnings: [Finding]
    /// Rejected rows or words outside their tables: exit code 1 under `--strict`.
    public var hasDataProblems: Bool
    public var directory: String
    /// The digest that names the run; nil with `--no-digest`.
    public var digest: String?
    /// The lists of people in which somebody stands.
    public var filled: Set<PersonTable>

    /// Nobody stands in the results: exit code 1.
    public var isEmpty: Bool { summary.rows.used == 0 }

    public init(
        summary: RunSummary, inputs: [InputReport], outputs: [OutputReport], warnings: [Finding],
        hasDataProblems: Bool, directory: String, digest: String? = nil, filled: Set<PersonTable>
    ) {
        self.summary = summary
        self.inputs = inputs
        self.outputs = outputs
        self.warnings = warnings
        self.hasDataProblems = hasDataProblems
        self.directory = directory
        self.digest = digest
        self.filled = filled
    }
}
