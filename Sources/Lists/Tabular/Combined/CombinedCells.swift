import Columns
import Schema

extension ListSource {
    /// The list written again into a file without a name, where cells that hold two columns have become two more cells
    /// of each row, with what its opening then says. Rows keep their numbers.
    ///
    /// - Parameter spools: the folder in which files without a name may lie.
    public func separating(
        _ opening: Opening, spools: String
    ) throws(ListFileError) -> (list: ListSource, opening: Opening) {
        let combined = opening.combined
        var opening = opening
        var writer = CombinedCells(opening, text, path: label)
        let file = try writer.write(spools)
        for column in combined {
            for id in column.columns {
                if let id { opening.map[id] = opening.width }
                opening.separated[opening.width] = column.cell
                opening.headings.append(
                    opening.headings.indices.contains(column.cell) ? opening.headings[column.cell] : "")
                opening.width += 1
            }
        }
        opening.firstRecordOffset = 0
        opening.combined = []
        return (ListSource(label: label, file: self.file, text: file, sheet: sheet, encoding: encoding), opening)
    }
}

/// Writes the records of a list with the parts of combined cells behind their own.
private struct CombinedCells {
    private let dialect: Dialect
    private let width: Int
    private let combined: [CombinedColumn]
    private let first: Int
    private let text: InputFile
    private let path: String
    private var out: [UInt8] = []

    /// Bytes looked at at once, and again as many where a record is longer.
    private static let window = 4 << 20

    init(_ opening: Opening, _ text: InputFile, path: String) {
        var dialect = opening.dialect
        dialect.start = 0
        self.dialect = dialect
        width = opening.width
        combined = opening.combined
        first = opening.firstRecordOffset
        self.text = text
        self.path = path
    }

    mutating func write(_ spools: String) throws(ListFileError) -> InputFile {
        let spool: SpoolFile
        do { spool = try SpoolFile(in: spools) } catch { throw .unspooled(error) }
        let splitter = RecordSplitter(dialect)
        var at = first
        var size = Self.window
        while at < text.size {
            if Interruption.isRequested { throw .interrupted }
            var bytes = [UInt8](repeating: 0, count: min(size, text.size - at))
            do {
                _ = try text.read(at: at, count: bytes.count, into: &bytes)
            } catch {
                throw .unreadable(error)
            }
            var next = 0
            for record in splitter.records(in: bytes, isWhole: at + bytes.count >= text.size) {
                append(record, bytes)
                next = record.next
            }
            size = next == 0 ? size * 2 : Self.window
            at += next
            do { try spool.append(out.span) } catch { throw .unspooled(error) }
            out.removeAll(keepingCapacity: true)
        }
        do { return try spool.finish(calling: path) } catch { throw .unspooled(error) }
    }

    private mutating func append(_ record: RecordSplitter.Record, _ bytes: [UInt8]) {
        guard record.problem == nil else {
            out += bytes[record.start..<record.next]
            return
        }
        let surplus = record.cells.dropFirst(width)
        let fits = record.cells.count >= width && surplus.allSatisfy { Folding.isBlank(Windows1252.text($0)) }
        // A record of another number of cells stays one.
        for (place, cell) in record.cells.enumerated() where !fits || place < width {
            if place > 0 { out.append(dialect.delimiter) }
            append(cell[...])
        }
        for column in combined {
            let cell = fits ? record.cells[column.cell] : []
            let isEmptyWord = dialect.emptyWord.map { cell.elementsEqual($0.utf8) } ?? false
            let parts = isEmptyWord ? (cell[...], cell[...]) : column.parts(cell)
            out.append(dialect.delimiter)
            append(parts.0)
            out.append(dialect.delimiter)
            append(parts.1)
        }
        out.append(dialect.newline == .cr ? 13 : 10)
    }

    private mutating func append(_ cell: ArraySlice<UInt8>) {
        let quote = UInt8(ascii: "\"")
        let needsQuotes = cell.contains { $0 == dialect.delimiter || $0 == quote || $0 == 10 || $0 == 13 }
        guard dialect.quoting, needsQuotes else {
            out += cell
            return
        }
        out.append(quote)
        for byte in cell {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        out.append(quote)
    }
}
