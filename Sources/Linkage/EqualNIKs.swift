/// Rows of the population lists that bear one NIK: the same person twice, or one NIK for two people.
///
/// KPU's classes of 2018 say how alike two rows are; which columns make a class comes with the lists' schema. Rows are
/// compared by 64-bit digests of their normal forms, and only with rows of the same NIK.
public enum EqualNIKs {
    /// What a row is compared by.
    public struct Row: Sendable {
        public var key: UInt64
        public var place: PersonIndex.Place
        /// Digest of the columns that tell persons apart.
        public var identity: UInt64
        /// Digest of each class's columns, strongest class first; nil where the row cannot be of that class.
        public var classes: [UInt64?]

        public init(key: UInt64, place: PersonIndex.Place, identity: UInt64, classes: [UInt64?]) {
            self.key = key
            self.place = place
            self.identity = identity
            self.classes = classes
        }
    }

    public enum Mark: Hashable, Sendable {
        /// The earliest row of a NIK whose rows are all of one person.
        case first
        /// Rows of this NIK differ in who they are.
        case shared
        /// Equal to an earlier row in this class (place in the schema's order).
        case duplicate(Int)
    }

    /// Marks each row of one NIK. `rows` are in the order of the lists.
    public static func marks(_ rows: ArraySlice<Row>) -> [Mark] {
        guard let first = rows.first else { return [] }
        if rows.contains(where: { $0.identity != first.identity }) {
            return rows.map { _ in .shared }
        }
        var earlier = [Set<UInt64>](repeating: [], count: first.classes.count)
        return rows.map { row in
            var mark = Mark.first
            for (place, digest) in row.classes.enumerated() {
                guard let digest else { continue }
                if case .first = mark, earlier[place].contains(digest) { mark = .duplicate(place) }
                earlier[place].insert(digest)
            }
            return mark
        }
    }
}
