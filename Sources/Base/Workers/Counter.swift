import Synchronization

/// Hands out the numbers 0, 1, 2, … to several threads.
public final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    public init() {}

    /// The next number, or nil when it is not below `limit`.
    public func next(below limit: Int) -> Int? {
        let number = value.add(1, ordering: .relaxed).oldValue
        return number < limit ? number : nil
    }
}
