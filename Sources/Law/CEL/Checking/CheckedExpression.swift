public import Diagnostics

/// An expression whose names are resolved and whose types are known: safe to evaluate, compile or print as SQL.
public struct CheckedExpression: Sendable {
    public let source: String
    public let root: Node
    /// The facts it names, whether for their value or under `has()`.
    public let facts: Set<String>

    public var type: CELType { root.type }

    init(source: String, root: Node, facts: Set<String>) {
        self.source = source
        self.root = root
        self.facts = facts
    }
}

/// Why a text is no expression of the profile: every problem found, in the order of the text.
public struct ExpressionProblems: Error, Sendable {
    public let findings: [Finding]

    init(_ findings: [Finding]) {
        self.findings = findings
    }
}
