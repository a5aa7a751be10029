import Columns

/// Evidence about listed people: rows of lists other than population and recordings, with the columns that rules read.
public struct EvidenceRows: Sendable {
    /// NIK of each row; sorted once sealed.
    public private(set) var keys: [UInt64] = []
    /// Place of each row among all rows of its role: files as given, then rows.
    public private(set) var orders: [UInt64] = []
    /// Of rows of a NIK that several people share: the digest of the name of the one of them whom the row means, 0 =
    /// nobody in particular.
    public private(set) var names: [UInt64] = []
    /// Columns by slot, then row: codes (0 = not known), or day numbers and integers with their states.
    public private(set) var codes: [[UInt8]]
    public private(set) var numbers: [[Int32]]
    /// 0 = empty, 1 = known, 2 = there but unreadable.
    public private(set) var states: [[UInt8]]

    public init(codeColumns: Int, numberColumns: Int) {
        codes = Array(repeating: [], count: codeColumns)
        numbers = Array(repeating: [], count: numberColumns)
        states = numbers.map { _ in [] }
    }

    public var count: Int { keys.count }

    /// Adds a row; `codes`, `numbers` and `states` have one value a column.
    public mutating func append(
        key: UInt64, order: UInt64, name: UInt64 = 0, codes: [UInt8] = [], numbers: [Int32] = [], states: [UInt8] = []
    ) {
        keys.append(key)
        orders.append(order)
        names.append(name)
        for column in self.codes.indices { self.codes[column].append(codes[column]) }
        for column in self.numbers.indices {
            self.numbers[column].append(numbers[column])
            self.states[column].append(states[column])
        }
    }

    /// Adds rows of nobody in particular; every column has a value a row.
    public mutating func append(
        keys: [UInt64], orders: [UInt64], codes: [[UInt8]], numbers: [[Int32]], states: [[UInt8]]
    ) {
        self.keys += keys
        self.orders += orders
        names.append(contentsOf: repeatElement(0, count: keys.count))
        for column in self.codes.indices { self.codes[column] += codes[column] }
        for column in self.numbers.indices {
            self.numbers[column] += numbers[column]
            self.states[column] += states[column]
        }
    }

    /// Adds the row `row` of others of the same columns.
    public mutating func append(_ other: borrowing EvidenceRows, _ row: Int, name: UInt64) {
        keys.append(other.keys[row])
        orders.append(other.orders[row])
        names.append(name)
        for column in codes.indices { codes[column].append(other.codes[column][row]) }
        for column in numbers.indices {
            numbers[column].append(other.numbers[column][row])
            states[column].append(other.states[column][row])
        }
    }

    /// Adds the rows another thread found.
    public mutating func append(contentsOf other: EvidenceRows) {
        keys += other.keys
        orders += other.orders
        names += other.names
        for column in codes.indices { codes[column] += other.codes[column] }
        for column in numbers.indices {
            numbers[column] += other.numbers[column]
            states[column] += other.states[column]
        }
    }

    /// Sorts the rows by NIK, then in the order they were given, whichever thread found them first. A row that was added
    /// more than once counts once.
    public mutating func seal() {
        var order: [Int] = []
        order.reserveCapacity(keys.count)
        for row in sorted {
            if let last = order.last, keys[last] == keys[row], orders[last] == orders[row], names[last] == names[row] {
                continue
            }
            order.append(row)
        }
        keys = order.map { keys[$0] }
        orders = order.map { orders[$0] }
        names = order.map { names[$0] }
        for column in codes.indices { codes[column] = order.map { codes[column][$0] } }
        for column in numbers.indices {
            numbers[column] = order.map { numbers[column][$0] }
            states[column] = order.map { states[column][$0] }
        }
    }

    private var sorted: [Int] {
        if keys.count < 1 << 12 {
            return keys.indices.sorted { (keys[$0], orders[$0], names[$0]) < (keys[$1], orders[$1], names[$1]) }
        }
        var order = RowOrder(count: keys.count)
        order.sort(by: names)
        order.sort(by: orders)
        order.sort(by: keys)
        return order.rows.map { Int($0) }
    }

    /// Takes all rows out, keeps their room.
    public mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        orders.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        for column in codes.indices { codes[column].removeAll(keepingCapacity: true) }
        for column in numbers.indices {
            numbers[column].removeAll(keepingCapacity: true)
            states[column].removeAll(keepingCapacity: true)
        }
    }

    /// The rows of one NIK; empty where there is none. Only once sealed.
    public func rows(of key: UInt64) -> Range<Int> {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < keys.count, keys[end] == key { end += 1 }
        return low..<end
    }
}
