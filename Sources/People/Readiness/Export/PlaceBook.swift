/// Where the rows of one export stand in their files, by region: a few bytes a row, so that many millions fit.
///
/// Rows are noted block by block. Within a block and region only differences are kept, as numbers of seven bits a byte.
struct PlaceBook: Sendable {
    /// The rows of one region in one block.
    struct Run: Sendable {
        var list: Int32
        var piece: Int32
        /// File offset and row number that the first differences count from.
        var offset: Int
        var row: Int
        var start: Int
        var end: Int
        var count: Int32
    }

    fileprivate struct Region: Sendable {
        var bytes: [UInt8] = []
        var runs: [Run] = []
        var offset = 0
        var row = 0
    }

    private var regions: [Region] = []
    private var numbers: [UInt64: Int] = [:]
    private var last: (code: UInt64, number: Int)?

    /// Notes a row; rows of a block come in ascending order. `verdict` is a number of the thread's `VerdictBook`.
    mutating func note(
        region code: UInt64, list: Int, piece: Int, offset: Int, row: Int, verdict: Int
    ) {
        let number: Int
        if let last, last.code == code {
            number = last.number
        } else {
            if let known = numbers[code] {
                number = known
            } else {
                number = regions.count
                numbers[code] = number
                regions.append(Region())
            }
            last = (code, number)
        }
        regions[number].note(list: list, piece: piece, offset: offset, row: row, verdict: verdict)
    }

    var codes: [UInt64] { Array(numbers.keys) }

    /// The runs of a region, in the order they were noted.
    func runs(_ code: UInt64) -> [Run] { numbers[code].map { regions[$0].runs } ?? [] }

    /// Calls `body` for each row of a run.
    func forEach(
        _ code: UInt64, _ run: Run, _ body: (_ offset: Int, _ row: Int, _ verdict: Int) throws -> Void
    ) rethrows {
        guard let number = numbers[code] else { return }
        let bytes = regions[number].bytes
        var at = run.start
        func read() -> Int {
            var value = 0
            var shift = 0
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                value |= Int(byte & 127) << shift
                if byte < 128 { break }
                shift += 7
            }
            return value
        }
        var offset = run.offset
        var row = run.row
        while at < run.end {
            offset += read()
            row += read()
            try body(offset, row, read())
        }
    }
}

extension PlaceBook.Region {
    mutating func note(list: Int, piece: Int, offset: Int, row: Int, verdict: Int) {
        if let run = runs.last, run.list == list, run.piece == piece {
            append(offset - self.offset)
            append(row - self.row)
        } else {
            runs.append(
                PlaceBook.Run(
                    list: Int32(list), piece: Int32(piece), offset: offset, row: row, start: bytes.count,
                    end: bytes.count, count: 0))
            append(0)
            append(0)
        }
        append(verdict)
        self.offset = offset
        self.row = row
        runs[runs.count - 1].end = bytes.count
        runs[runs.count - 1].count += 1
    }

    private mutating func append(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
