/// The rows of a list and what became of them: read = used + left out + rejected + skipped.
public struct RowCounts: Hashable, Sendable {
    public var read = 0
    /// Decided (population lists) or used (other lists).
    public var used = 0
    /// Rows of other lists that join nobody or are not yet known; 0 for population lists.
    public var leftOut = 0
    public var rejected = 0
    public var skipped = 0

    public init(read: Int = 0, used: Int = 0, leftOut: Int = 0, rejected: Int = 0, skipped: Int = 0) {
        self.read = read
        self.used = used
        self.leftOut = leftOut
        self.rejected = rejected
        self.skipped = skipped
    }

    /// Whether no row was lost.
    public var isReconciled: Bool { read == used + leftOut + rejected + skipped }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            read: left.read + right.read, used: left.used + right.used, leftOut: left.leftOut + right.leftOut,
            rejected: left.rejected + right.rejected, skipped: left.skipped + right.skipped)
    }
}
