import Columns
import Diagnostics
import Files

/// One made-up list being written: cells in its dialect, records, a buffer, and, where asked, a changed order.
///
/// A shuffled list gathers 262,144 records and writes them in random order: recordings do not come in the order of
/// the population list, and memory stays bounded whatever the list's length.
final class SampleList {
    let name: String
    let dialect: SampleDialect
    /// The list of the same office some months later: it holds every row of this one too, but those written while
    /// `isEchoed` is false.
    var twin: SampleList?
    var isEchoed = true
    /// The same list as a workbook.
    var workbook: SampleWorkbook?
    /// Records written, without headings and titles.
    private(set) var records = 0

    private let folder: RunDirectory
    private let file: OutputFile
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var atStart = true
    private var shuffle: SampleRandom?

    private static let block = 1 << 20
    private static let gathered = 1 << 18

    /// - Parameter shuffle: the randomness of the order; nil keeps the order as written.
    init(name: String, in folder: RunDirectory, dialect: SampleDialect, shuffle: SampleRandom? = nil) throws(Failure) {
        self.name = name
        self.dialect = dialect
        self.shuffle = shuffle
        self.folder = folder
        file = try folder.open(name)
        bytes.reserveCapacity(Self.block + 4096)
        if dialect.mark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
    }

    private var echo: SampleList? { isEchoed ? twin : nil }

    func cell(_ text: [UInt8]) {
        echo?.cell(text)
        workbook?.cell(text)
        startCell()
        guard !text.isEmpty else { return bytes.append(contentsOf: dialect.empty) }
        let quoted = dialect.quoting && text.contains { needsQuotes($0) }
        if quoted { bytes.append(UInt8(ascii: "\"")) }
        if dialect.windows1252, text.contains(0xC3) {
            appendWindows1252(text)
        } else if quoted {
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
        } else {
            bytes.append(contentsOf: text)
        }
        if quoted { bytes.append(UInt8(ascii: "\"")) }
    }

    func cell(_ text: String) { cell(Array(text.utf8)) }

    func empty() { cell([]) }

    func number(_ value: UInt64, width: Int = 1) {
        echo?.number(value, width: width)
        workbook?.number(value, width: width)
        startCell()
        SampleBytes.append(value, width: width, to: &bytes)
    }

    func day(_ number: Int) { day(number, as: dialect.day) }

    func day(_ number: Int, as form: SampleBytes.DayForm) {
        echo?.day(number, as: form)
        workbook?.day(number)
        startCell()
        SampleBytes.append(day: number, as: form, to: &bytes)
    }

    /// A line without cells: a title above the heading, or a blank line.
    func line(_ text: String) throws(Failure) {
        echo?.bytes.append(contentsOf: text.utf8)
        workbook?.cell(Array(text.utf8))
        bytes.append(contentsOf: text.utf8)
        try endLine()
    }

    /// Ends a record that is no person: the heading, a numbering row, a total.
    func endLine() throws(Failure) {
        try echo?.endLine()
        try workbook?.endLine()
        if dialect.carriageReturn { bytes.append(0x0D) }
        bytes.append(0x0A)
        atStart = true
        // What stands above the first record stays above it.
        if shuffle != nil, records == 0 { try write() } else { try endedRecord() }
    }

    func endRecord() throws(Failure) {
        try echo?.endRecord()
        try workbook?.endRecord()
        if dialect.carriageReturn { bytes.append(0x0D) }
        bytes.append(0x0A)
        atStart = true
        records += 1
        try endedRecord()
    }

    /// Ends the list; one of nobody is none.
    func close() throws(Failure) {
        try twin?.close()
        try workbook?.close()
        try write()
        _ = try folder.close(file)
        if records == 0 { try folder.discard(name) }
    }

    private func endedRecord() throws(Failure) {
        if shuffle != nil {
            ends.append(bytes.count)
            if ends.count == Self.gathered { try write() }
        } else if bytes.count >= Self.block {
            try write()
        }
    }

    private func write() throws(Failure) {
        if shuffle != nil, !ends.isEmpty {
            try writeShuffled()
        } else {
            try append(bytes)
        }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    private func writeShuffled() throws(Failure) {
        guard var random = shuffle else { return }
        var order = Array(0..<ends.count)
        var last = order.count - 1
        while last > 0 {
            order.swapAt(last, random.below(last + 1))
            last -= 1
        }
        shuffle = random
        var out: [UInt8] = []
        out.reserveCapacity(Self.block + 4096)
        for place in order {
            let start = place == 0 ? 0 : ends[place - 1]
            out.append(contentsOf: bytes[start..<ends[place]])
            if out.count >= Self.block {
                try append(out)
                out.removeAll(keepingCapacity: true)
            }
        }
        try append(out)
    }

    private func append(_ bytes: [UInt8]) throws(Failure) {
        do { try file.append(bytes) } catch { throw error.outputFailure(shown: "\(folder.path)/\(name)") }
    }

    private func startCell() {
        if atStart { atStart = false } else { bytes.append(dialect.delimiter) }
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == dialect.delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }

    /// Two bytes of UTF-8 that start with C3 are one of Windows-1252: the letters the made-up names use.
    private func appendWindows1252(_ text: [UInt8]) {
        var afterLead = false
        for byte in text {
            if byte == 0xC3 {
                afterLead = true
            } else {
                bytes.append(afterLead ? byte | 0x40 : byte)
                afterLead = false
            }
        }
    }
}
