/// Marks that stand for one apostrophe: typewriters, telephones and word processors each write another one.
public struct Apostrophes: Sendable, Hashable {
    private let scalars: Set<UInt32>
    /// Whether ``` ` ``` is one.
    let hasGrave: Bool

    public static let none = Apostrophes([])

    /// - Parameter marks: texts of one mark each; of longer ones the first mark counts.
    public init(_ marks: [String]) {
        scalars = Set(marks.compactMap { $0.unicodeScalars.first?.value })
        hasGrave = scalars.contains(0x60)
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool { scalars.contains(scalar.value) }
}
