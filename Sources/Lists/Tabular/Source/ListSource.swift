public import Columns
public import Diagnostics
public import Schema

/// One list of a file, as text that can be read by place.
public struct ListSource: Sendable {
    /// A sheet of a workbook, as it was met.
    public struct Sheet: Hashable, Sendable {
        public var name: String
        public var isHidden: Bool
        /// The last row that holds anything; 0 for an empty sheet.
        public var lastRow: Int
        /// Cells that hold sixteen digits.
        public var keyCells: Int
        let hiddenRows: Int
        let cellsBeyond: Int
        let formulasWithoutResult: Int
        let figures: [SheetSpool.ColumnFigures]
        private let merged: [[ClosedRange<Int>]]

        /// Whether a cell's value comes from a merged area of which it is not the first cell.
        ///
        /// - Parameters:
        ///   - row: first = 1.
        ///   - column: first = 0.
        public func isFilledByMerge(row: Int, column: Int) -> Bool {
            guard merged.indices.contains(column) else { return false }
            let ranges = merged[column]
            var low = 0
            var high = ranges.count
            while low < high {
                let middle = (low + high) / 2
                if ranges[middle].upperBound < row { low = middle + 1 } else { high = middle }
            }
            return low < ranges.count && ranges[low].contains(row)
        }

        init(_ sheet: Workbook.Sheet, _ text: SpooledSheet) {
            name = sheet.name
            isHidden = sheet.isHidden
            lastRow = text.lastRow
            keyCells = text.keyCells
            hiddenRows = text.hiddenRows
            cellsBeyond = text.cellsBeyond
            formulasWithoutResult = text.formulasWithoutResult
            figures = text.figures
            merged = text.merged
        }
    }

    /// For messages: the path as given, with `#` and the sheet's name in a workbook of several.
    public let label: String
    /// The file as it was given.
    public let file: InputFile
    /// What is read: that file, or a file without a name that holds the list as UTF-8.
    public let text: InputFile
    public internal(set) var sheet: Sheet?
    /// What the file itself is written in, where `text` does not tell.
    public internal(set) var encoding: Dialect.Encoding?

    init(
        label: String, file: InputFile, text: InputFile, sheet: Sheet? = nil, encoding: Dialect.Encoding? = nil
    ) {
        self.label = label
        self.file = file
        self.text = text
        self.sheet = sheet
        self.encoding = encoding
    }

    /// How `text` is written, where that is known from the start: sheets are always written alike.
    public var dialect: Dialect? {
        sheet == nil
            ? nil : Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")), encoding: .workbook, newline: .lf)
    }

    /// Cells of sixteen digits in a column of a sheet, and those that end in 0; nil for text.
    func keys(in column: Int) -> SheetSpool.ColumnFigures? {
        guard let sheet else { return nil }
        return sheet.figures.indices.contains(column) ? sheet.figures[column] : SheetSpool.ColumnFigures()
    }

    /// Opens the list in a role.
    ///
    /// - Parameters:
    ///   - isAccepted: whether the list is of this role even if it tells of another.
    ///   - read: gives so many of its first bytes.
    /// - Throws: everything that keeps it from being read, a damaged key column among it.
    public func open(
        _ role: ListSchema.Role, schema: ListSchema, isAccepted: Bool = false,
        reading read: (_ count: Int) throws(Failure) -> [UInt8]
    ) throws(Failure) -> Opening {
        try checked(
            Opening(
                size: text.size, file: label, role: role, schema: schema, dialect: dialect, isAccepted: isAccepted,
                reading: read), role)
    }

    /// How the list is laid out, before anybody says what it is.
    public func layout(
        head: [UInt8], schema: ListSchema, delimiter: UInt8? = nil, heading: ListLayout.HeadingPlace
    ) throws(Failure) -> ListLayout {
        try ListLayout(
            head: head, isWhole: head.count == text.size, file: label, schema: schema, dialect: dialect,
            delimiter: delimiter, heading: heading)
    }

    /// Opens the list with the columns that somebody named.
    ///
    /// - Throws: where its key column is damaged.
    public func open(_ layout: ListLayout, map: [String: Int], role: ListSchema.Role) throws(Failure) -> Opening {
        try checked(Opening(layout, map: map, key: role.columns.first { $0.kind == .nik }?.id), role)
    }

    /// The opening with the file's encoding and what there is to say; throws where the key column is damaged.
    private func checked(_ opening: Opening, _ role: ListSchema.Role) throws(Failure) -> Opening {
        var opening = opening
        if let encoding { opening.dialect.encoding = encoding }
        if let damage = KeyDamage.finding(self, opening, role: role) {
            if damage.severity == .error { throw Failure(.input, damage) }
            opening.warnings.append(damage)
        }
        opening.warnings += notes
        return opening
    }

    /// What there is to say about the sheet that the list stands on.
    public var notes: [Finding] { sheet.map { SourceNote.all($0, label) } ?? [] }
}
