import Columns

/// Lines of comma-separated values in memory: LF, quoted as RFC 4180 asks, no cell that a spreadsheet would run.
public struct CSVText: Sendable {
    /// Cells that stand in many lines, as they are written there.
    public struct Cells: Sendable {
        fileprivate var bytes: [UInt8] = []
        fileprivate var guarded = 0

        public init(_ texts: String...) {
            for (place, text) in texts.enumerated() {
                if place > 0 { CSVRow.separate(&bytes) }
                if CSVRow.append(Array(text.utf8).span, to: &bytes) { guarded += 1 }
            }
        }
    }

    public private(set) var bytes: [UInt8] = []
    /// Cells that got a leading `'`.
    public private(set) var guardedCells = 0
    private var isAtStart = true

    public init(heading: [String]) {
        appendLine(heading)
    }

    public mutating func append(_ cell: String) {
        separate()
        if cell.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 }) {
            bytes += cell.utf8
        } else if CSVRow.append(Array(cell.utf8).span, to: &bytes) {
            guardedCells += 1
        }
    }

    public mutating func append(_ cells: Cells) {
        separate()
        bytes.append(copying: cells.bytes.span)
        guardedCells += cells.guarded
    }

    /// A count: never negative in results, so never guarded.
    public mutating func append(_ number: Int) {
        separate()
        guard 0..<100_000_000 ~= number else { return bytes.append(contentsOf: String(number).utf8) }
        // The digits, the first one in the low byte.
        var digits: UInt64 = 0
        var rest = UInt32(truncatingIfNeeded: number)
        repeat {
            digits = digits << 8 | UInt64(0x30 + rest % 10)
            rest /= 10
        } while rest > 0
        while digits > 0 {
            bytes.append(UInt8(truncatingIfNeeded: digits))
            digits >>= 8
        }
    }

    public mutating func appendLine(_ cells: [String]) {
        for cell in cells { append(cell) }
        endLine()
    }

    public mutating func endLine() {
        bytes.append(0x0A)
        isAtStart = true
    }

    /// Makes room for so many bytes in all.
    public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// The lines so far, which are then written elsewhere; those that follow begin anew.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(0x2C) }
        isAtStart = false
    }
}
