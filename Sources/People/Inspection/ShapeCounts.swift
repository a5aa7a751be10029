import Columns

/// How often each shape was met, for shapes that are few.
struct ShapeCounts: Sendable {
    /// Shapes that come later are counted together.
    private static let most = 4096
    /// A shape met less often is not shown: a single odd cell might be told by it.
    static let fewest = 3

    private var shapes = ByteDictionary()
    private var counts: [Int] = []
    private(set) var total = 0

    mutating func add(_ shape: [UInt8], _ times: Int = 1) {
        total += times
        if let number = shapes.number(of: shape.span) {
            counts[number] += times
        } else if shapes.count < Self.most {
            _ = shapes.add(shape.span)
            counts.append(times)
        }
    }

    mutating func add(_ other: ShapeCounts) {
        let known = other.counts.reduce(0, +)
        for number in other.counts.indices { add(Array(other.shapes[number]), other.counts[number]) }
        total += other.total - known
    }

    /// The most frequent shapes, most frequent first, equals in byte order.
    func most(_ count: Int) -> [Inspection.Shape] {
        all.filter { $0.count >= Self.fewest }.prefix(count).map { $0 }
    }

    /// Every shape, most frequent first.
    var all: [Inspection.Shape] {
        counts.indices.map { Inspection.Shape(shape: String(decoding: shapes[$0], as: UTF8.self), count: counts[$0]) }
            .sorted { left, right in
                left.count == right.count
                    ? left.shape.utf8.lexicographicallyPrecedes(right.shape.utf8) : left.count > right.count
            }
    }
}
