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
        var text = Array(cell.utf8)
        if let first = text.first, Array("=+-@\t\r".utf8).contains(first) {
            text.insert(0x27, at: 0)
            guardedCells += 1
        }
        guard text.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += text
            return
        }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
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
