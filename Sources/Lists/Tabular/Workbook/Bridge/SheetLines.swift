import CLanes
import Columns

/// Writes cells of a sheet as lines of text, and takes plain rows of its XML straight into them: the one place that calls
/// the kernels for worksheets. Belongs to one thread.
@safe final class SheetLines: @unchecked Sendable {
    /// Where the writing stands: row, width, figures.
    var writing = lanes_sheet_writing()
    /// The column of the last cell of the row taken last, -1 where it has none; nil before any is taken.
    private(set) var lastColumn: Int?
    let spool: SpoolFile

    private let out: UnsafeMutablePointer<UInt8>
    private var length = 0
    private var cells: UnsafeMutablePointer<lanes_cell>?
    private var figures: UnsafeMutablePointer<lanes_key_figures>
    private var dateColumns: [UInt8] = []

    /// Bytes that are written at once.
    private static let flushed = 128 << 10
    private static let room = 192 << 10
    /// Cells that are noted before they are written.
    private static let noted = 4096

    init(_ spool: SpoolFile) {
        self.spool = spool
        unsafe out = .allocate(capacity: Self.room)
        unsafe figures = .allocate(capacity: 1)
        unsafe figures.initialize(to: lanes_key_figures())
    }

    deinit {
        unsafe out.deallocate()
        unsafe cells?.deallocate()
        unsafe figures.deallocate()
    }

    /// Says how wide the table is and which of its columns hold dates.
    func begin(dateColumns: [Bool]) {
        writing.width = Int64(dateColumns.count)
        self.dateColumns = dateColumns.map { $0 ? 1 : 0 }
        unsafe figures.deallocate()
        unsafe figures = .allocate(capacity: max(1, dateColumns.count))
        unsafe figures.initialize(repeating: lanes_key_figures(), count: max(1, dateColumns.count))
    }

    func isDateColumn(_ column: Int) -> Bool { dateColumns.indices.contains(column) && dateColumns[column] != 0 }

    /// The figures of each column.
    var keyFigures: [lanes_key_figures] {
        (0..<max(0, Int(writing.width))).map { unsafe figures[$0] }
    }

    /// Counts a cell of sixteen digits of the table.
    func noteKey(_ column: Int, isNumber: Bool, last: UInt8) {
        guard column >= 0, column < writing.width else { return }
        let rounded: Int64 = last == 48 ? 1 : 0
        if isNumber {
            unsafe figures[column].numbers += 1
            unsafe figures[column].rounded_numbers += rounded
        } else {
            unsafe figures[column].texts += 1
            unsafe figures[column].rounded_texts += rounded
        }
    }

    func append(_ byte: UInt8) throws(WorkbookProblem) {
        if length >= Self.flushed { try flush() }
        unsafe out[length] = byte
        length += 1
    }

    func append(repeating byte: UInt8, count: Int) throws(WorkbookProblem) {
        var left = count
        while left > 0 {
            let step = min(left, Self.room - length)
            unsafe (out + length).update(repeating: byte, count: step)
            length += step
            left -= step
            if length >= Self.flushed { try flush() }
        }
    }

    func append(_ bytes: Span<UInt8>) throws(WorkbookProblem) {
        if bytes.count > Self.room - length { try flush() }
        if bytes.count > Self.room {
            do { try spool.append(bytes) } catch { throw .spool(error) }
            return
        }
        unsafe bytes.withUnsafeBufferPointer { source in
            if let from = source.baseAddress { unsafe (out + length).update(from: from, count: source.count) }
        }
        length += bytes.count
    }

    func flush() throws(WorkbookProblem) {
        let bytes = unsafe UnsafeBufferPointer(start: out, count: length)
        do { try unsafe spool.append(bytes.span) } catch { throw .spool(error) }
        length = 0
    }

    /// A cell that cannot be copied as it stands.
    struct Careful {
        enum Kind {
            case number, text, boolean, asIs
            /// With the number of the text.
            case shared(Int)

