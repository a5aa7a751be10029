/// NIKs that people of different name or birth date bear, and by which names rows of other lists tell them apart.
public struct SharedNIKs: Sendable {
    /// By NIK: digests of the names that exactly one of those who share it bears.
    private var names: [UInt64: [UInt64]] = [:]

    public init() {}

    public var isEmpty: Bool { names.isEmpty }

    /// Takes in the rows of a NIK that several people share: who each row is, and its name, as digests; 0 = no name.
    public mutating func add(_ nik: UInt64, _ rows: [(identity: UInt64, name: UInt64)]) {
        var bearers: [UInt64: Set<UInt64>] = [:]
        for row in rows where row.name != 0 { bearers[row.name, default: []].insert(row.identity) }
        names[nik] = bearers.filter { $0.value.count == 1 }.keys.sorted()
    }

    public mutating func add(_ other: SharedNIKs) {
        names.merge(other.names) { first, _ in first }
    }

    /// The name itself where it is that of exactly one of those who share the NIK; 0 where a row of this name says
    /// nothing of one of them in particular.
    public func bearer(_ nik: UInt64, name: UInt64) -> UInt64 {
        name != 0 && names[nik]?.contains(name) ?? false ? name : 0
    }
}
