import Civil
public import Columns

/// Reads columns of dates; keeps its room from block to block.
public struct DateColumns: Sendable {
    /// Packed parts of the dates that were read many at once.
    private var read: [UInt64] = []
    /// Cells that are looked at to find the form of a column.
    private static let looks = 8
    /// What the cells read so far looked like.
    public private(set) var figures = DateFigures()
    /// Whether the form of the column begins with the year.
    private var isYearFirst = false

    public init() {}

    /// Reads the cells of a block. States: 0 = empty, 1 = a date, 2 = unreadable.
    public mutating func read(_ text: [UInt8], _ cells: TextColumn, days: inout [Int32], states: inout [UInt8]) {
        begin(text, cells)
        ColumnDecoding.resize(&days, cells.count)
        ColumnDecoding.resize(&states, cells.count)
        var daySpan = days.mutableSpan
        var stateSpan = states.mutableSpan
        DateReading.decode(
            text: text.span, starts: cells.starts.span, ends: cells.ends.span, read: read.span, days: &daySpan,
            states: &stateSpan)
        figures.add(text, cells, states: states, isYearFirst: isYearFirst)
    }

    /// The same, with the packed parts of each date; 0 where there is none.
    public mutating func read(
        _ text: [UInt8], _ cells: TextColumn, days: inout [Int32], states: inout [UInt8], parts: inout [UInt32]
    ) {
        begin(text, cells)
        ColumnDecoding.resize(&days, cells.count)
        ColumnDecoding.resize(&states, cells.count)
        ColumnDecoding.resize(&parts, cells.count)
        var daySpan = days.mutableSpan
        var stateSpan = states.mutableSpan
        var partSpan = parts.mutableSpan
        DateReading.decode(
            text: text.span, starts: cells.starts.span, ends: cells.ends.span, read: read.span, days: &daySpan,
            states: &stateSpan, parts: &partSpan)
        figures.add(text, cells, states: states, isYearFirst: isYearFirst)
    }

    /// Reads those cells that have the form of the first that has one.
    private mutating func begin(_ text: [UInt8], _ cells: TextColumn) {
        let place = cells.starts.prefix(Self.looks).lazy.compactMap { PlainDateForm.place(of: text.span, at: Int($0)) }
            .first
        isYearFirst = place.map { PlainDateForm.all[$0].year == 0 } ?? false
        let form = place.flatMap { CellForms.dates[$0] }
        if let form { form.read(text, cells, into: &read) } else { ColumnDecoding.clear(&read, cells.count) }
    }
}
