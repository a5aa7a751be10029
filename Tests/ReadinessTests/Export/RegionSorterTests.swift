import Columns
import Files
import Foundation
import Testing

@testable import Readiness

@Suite struct RegionSorterTests {
    private let folder = NSTemporaryDirectory()

    /// Lines of a block as a thread hands them over: region, position of the first row, text.
    private struct Lines {
        var region: UInt64
        var position: UInt64
        var text: String
    }

    /// However lines are dealt to threads and whatever is held at a time, they come by region, then position.
    @Test(arguments: [1, 2, 5], [1, 100, 1 << 20]) func linesComeInRegionOrder(threads: Int, capacity: Int) throws {
        var sorters = (0..<threads).map { _ in RegionSorter(in: folder, capacity: capacity) }
        var all: [Lines] = []
        for number in 0..<700 {
            let lines = Lines(
                region: UInt64(number * 7919 % 13), position: UInt64(number * 10),
                text: String(repeating: "\(number),", count: number % 9 * (number % 50 == 0 ? 900 : 1)) + "\n")
            all.append(lines)
            try sorters[number * 31 % threads].add(region: lines.region, position: lines.position) {
                $0.append(Array(lines.text.utf8))
            }
        }
        let runs = try sorters.indices.compactMap { try sorters[$0].finish() }
        let expected = all.sorted { ($0.region, $0.position) < ($1.region, $1.position) }.map(\.text).joined()
        let path = folder + "urut-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try OutputFile(creating: path, digest: true)
        var merge = try RegionMerge(runs, calling: path)
        var told = 0
        try merge.append(to: TableFile(output)) { bytes in
            told += bytes
            return true
        }
        let written = try output.finish()
        #expect(String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) == expected)
        #expect(told == expected.utf8.count)
        #expect(written.sha256 == Digest.hex(of: Array(expected.utf8)))
    }

    @Test func nothingGivesNoRuns() throws {
        var sorter = RegionSorter(in: folder)
        #expect(try sorter.finish()?.ends == nil)
    }

    /// Whoever merges may be told to stop between two groups.
    @Test func aMergeCanBeStopped() throws {
        var sorter = RegionSorter(in: folder)
        for number in 0..<3 {
            try sorter.add(region: UInt64(number), position: 0) { $0.append(Array("\(number)\n".utf8)) }
        }
        let runs = try sorter.finish()
        let path = folder + "urut-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = try OutputFile(creating: path, digest: false)
        var merge = try RegionMerge([try #require(runs)], calling: path)
        try merge.append(to: TableFile(output)) { _ in false }
        #expect(try output.finish().bytes == 2)
    }
}