            var isShared: Bool {
                if case .shared = self { true } else { false }
            }
        }
        var kind: Kind
        var column: Int
        var style: Int
        /// Its text is written with characters by their name or number.
        var hasReferences: Bool
        /// Where its text stands among the bytes of the piece.
        var text: Range<Int>

        init(_ cell: lanes_cell) {
            kind =
                switch Int(cell.kind) {
                case LANES_CELL_NUMBER: .number
                case LANES_CELL_SHARED: .shared(Int(cell.start))
                case LANES_CELL_BOOLEAN: .boolean
                case LANES_CELL_AS_IS: .asIs
                default: .text
                }
            column = Int(cell.column)
            style = Int(cell.style)
            hasReferences = Int(cell.met) & LANES_MET_ENTITY != 0
            let start = kind.isShared ? 0 : Int(cell.start)
            text = start..<(start + (kind.isShared ? 0 : Int(cell.length)))
        }
    }

    /// Takes plain rows from a piece, drops them from it and writes them.
    ///
    /// - Parameters:
    ///   - dayStyles: for each style whether its numbers are days, a byte each.
    ///   - care: writes a cell that cannot be copied.
    /// - Returns: whether what stands there now is no plain row.
    func take(
        _ piece: Piece, hasX14ac: Bool, dayStyles: [UInt8], texts: TextTable,
        _ care: (Careful, Span<UInt8>) throws(WorkbookProblem) -> Void
    ) throws(WorkbookProblem) -> Bool {
        let cells = unsafe self.cells ?? .allocate(capacity: Self.noted)
        unsafe self.cells = cells
        lastColumn = nil
        while true {
            var sheet = lanes_sheet(at: 0, row: writing.row, column: -1, count: 0, has_x14ac: hasX14ac ? 1 : 0)
            let outcome = unsafe piece.withPointer {
                unsafe Int(lanes_take_sheet_rows($0, Int64(piece.count), &sheet, cells, Int64(Self.noted)))
            }
            var next: Int64 = 0
            while next < sheet.count {
                let stop = unsafe write(piece, cells, &next, sheet.count, dayStyles, texts)
                if stop == LANES_WRITTEN { break }
                if stop == LANES_NO_ROOM, length > 0 {
                    try flush()
                    continue
                }
                // A day, a character by its number; or a cell longer than all the room there is.
                let cell = unsafe Careful(cells[Int(next)])
                try piece.withBytes { (bytes) throws(WorkbookProblem) in try care(cell, bytes.extracting(cell.text)) }
                next += 1
            }
            if length >= Self.flushed { try flush() }
            if sheet.count > 0 { lastColumn = Int(sheet.column) }
            piece.drop(Int(sheet.at))
            if outcome != LANES_SHEET_FULL { return outcome == LANES_SHEET_ODD }
        }
    }

    /// Writes noted cells as far as they can be copied; says why it stopped.
    private func write(
        _ piece: Piece, _ cells: UnsafePointer<lanes_cell>, _ next: inout Int64, _ count: Int64, _ dayStyles: [UInt8],
        _ texts: TextTable
    ) -> Int {
        var writing = self.writing
        var written = Int64(length)
        let stop = unsafe dayStyles.withUnsafeBufferPointer { styles in
            unsafe dateColumns.withUnsafeBufferPointer { dates in
                unsafe texts.withTables { table, chunks, known in
                    var tables = unsafe lanes_sheet_tables(
                        day_styles: styles.baseAddress, day_style_count: Int64(styles.count),
                        date_columns: dates.baseAddress, texts: table, text_count: Int64(known), chunks: chunks,
                        figures: figures)
                    return unsafe piece.withPointer {
                        unsafe lanes_write_sheet_cells(
                            $0, cells, &next, count, &writing, &tables, out, &written, Int64(Self.room))
                    }
                }
            }
        }
        self.writing = writing
        length = Int(written)
        return Int(stop)
    }
}
