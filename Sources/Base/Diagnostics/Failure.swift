/// Thrown where the job could not be done; carries every problem found, not only the first.
public struct Failure: Error, Sendable {
    /// Why the program stops; the raw value is its exit code.
    public enum Kind: Int32, Sendable {
        /// Unknown option, election, ruleset; output = input; output not empty.
        case usage = 2
        /// An input or a rule cannot be read.
        case input = 3
        /// Output cannot be written.
        case output = 4
        /// A defect of the program itself.
        case `internal` = 5
        case interrupted = 130
    }

    public var kind: Kind
    public var findings: [Finding]

    public init(_ kind: Kind, _ findings: [Finding]) {
        self.kind = kind
        self.findings = findings
    }

    public init(_ kind: Kind, _ finding: Finding) {
        self.init(kind, [finding])
    }
}
