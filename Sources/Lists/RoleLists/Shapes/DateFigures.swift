import Civil
public import Columns

/// What the cells of a date column looked like: how many could not be read, in which shapes, and in which order days and
/// months stand.
public struct DateFigures: Sendable, Equatable {
    public private(set) var filled = 0
    public private(set) var unreadable = 0
    /// Cells that are a date only if the month stands first (`08/17/1990`).
    public private(set) var monthFirst = 0
    /// Whether a cell is a date only if the day stands first.
    public private(set) var hasDayFirst = false
    private var shapes: [String: Int] = [:]
    /// Shapes told apart.
    private static let mostShapes = 64
    /// A shape met less often is not shown: a single odd cell might be told by it.
    private static let fewest = 3

    public init() {}

    /// The most frequent shape of what could not be read; nil where each is rare.
    var shape: String? {
        shapes.filter { $0.value >= Self.fewest }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether the column can only be written month first: three dates say so, and none says otherwise.
    var isMonthFirst: Bool { monthFirst >= 3 && !hasDayFirst }

    public mutating func add(_ other: DateFigures) {
        filled += other.filled
        unreadable += other.unreadable
        monthFirst += other.monthFirst
        hasDayFirst = hasDayFirst || other.hasDayFirst
        for (shape, count) in other.shapes where shapes[shape] != nil || shapes.count < Self.mostShapes {
            shapes[shape, default: 0] += count
        }
    }

    /// Takes in the cells of a block with what was read of each: 0 = empty, 1 = a date, 2 = unreadable.
    ///
    /// - Parameter isYearFirst: whether the column's usual form begins with the year: it says nothing of the order.
    public mutating func add(_ text: [UInt8], _ cells: TextColumn, states: [UInt8], isYearFirst: Bool) {
        let before = unreadable
        let span = states.span
        for row in 0..<min(span.count, cells.count) {
            filled &+= span[row] == 0 ? 0 : 1
            unreadable &+= span[row] == 2 ? 1 : 0
        }
        if unreadable > before { lookAtUnreadable(text, cells, states) }
        if !hasDayFirst, !isYearFirst || unreadable > before {
            hasDayFirst = (0..<min(states.count, cells.count)).contains { row in
                states[row] == 1
                    && DateOrder.of(text.span, from: Int(cells.starts[row]), to: Int(cells.ends[row])) == .dayFirst
            }
        }
    }

    private mutating func lookAtUnreadable(_ text: [UInt8], _ cells: TextColumn, _ states: [UInt8]) {
        var shape: [UInt8] = []
        for row in 0..<min(states.count, cells.count) where states[row] == 2 {
            let (start, end) = (Int(cells.starts[row]), Int(cells.ends[row]))
            if DateOrder.of(text.span, from: start, to: end) == .monthFirst { monthFirst += 1 }
            shape.removeAll(keepingCapacity: true)
            CellShape.append(text.span, start, end, to: &shape)
            let word = String(decoding: shape, as: UTF8.self)
            if shapes[word] != nil || shapes.count < Self.mostShapes { shapes[word, default: 0] += 1 }
        }
    }
}
