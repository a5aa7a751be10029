public import RunFolder

/// People of one area on their way to a sheet: their cells in one piece of memory.
public struct PersonRows: Sendable {
    private var text: [UInt8] = []
    /// Where each cell ends; cells of a row follow each other.
    private var ends: [Int] = []
    /// What forms read of a person.
    public static let columns = PersonColumn.allCases.filter { ![.list, .row, .recordedOn].contains($0) }
    private let columns: [PersonColumn]

    /// - Parameter columns: those kept of every person.
    public init(_ columns: [PersonColumn] = Self.columns) { self.columns = columns }

    public var count: Int { columns.isEmpty ? 0 : ends.count / columns.count }
    public var isEmpty: Bool { ends.isEmpty }

    /// - Parameter row: of a table opened for the columns.
    public mutating func append(_ row: TableRows<PersonColumn>) {
        for column in columns {
            text += row.bytes(column)
            ends.append(text.count)
        }
    }

    /// Adds a row of others, of whom the same columns are kept.
    public mutating func append(_ row: Int, of others: PersonRows) {
        for column in columns {
            text += others.bytes(row, column)
            ends.append(text.count)
        }
    }

    public func bytes(_ row: Int, _ column: PersonColumn) -> ArraySlice<UInt8> {
        guard let place = columns.firstIndex(of: column) else { return [] }
        let cell = row * columns.count + place
        guard ends.indices.contains(cell) else { return [] }
        return text[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
    }

    public func text(_ row: Int, _ column: PersonColumn) -> String {
        String(decoding: bytes(row, column), as: UTF8.self)
    }
}
