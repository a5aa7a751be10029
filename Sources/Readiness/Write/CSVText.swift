import Tabular

/// Lines of comma-separated values in memory: LF, quoted as RFC 4180 asks, no cell that a spreadsheet would run.
struct CSVText {
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

    /// A count: never negative in results, so never guarded.
    mutating func append(_ number: Int) {
        separate()
        bytes += Array(String(number).utf8)
    }

    mutating func endLine() {
        bytes.append(0x0A)
        isAtStart = true
    }

    private mutating func separate() {
        if !isAtStart { bytes.append(0x2C) }
        isAtStart = false
    }
}
