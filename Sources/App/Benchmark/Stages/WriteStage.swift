import Columns
import Foundation
import Tabular

/// Every population row as a line of results, written to a file without digest.
enum WriteStage {
    static func measure(_ workload: Workload) throws -> StageFigures {
        var watch = StopWatch()
        var rows = 0
        let path = "\(workload.options.work)/lines-\(UUID().uuidString)"
        let file = try OutputFile(creating: path, digest: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var lines: [UInt8] = []
        for list in try workload.lists() where list.isPopulation {
            try list.forEachBlock { block in
                try watch.time {
                    lines.removeAll(keepingCapacity: true)
                    let text = block.text.span
                    for row in 0..<block.rows {
                        for column in 0..<block.bounds.width {
                            if column > 0 { CSVRow.separate(&lines) }
                            let cell = block.bounds.cell(row, column)
                            CSVRow.append(text, from: cell.lowerBound, to: cell.upperBound, into: &lines)
                        }
                        CSVRow.end(&lines)
                    }
                    try file.append(lines)
                }
                rows += block.rows
            }
        }
        let written = try watch.time { try file.finish() }
        return StageFigures(.write, unit: "people", seconds: watch.seconds, rows: rows, bytes: written.bytes)
    }
}
