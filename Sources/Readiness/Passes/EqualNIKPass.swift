import Columns
import Diagnostics
import Linkage
import Rules
import Tabular

/// Reads again the rows that share a NIK and tells how they are equal.
enum EqualNIKPass {
    /// What a row that shares its NIK is marked with, found by its place.
    struct Marks: Sendable {
        /// Ascending.
        private var places: [UInt64] = []
        private var marks: [EqualNIKs.Mark] = []

        init(_ found: [(place: UInt64, mark: EqualNIKs.Mark)] = []) {
            for (place, mark) in found.sorted(by: { $0.place < $1.place }) {
                places.append(place)
                marks.append(mark)
            }
        }

        func mark(_ place: UInt64) -> EqualNIKs.Mark {
            var low = 0
            var high = places.count
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low < places.count && places[low] == place ? marks[low] : .first
        }
    }

    /// NIKs that two population lists both hold.
    struct Overlap: Sendable {
        /// Places in the population lists.
        var first: Int
        var second: Int
        var niks: Int
    }

    struct Result: Sendable {
        var marks = Marks()
        var overlaps: [Overlap] = []
    }

    private struct Item {
        var key: UInt64
        var place: UInt64
    }

    /// - Parameter repeated: all rows whose NIK came before; the row that brought it first stands in the index.
    static func run(_ context: RunContext, _ repeated: [KeyPass.Repeated]) throws(Failure) -> Result {
        if repeated.isEmpty { return Result() }
        let items = repeated.map { Item(key: $0.key, place: $0.place) }.sorted { $0.key < $1.key }
        var marks: [(place: UInt64, mark: EqualNIKs.Mark)] = []
        var shared = CountTable()
        // No more rows at a time than memory is for; those of one NIK always together.
        var start = 0
        while start < items.count {
            var end = min(start + context.memory.equalRows, items.count)
            while end < items.count, items[end].key == items[end - 1].key { end += 1 }
            try compare(items[start..<end], context, &marks, &shared)
            start = end
        }
        let overlaps = shared.entries.map { Overlap(first: Int($0.first), second: Int($0.second), niks: $0.count) }
        return Result(
            marks: Marks(marks), overlaps: overlaps.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
    }

    /// Marks the rows of some NIKs; `repeated` is in their order.
    private static func compare(
        _ repeated: ArraySlice<Item>, _ context: RunContext, _ marks: inout [(place: UInt64, mark: EqualNIKs.Mark)],
        _ shared: inout CountTable
    ) throws(Failure) {
        var keys: [UInt64] = []
        for item in repeated where keys.last != item.key { keys.append(item.key) }
        var slots = [UInt32](repeating: KeyIndex.none, count: keys.count)
        context.index.keys.find(keys, slots: &slots)
        var items = Array(repeated)
        for (key, slot) in zip(keys, slots) { items.append(Item(key: key, place: context.index.place(slot))) }
        items.sort { $0.place < $1.place }

        var rows = try read(items, context)
        rows.sort { ($0.row.key, $0.row.place) < ($1.row.key, $1.row.place) }
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].row.key == rows[start].row.key { end += 1 }
            let group = rows[start..<end].map(\.row)
            for (row, mark) in zip(group, EqualNIKs.marks(group[...])) { marks.append((row.place, mark)) }
            let lists = Set(group.map { row in context.people.lastIndex { $0.base <= row.place } ?? 0 }).sorted()
            for (number, first) in lists.enumerated() {
                for second in lists[(number + 1)...] { shared.add(UInt64(first), UInt64(second)) }
            }
            if let place = keys.firstIndex(sorted: rows[start].row.key) {
                context.index.set(regency: rows[start].regency, slots[place])
            }
            start = end
        }
    }

    private static func read(
        _ items: [Item], _ context: RunContext
    ) throws(Failure) -> [(row: EqualNIKs.Row, regency: UInt16)] {
        let share = (items.count + context.threads - 1) / context.threads
        let starts = Array(stride(from: 0, to: items.count, by: max(1, share)))
        let next = Counter()
        let parts = try Workers.run(context.threads) { () throws(Failure) in
            [(row: EqualNIKs.Row, regency: UInt16)]()
        } _: { (state, stop) throws(Failure) in
            while let piece = next.next(below: starts.count) {
                let range = starts[piece]..<min(items.count, starts[piece] + share)
                state += try read(items[range], context, stop)
            }
        }
        return parts.flatMap { $0 }
    }

    private static func read(
        _ items: ArraySlice<Item>, _ context: RunContext, _ stop: borrowing StopSign
    ) throws(Failure) -> [(row: EqualNIKs.Row, regency: UInt16)] {
        var rows: [(row: EqualNIKs.Row, regency: UInt16)] = []
        rows.reserveCapacity(items.count)
        var list: OpenList?
        var fetcher: RecordFetcher?
        var form: RowNormalForm?
        for (place, item) in zip(items.indices, items) {
            if place & 1023 == 0, try stop.check() { return rows }
            if list.map({ item.place >= $0.base + UInt64($0.text.file.size) }) ?? true {
                list = context.people.last { $0.base <= item.place }
                fetcher = list.map { RecordFetcher($0.text) }
                form = list.map { RowNormalForm($0, context.ruleset.schema.equalRows) }
            }
            guard let open = list, var reader = fetcher, var normal = form else { continue }
            fetcher = nil
            form = nil
            // Rows close together are read with one reading of the file.
            let after = place + 1 < items.endIndex ? items[place + 1].place - item.place : 4096
            do throws(FileError) {
                guard try reader.fetch(at: Int(item.place - open.base), ahead: after < 4096 ? 1 << 18 : 4096) else {
                    throw FileError(.read, path: open.path, number: 5)
                }
            } catch {
                throw RunContext.unreadable(error, open)
            }
            let row = normal.row(reader, key: item.key, place: item.place)
            rows.append((row, normal.regency(&reader)))
            fetcher = reader
            form = normal
        }
        return rows
    }
}

extension Array where Element: Comparable {
    /// Where `element` stands in this ascending array; nil if it does not.
    func firstIndex(sorted element: Element) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == element ? low : nil
    }
}
