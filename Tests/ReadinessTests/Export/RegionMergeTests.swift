import Columns
import Diagnostics
import Files
import Foundation
import MadeUpRuns
import Testing

@testable import Readiness

/// Runs read side by side, whole or damaged.
@Suite struct RegionMergeTests {
    private func bytes(_ groups: [(region: UInt64, position: UInt64, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        for group in groups {
            RegionSorter.Group(region: group.region, position: group.position, count: group.text.utf8.count)
                .append(to: &bytes)
            bytes += Array(group.text.utf8)
        }
        return bytes
    }

    private func runs(_ bytes: [UInt8], ends: [Int], in folder: TemporaryFolder) throws -> RegionSorter.Runs {
        let path = "\(folder.path)/\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return RegionSorter.Runs(file: try InputFile(path: path), ends: ends)
    }

    private func merge(_ runs: [RegionSorter.Runs], in folder: TemporaryFolder) throws -> String {
        let output = try OutputFile(creating: "\(folder.path)/lines", digest: false)
        var merge = try RegionMerge(runs, calling: "hasil/flagged.csv")
        try merge.append(to: TableFile(output)) { _ in true }
        _ = try output.finish()
        return try folder.text("lines")
    }

    @Test func groupsComeByRegionThenPosition() throws {
        let folder = try TemporaryFolder()
        let first = bytes([(1, 5, "a\n"), (2, 1, "b\n"), (2, 9, "c\n")])
        let second = bytes([(1, 4, "d\n"), (2, 3, ""), (3, 0, "e\n")])
        let both = try runs(first + second, ends: [first.count, first.count + second.count], in: folder)
        let third = try runs(bytes([(2, 2, "f\n")]), ends: [24 + 2], in: folder)
        #expect(try merge([both, third], in: folder) == "d\na\nb\nf\nc\ne\n")
    }

    /// A group's head is read back as it was written, whatever its numbers.
    @Test(arguments: [0, 1, 255, 256, 1 << 40, .max] as [UInt64])
    func headsReadBack(number: UInt64) {
        var bytes: [UInt8] = [9]
        RegionSorter.Group(region: number, position: ~number, count: Int(number >> 1)).append(to: &bytes)
        #expect(bytes.count == 1 + RegionSorter.Group.headBytes)
        let group = RegionSorter.Group(bytes, at: 1)
        #expect(group.region == number && group.position == ~number && group.count == Int(number >> 1))
    }

    /// A nameless file that is not whole any more ends the run, naming the file that was being written.
    @Test(arguments: [1, 30, 49])
    func aRunCutShortIsRefused(missing: Int) throws {
        let folder = try TemporaryFolder()
        let whole = bytes([(1, 1, "one\n"), (2, 2, "two\n")])
        #expect(whole.count == 56)
        let cut = try runs(Array(whole.dropLast(missing)), ends: [whole.count], in: folder)
        let failure = #expect(throws: Failure.self) { try merge([cut], in: folder) }
        #expect(failure?.kind == .output)
        #expect(failure?.findings.first?.location?.file == "hasil/flagged.csv")
    }

    @Test func nothingIsNothing() throws {
        #expect(try merge([], in: TemporaryFolder()).isEmpty)
    }
}
