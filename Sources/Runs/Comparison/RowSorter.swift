import Columns
import Diagnostics
import Files
import Workers

/// Sorts more rows than memory holds: what does not fit is written to a nameless file in sorted runs, which are then
/// read side by side.
///
/// Memory: `capacity` rows while rows come in, a small buffer a run while they go out.
struct RowSorter {
    private let directory: String
    private let capacity: Int
    private var rows: [SpooledRow] = []
    private var spool: SpoolFile?
    /// Where each run ends in the file, in bytes.
    private var ends: [Int] = []
    private(set) var count = 0

    /// - Parameter capacity: rows held in memory; 64 bytes each.
    init(in directory: String, capacity: Int = 1 << 19) {
        self.directory = directory
        self.capacity = max(1, capacity)
    }

    mutating func append(_ row: SpooledRow) throws(Failure) {
        rows.append(row)
        count += 1
        if rows.count >= capacity { try spill() }
    }

    /// The rows in order. Nothing may be appended afterwards.
    mutating func finish() throws(Failure) -> SortedRows {
        guard spool != nil else {
            rows.sort()
            defer { rows = [] }
            return SortedRows(rows)
        }
        if !rows.isEmpty { try spill() }
        rows = []
        do throws(FileError) {
            guard let file = try spool?.finish(calling: directory) else { return SortedRows([]) }
            spool = nil
            return try SortedRows(file, ends: ends)
        } catch {
            throw error.outputFailure()
        }
    }

    private mutating func spill() throws(Failure) {
        try Interruption.check()
        rows.sort()
        do throws(FileError) {
            let file: SpoolFile
            if let spool { file = spool } else { file = try SpoolFile(in: directory) }
            spool = file
            var bytes: [UInt8] = []
            bytes.reserveCapacity(1 << 16)
            for row in rows {
                row.append(to: &bytes)
                if bytes.count >= 1 << 16 {
                    try file.append(bytes.span)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            try file.append(bytes.span)
            ends.append(file.byteCount)
        } catch {
            throw error.outputFailure()
        }
        rows.removeAll(keepingCapacity: true)
    }
}

/// Rows in order, from memory or from sorted runs of a file.
struct SortedRows {
    private var rows: [SpooledRow]
    private var place = 0
    private let file: InputFile?
    private var runs: [Run] = []
    /// Numbers of the runs that are not at their end, as a heap: the one with the least row first.
    private var heap: [Int] = []

    private struct Run {
        var offset: Int
        let end: Int
        var bytes: [UInt8] = []
        var at = 0
        var row = SpooledRow(InlineArray(repeating: 0))
    }

    /// Rows of a run that are read at once.
    private static let ahead = 512

    init(_ rows: [SpooledRow]) {
        self.rows = rows
        file = nil
    }

    init(_ file: InputFile, ends: [Int]) throws(FileError) {
        rows = []
        self.file = file
        var start = 0
        for end in ends {
            runs.append(Run(offset: start, end: end))
            start = end
        }
        for run in runs.indices where try advance(run) { push(run) }
    }

    /// The next row; nil at the end.
    mutating func next() throws(Failure) -> SpooledRow? {
        guard file != nil else {
            guard place < rows.count else { return nil }
            defer { place += 1 }
            return rows[place]
        }
        guard let run = heap.first else { return nil }
        let row = runs[run].row
        do throws(FileError) {
            if try advance(run) { sink() } else { pop() }
        } catch {
            throw error.outputFailure()
        }
        return row
    }

    /// Moves a run to its next row; false at its end.
    private mutating func advance(_ run: Int) throws(FileError) -> Bool {
        if runs[run].at >= runs[run].bytes.count {
            let count = min(Self.ahead * SpooledRow.bytes, runs[run].end - runs[run].offset)
            guard count > 0, let file else { return false }
            var bytes = [UInt8](repeating: 0, count: count)
            let got = try file.read(at: runs[run].offset, count: count, into: &bytes)
            guard got == count else { throw FileError.cutShort(file.path) }
            runs[run].bytes = bytes
            runs[run].at = 0
            runs[run].offset += count
        }
        runs[run].row = SpooledRow(runs[run].bytes, at: runs[run].at)
        runs[run].at += SpooledRow.bytes
        return true
    }

    private mutating func push(_ run: Int) {
        heap.append(run)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(heap[child], heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func pop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sink()
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if precedes(heap[child], heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(least, parent)
            parent = least
        }
    }

    /// Equal rows come in the order of their runs.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (runs[left].row, runs[right].row)
        return one < other || (one == other && left < right)
    }
}
