/// Rows of the population lists that bear one NIK: the same person twice, or one NIK for two people.
///
/// KPU's classes of 2018 say how alike two rows are; which columns make a class comes with the lists' schema. Rows are
/// compared by 64-bit digests of their normal forms, and only with rows of the same NIK.
public enum EqualNIKs {
    /// What rows are compared by.
    public struct Digests: Sendable {
        /// Of each row a digest of the columns that tell persons apart, one of the name, then one of each class's columns,
        /// strongest class first.
        private var digests: [UInt64]
        private let stride: Int

        /// What stands for a class that a row cannot be of.
        public static let none: UInt64 = 0

        public init(rows: Int, classes: Int) {
            stride = classes + 2
            digests = [UInt64](repeating: Self.none, count: rows * stride)
        }

        public var classes: Int { stride - 2 }

        /// Digests of a row.
        public var width: Int { stride }

        /// Takes the digests of a row out of `found`, where they stand from `start` on.
        public mutating func set(_ row: Int, from found: [UInt64], at start: Int) {
            for place in 0..<stride { digests[row * stride + place] = found[start + place] }
        }

        public func identity(_ row: Int) -> UInt64 { digests[row * stride] }

        /// 0 = no name.
        public func name(_ row: Int) -> UInt64 { digests[row * stride + 1] }

        func digest(_ row: Int, class place: Int) -> UInt64 { digests[row * stride + 2 + place] }
    }

    public enum Mark: Hashable, Sendable {
        /// The earliest row of a NIK whose rows are all of one person.
        case first
        /// Rows of this NIK differ in who they are.
        case shared
        /// Equal to an earlier row in this class (place in the schema's order).
        case duplicate(Int)
    }

    /// Marks the rows of one NIK, which stand together and in the order of the lists.
    public static func mark(_ rows: Range<Int>, of digests: Digests, in marks: inout [Mark]) {
        if rows.dropFirst().contains(where: { digests.identity($0) != digests.identity(rows.lowerBound) }) {
            for row in rows { marks[row] = .shared }
        } else if rows.count <= 16 {
            markFew(rows, digests, &marks)
        } else {
            markMany(rows, digests, &marks)
        }
    }

    /// Compares each row with every earlier one: cheapest for the two or three that a NIK mostly has.
    private static func markFew(_ rows: Range<Int>, _ digests: Digests, _ marks: inout [Mark]) {
        for row in rows {
            marks[row] = .first
            for place in 0..<digests.classes {
                let digest = digests.digest(row, class: place)
                guard digest != Digests.none,
                    (rows.lowerBound..<row).contains(where: { digests.digest($0, class: place) == digest })
                else { continue }
                marks[row] = .duplicate(place)
                break
            }
        }
    }

    private static func markMany(_ rows: Range<Int>, _ digests: Digests, _ marks: inout [Mark]) {
        var earlier = [Set<UInt64>](repeating: [], count: digests.classes)
        for row in rows {
            marks[row] = .first
            for place in 0..<digests.classes {
                let digest = digests.digest(row, class: place)
                guard digest != Digests.none else { continue }
                let isNew = earlier[place].insert(digest).inserted
                if !isNew, marks[row] == .first { marks[row] = .duplicate(place) }
            }
        }
    }
}
