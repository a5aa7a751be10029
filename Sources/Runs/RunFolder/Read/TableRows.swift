public import Diagnostics
public import Files

/// The rows of a table of a run by the names of its columns, one after the other.
public struct TableRows<Column: TableColumn> {
    public let rows: RunRows
    @usableFromInline let columns: [Column]

    /// - Parameter columns: the only ones that may be asked for.
    public init(
        _ path: String, columns: [Column], salt: [UInt8]? = nil, expecting expected: OutputReport? = nil
    ) throws(Failure) {
        self.columns = columns
        rows = try RunRows(path, columns: columns.map(\.rawValue), salt: salt, expecting: expected)
    }

    /// Reads the next row; false at the end.
    @inlinable
    public func next() throws(Failure) -> Bool { try rows.next() }

    @inlinable
    public func bytes(_ column: Column) -> [UInt8] { rows.bytes(place(column)) }

    @inlinable
    public func text(_ column: Column) -> String { rows.text(place(column)) }

    @inlinable
    public func isEmpty(_ column: Column) -> Bool { rows.isEmpty(place(column)) }

    /// The whole number of a cell of digits; nil for any other.
    @inlinable
    public func number(_ column: Column) -> Int? { rows.number(place(column)) }

    /// A count of people or rows.
    ///
    /// - Throws: `.input` for one that no run holds.
    func count(_ column: Column) throws(Failure) -> Int {
        guard let count = rows.count(place(column)) else { throw unfit(column) }
        return count
    }

    /// A cell that `check` would not have written.
    public func unfit(_ column: Column) -> Failure {
        Run.unreadable(
            rows.path, row: rows.row,
            Bilingual(
                id: "kolom '\(column.rawValue)' tidak dapat dibaca",
                en: "the column '\(column.rawValue)' cannot be read"),
            remedy: Manifest.remedy)
    }

    @inlinable
    func place(_ column: Column) -> Int { columns.firstIndex(of: column) ?? columns.count }
}

extension Run {
    /// Opens a table of the run.
    ///
    /// - Parameters:
    ///   - columns: the only ones that may be asked for.
    ///   - salt: asks for a SHA-256 of these bytes and all that is read.
    public func rows<Column>(
        _ name: String, _ columns: [Column], salt: [UInt8]? = nil
    ) throws(Failure) -> TableRows<Column> {
        try TableRows("\(path)/\(name)", columns: columns, salt: salt, expecting: report(of: name))
    }

    /// Opens a list of people of the run.
    public func people(
        _ table: PersonTable, _ columns: [PersonColumn], salt: [UInt8]? = nil
    ) throws(Failure) -> TableRows<PersonColumn> {
        try rows(table.rawValue, columns, salt: salt)
    }
}
