import Columns
import Files
import FoundationEssentials
import Tabular

/// Every population row as a line of results, written to a file without digest.
enum WriteStage {
    static func measure(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var rows = 0
        let path = "\(workload.options.work)/lines-\(UUID().uuidString)"
        let file = try OutputFile(creating: path, digest: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var lines = LineBuffer()
        for list in try workload.lists() where list.isPopulation {
            let grammar = list.text.grammar
            let form = LineForm(
                (0..<list.text.width).map { .cell($0) } + [.text(value: 0)], delimiter: grammar.delimiter,
                quoting: grammar.quoting, valueCount: 1)
            var texts = TextList()
            let end = texts.append(Array("\n".utf8))
            try list.forEachBlock { block in
                let numbers = (0..<block.rows).map { Int32($0) }
                let values = [Int](repeating: end, count: block.rows)
                try watch.time {
                    lines.removeAll()
                    var row = 0
                    while true {
                        row = lines.append(
                            form, rows: numbers, from: row, to: block.rows, values: values, of: 0, texts,
                            of: block.bounds, block.text, ascii: block.high)
                        if row == block.rows { break }
                        append(row, of: block, list, to: &lines)
                        row += 1
                    }
                    try file.append(lines)
                }
                rows += block.rows
            }
        }
        let written = try watch.time { try file.finish() }
        return StageFigures(.write, unit: "people", seconds: watch.seconds, rows: rows, bytes: written.bytes)
    }

    /// A line cell by cell, where a cell cannot stand as it is.
    private static func append(_ row: Int, of block: Block, _ list: ReadList, to lines: inout LineBuffer) {
        for column in 0..<list.text.width {
            let cell = block.cellText(row, column, of: list.text)
            lines.append { line in _ = CSVRow.append(cell.span, to: &line) }
            lines.append(UInt8(ascii: ","))
        }
        lines.append(UInt8(ascii: "\n"))
    }
}
