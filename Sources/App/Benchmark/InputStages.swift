import Columns
import RoleLists
import Tabular

/// What happens to bytes before they are cells.
enum InputStages {
    static func digest(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var bytes = 0
        try workload.forEachWindow { window, count, _, _ in
            // One digest a window: its few bytes of beginning and end do not count.
            watch.time {
                var digest = Digest()
                digest.update(window.span.extracting(0..<count))
                _ = digest.finish()
            }
            bytes += count
            return count
        }
        return StageFigures(.digest, unit: "bytes", seconds: watch.seconds, rows: bytes, bytes: bytes)
    }

    static func scan(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var (rows, bytes) = (0, 0)
        var high = false
        try workload.forEachWindow { window, count, list, isLast in
            let grammar = list.text.grammar
            let scan = DelimiterScan(
                delimiter: grammar.delimiter, newline: grammar.newline, quoting: grammar.quoting,
                longestRow: RecordGrammar.longestCell)
            var bounds = RowBounds(width: list.text.width)
            let warm = scan.scan(window, from: 0, to: count, limit: count, final: isLast, into: &bounds, high: &high)
            bounds.removeAll()
            let stop = watch.time {
                scan.scan(window, from: 0, to: count, limit: count, final: isLast, into: &bounds, high: &high)
            }
            guard warm == stop else { throw BenchmarkOptions.refusal("two scans of one window end differently") }
            rows += bounds.rows
            let taken: Int
            switch stop {
            case .limit(let next): taken = min(next, count)
            case .incomplete(let record): taken = record > 0 ? record : count
            case .irregular(let record):
                let end = window[record..<count].firstIndex(of: grammar.newline) ?? count - 1
                taken = end + 1
            }
            bytes += taken
            return taken
        }
        return StageFigures(.scan, unit: "rows", seconds: watch.seconds, rows: rows, bytes: bytes)
    }

    static func blocks(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var (rows, bytes) = (0, 0)
        for list in try workload.lists() {
            try list.forEachBlock(reading: { read in try watch.time(read) }) { rows += $0.rows }
            bytes += list.text.file.size
        }
        return StageFigures(.blocks, unit: "rows", seconds: watch.seconds, rows: rows, bytes: bytes)
    }
}

extension Workload {
    /// Hands out the bytes behind the headings of every list, a window at a time; `body` says how many it took.
    func forEachWindow(_ body: (_ window: [UInt8], _ count: Int, _ list: ReadList, _ isLast: Bool) throws -> Int) throws
    {
        var window = [UInt8](repeating: 0, count: OpenList.pieceSize + DelimiterScan.padding)
        for list in try lists() {
            let file = list.text.file
            var offset = list.text.firstOffset
            while offset < file.size {
                let wanted = min(OpenList.pieceSize, file.size - offset)
                let count = try file.read(at: offset, count: wanted, into: &window)
                if count == 0 { break }
                offset += max(1, try body(window, count, list, offset + count >= file.size))
            }
        }
    }
}
