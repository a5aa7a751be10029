import Columns

/// Writes the text of a sheet again so that every cell of a merged area holds the area's value.
///
/// Areas that lie over another one are left out: a spreadsheet makes none, and which value counts could not be told.
struct MergeFill {
    /// For each column of the table, the rows whose value there comes from a merged area.
    private(set) var filled: [[ClosedRange<Int>]]
    private let width: Int
    private let budget: InflationBudget
    private var areas: ArraySlice<MergedArea>
    /// For each column the area that lies over it: its last row, and its value as it is written.
    private var over: [Over]
    private var steps = 0

    private struct Over {
        var bottom = 0
        var value: [UInt8] = []
    }

    /// So many columns are looked at for areas at most; there are as many as cells in no real sheet.
    private static let mostSteps = 1 << 28

    private init(_ areas: [MergedArea], width: Int, lastRow: Int, _ budget: InflationBudget) {
        self.width = width
        self.budget = budget
        filled = Array(repeating: [], count: width)
        over = Array(repeating: Over(), count: width)
        self.areas =
            areas.filter { $0.rows.lowerBound <= lastRow && $0.columns.lowerBound <= width }
            .sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }[...]
    }

    /// - Parameters:
    ///   - file: the sheet's text; its records are `width` cells or blank lines.
    ///   - part: the sheet's part, for messages.
    static func fill(
        _ file: InputFile, _ areas: [MergedArea], width: Int, lastRow: Int, part: String, spools: String,
        _ budget: InflationBudget
    ) throws(WorkbookProblem) -> (file: InputFile, filled: [[ClosedRange<Int>]]) {
        var fill = MergeFill(areas, width: width, lastRow: lastRow, budget)
        guard let last = fill.areas.map({ min($0.rows.upperBound, lastRow) }).max() else { return (file, []) }
        let spool: SpoolFile
        do { spool = try SpoolFile(in: spools) } catch { throw .spool(error) }
        var window = SpooledLines(file)
        var out: [UInt8] = []
        for row in 1...last {
            guard let cells = try window.nextRecord() else { break }
            out.removeAll(keepingCapacity: true)
            try fill.write(row, cells, window.bytes, part, to: &out)
            do { try spool.append(out.span) } catch { throw .spool(error) }
        }
        try window.copyRest(to: spool)
        do { return (try spool.finish(calling: file.path), fill.filled) } catch { throw .spool(error) }
    }

    private mutating func write(
        _ row: Int, _ cells: [Range<Int>], _ bytes: [UInt8], _ part: String, to out: inout [UInt8]
    ) throws(WorkbookProblem) {
        if Interruption.isRequested { throw .interrupted }
        func own(_ column: Int) -> ArraySlice<UInt8> { column < cells.count ? bytes[cells[column]] : [] }
        while let area = areas.first, area.rows.lowerBound == row {
            areas.removeFirst()
            let columns = (area.columns.lowerBound - 1)..<min(area.columns.upperBound, width)
            steps += columns.count
            if steps > Self.mostSteps { throw .damaged(part: part) }
            let value = own(columns.lowerBound)
            // An area without a value covers nothing.
            if value.isEmpty || columns.contains(where: { over[$0].bottom >= row }) { continue }
            for column in columns { over[column] = Over(bottom: area.rows.upperBound, value: Array(value)) }
            for column in columns {
                let top = column == columns.lowerBound ? row + 1 : row
                if top <= area.rows.upperBound { filled[column].append(top...area.rows.upperBound) }
            }
        }
        var isBlank = cells.isEmpty
        for column in 0..<width where over[column].bottom >= row { isBlank = false }
        if !isBlank {
            var added = 0
            for column in 0..<width {
                if column > 0 { out.append(UInt8(ascii: ",")) }
                if over[column].bottom >= row {
                    out.append(contentsOf: over[column].value)
                    added += over[column].value.count
                } else {
                    out.append(contentsOf: own(column))
                }
            }
            try budget.take(added)
        }
        out.append(10)
    }
}

/// The records of a sheet's text, one after the other.
private struct SpooledLines {
    private let file: InputFile
    private(set) var bytes: [UInt8]
    private var size = 0
    private var at = 0
    /// Where the bytes end in the file.
    private var offset = 0

    init(_ file: InputFile) {
        self.file = file
        bytes = [UInt8](repeating: 0, count: 256 << 10)
    }

    /// The cells of the next record, as they are written; none for a blank line, nil behind the last one.
    mutating func nextRecord() throws(WorkbookProblem) -> [Range<Int>]? {
        while true {
            if let found = cells() {
                at = found.next
                return found.cells
            }
            guard try fill() else { return nil }
        }
    }

    /// Copies all that was not taken.
    mutating func copyRest(to spool: SpoolFile) throws(WorkbookProblem) {
        repeat {
            if Interruption.isRequested { throw .interrupted }
            do { try spool.append(bytes.span.extracting(at..<size)) } catch { throw .spool(error) }
            at = size
        } while try fill()
    }

    private func cells() -> (cells: [Range<Int>], next: Int)? {
        var cells: [Range<Int>] = []
        var start = at
        var place = at
        var isQuoted = false
        while place < size {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: ",") || byte == 10 {
                cells.append(start..<place)
                start = place + 1
                if byte == 10 { return (cells.count == 1 && cells[0].isEmpty ? [] : cells, place + 1) }
            }
            place += 1
        }
        return nil
    }

    /// Reads on; what was not taken moves to the front.
    private mutating func fill() throws(WorkbookProblem) -> Bool {
        guard offset < file.size else { return false }
        let kept = size - at
        for place in 0..<kept { bytes[place] = bytes[at + place] }
        at = 0
        size = kept
        if bytes.count - size < 64 << 10 { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
        let count = min(bytes.count - size, file.size - offset)
        let got: Int
        do { got = try file.read(at: offset, count: count, into: &bytes, position: size) } catch { throw .spool(error) }
        guard got == count else { throw .spool(FileError.cutShort(file.path)) }
        offset += got
        size += got
        return true
    }
}
