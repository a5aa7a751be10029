import Civil
import Columns
import Tabular

/// Lines of comma-separated values in memory: LF, quoted as RFC 4180 asks, no cell that a spreadsheet would run.
struct CSVText: Sendable {
    /// A cell that stands in many lines, as it is written there.
    struct Cell: Sendable {
        fileprivate var bytes: [UInt8] = []
        fileprivate let isGuarded: Bool

        init(_ text: String) {
            isGuarded = CSVRow.append(Array(text.utf8).span, to: &bytes)
        }
    }

    private(set) var bytes: [UInt8] = []
    /// Cells that got a leading `'`.
    private(set) var guardedCells = 0
    private var isAtStart = true

    init(heading: [String]) {
        for name in heading { append(name) }
        endLine()
    }

    mutating func append(_ cell: String) {
        separate()
        if cell.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }) {
            bytes += cell.utf8
        } else if CSVRow.append(Array(cell.utf8).span, to: &bytes) {
            guardedCells += 1
        }
    }

    mutating func append(_ cell: Cell) {
        separate()
        bytes += cell.bytes
        if cell.isGuarded { guardedCells += 1 }
    }

    /// The digits of a region, nothing for the unknown one.
    mutating func append(_ region: RegionCode) {
        separate()
        region.append(to: &bytes)
    }

    /// A count: never negative in results, so never guarded.
    mutating func append(_ number: Int) {
        separate()
        if 0..<10 ~= number {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: number))
        } else {
            bytes += String(number).utf8
        }
    }

    mutating func endLine() {
        bytes.append(0x0A)
        isAtStart = true
    }

    /// Makes room for so many bytes in all.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    private mutating func separate() {
        if !isAtStart { bytes.append(0x2C) }
        isAtStart = false
    }
}
