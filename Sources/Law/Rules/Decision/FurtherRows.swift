public import CEL

/// The rows of one list beyond a person's first.
public struct FurtherRows: Sendable {
    /// The prefix of the list's facts (`revoked`).
    public var role: String
    /// For each entry the row of the person in the batch; a person may stand here several times.
    public var person: [Int32]
    /// One row an entry, in the layout of the batch; only the facts of `role` are filled in.
    public var facts: FactBatch

    public init(role: String, person: [Int32], facts: FactBatch) {
        self.role = role
        self.person = person
        self.facts = facts
    }
}
