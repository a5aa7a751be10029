import Columns
import Diagnostics
import Linkage
import RoleLists
import Rules
import Tabular

/// A row of the population lists whose NIK another row brought before.
struct RepeatedNIK: Sendable {
    var nik: UInt64
    var position: RowPosition
}

/// Reads again the rows that share a NIK and tells how they are equal.
public enum EqualNIKPass {
    /// What a row that shares its NIK is marked with, found by its position.
    struct Marks: Sendable {
        /// Ascending.
        private var positions: [RowPosition] = []
        private var marks: [EqualNIKs.Mark] = []

        init() {}

        func mark(_ position: RowPosition) -> EqualNIKs.Mark {
            var low = 0
            var high = positions.count
            while low < high {
                let middle = (low + high) / 2
                if positions[middle] < position { low = middle + 1 } else { high = middle }
            }
            return low < positions.count && positions[low] == position ? marks[low] : .first
        }

        fileprivate mutating func append(_ position: RowPosition, _ mark: EqualNIKs.Mark) {
            positions.append(position)
            marks.append(mark)
        }

        /// Puts marks in order that were appended in several runs of ascending positions.
        fileprivate mutating func sort() {
            var order = RowOrder(count: positions.count)
            order.sort(by: positions)
            positions = order.rows.map { positions[Int($0)] }
            marks = order.rows.map { marks[Int($0)] }
        }
    }

    /// NIKs that two population lists both hold.
    public struct Overlap: Sendable {
        /// Places in the population lists.
        public var first: Int
        public var second: Int
        public var niks: Int
    }

    struct Result: Sendable {
        var marks = Marks()
        var overlaps: [Overlap] = []
        var shared = SharedNIKs()
    }

    /// - Parameter repeated: all rows whose NIK came before; the row that brought it first stands in the index.
    static func run(_ context: RunContext, _ index: PersonIndex, _ repeated: [RepeatedNIK]) throws(Failure) -> Result {
        if repeated.isEmpty { return Result() }
        var order = RowOrder(count: repeated.count)
        order.sort(by: repeated.map(\.nik))
        let sorted = order.rows.map { repeated[Int($0)] }
        var marks = Marks()
        var overlaps = CountTable()
        var shared = SharedNIKs()
        // No more rows at a time than memory is for; those of one NIK always together.
        var isInRuns = false
        var start = 0
        while start < sorted.count {
            var end = min(start + context.memory.equalRows, sorted.count)
            while end < sorted.count, sorted[end].nik == sorted[end - 1].nik { end += 1 }
            try compare(EqualNIKRows(sorted[start..<end], index), context, index, &marks, &overlaps, &shared)
            isInRuns = start > 0
            start = end
        }
        if isInRuns { marks.sort() }
        return Result(marks: marks, overlaps: Self.overlaps(overlaps), shared: shared)
    }

    /// Overlaps as they were counted, in the order of the lists.
    static func overlaps(_ shared: CountTable) -> [Overlap] {
        shared.entries.map { Overlap(first: Int($0.first), second: Int($0.second), niks: $0.count) }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Marks the rows of some NIKs.
    private static func compare(
        _ rows: EqualNIKRows, _ context: RunContext, _ index: PersonIndex, _ marks: inout Marks,
        _ overlaps: inout CountTable, _ shared: inout SharedNIKs
    ) throws(Failure) {
        let (digests, regencies) = try EqualNIKReading(rows, context).run()
        var found = [EqualNIKs.Mark](repeating: .first, count: rows.count)
        for group in rows.groups.indices { EqualNIKs.mark(rows.range(group), of: digests, in: &found) }
        for row in rows.order { marks.append(rows.positions[Int(row)], found[Int(row)]) }
        for (group, nik) in rows.groups.enumerated() {
            let range = rows.range(group)
            guard found[range.lowerBound] == .shared else { continue }
            index.setShared(nik.slot)
            shared.add(nik.nik, range.map { (digests.identity($0), digests.name($0)) })
        }
        for (row, regency) in regencies { index.set(regency: regency, rows.slot(row)) }
        if context.people.count > 1 { count(rows, context, &overlaps) }
    }

    /// A NIK that more lists hold is counted for the first of them with each other one alone: so that neither time nor
    /// memory grows with the square of the lists.
    private static let paired = 16

    /// Counts the NIKs that two lists both hold.
    private static func count(_ rows: EqualNIKRows, _ context: RunContext, _ shared: inout CountTable) {
        for group in rows.groups.indices {
            // The rows stand in the order of the lists, so those of one list follow each other.
            var lists: [Int] = []
            for row in rows.range(group) {
                let list = place(of: rows.positions[row], context)
                if lists.last != list { lists.append(list) }
            }
            let firsts = lists.count > paired ? lists.prefix(1) : lists[...]
            for (number, first) in firsts.enumerated() {
                for second in lists[(number + 1)...] { shared.add(UInt64(first), UInt64(second)) }
            }
        }
    }

    /// Which of the population lists holds a row; their bases ascend.
    private static func place(of position: RowPosition, _ context: RunContext) -> Int {
        var low = 0
        var high = context.people.count
        while low < high {
            let middle = (low + high) / 2
            if context.people[middle].base <= position { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}
