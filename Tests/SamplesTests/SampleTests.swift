import Civil
import Diagnostics
import Foundation
import Samples
import Testing

@Suite("Made-up lists")
struct SampleTests {
    /// Writes a sample into a new folder and gives its files, by name.
    private func sample(_ people: Int, seed: UInt64 = 7) throws -> (report: Sample.Report, files: [String: Data]) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = try Sample.write(plan(people, seed), to: folder)
        var files: [String: Data] = [:]
        for name in report.files { files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == report.files.sorted())
        return (report, files)
    }

    private func plan(_ people: Int, _ seed: UInt64) -> Sample.Plan {
        Sample.Plan(
            people: people, seed: seed, schema: SampleSchema.schema, election: "pilkada-2018",
            votingDay: CivilDate(dayNumber: 17_709))
    }

    @Test("The same plan gives the same bytes, another seed other ones")
    func isDeterministic() throws {
        let first = try sample(1500)
        let again = try sample(1500)
        let other = try sample(1500, seed: 8)
        #expect(first.files == again.files)
        #expect(first.report == again.report)
        #expect(first.files != other.files)
    }

    @Test("As many rows as asked, whatever the number", arguments: [1, 2, 29, 500, 1000, 4321])
    func size(people: Int) throws {
        #expect(try sample(people).report.people == people)
    }

    @Test("Every NIK of sixteen digits lies in a kecamatan that no region uses")
    func everyoneIsMadeUp() throws {
        let files = try sample(3000).files
        for (name, data) in files where name.hasSuffix(".csv") {
            let cells = data.split { [0x2C, 0x3B, 0x09, 0x23, 0x7C, 0x0A, 0x0D].contains($0) }
            for cell in cells where cell.count == 16 && cell.allSatisfy({ (0x30...0x39).contains($0) }) {
                let kecamatan = cell.dropFirst(4).first
                #expect(kecamatan == 0x39, "\(name)")
            }
        }
    }

    @Test("NIKs repeat only where the sample means them to")
    func uniqueNIKs() throws {
        let data = try #require(sample(6000).files["penduduk-1271-medan.csv"])
        var seen: [Data: Int] = [:]
        for line in data.split(separator: 0x0A).dropFirst() {
            let cells = line.split(separator: 0x2C, maxSplits: 2, omittingEmptySubsequences: false)
            if cells.count == 3, cells[1].count == 16 { seen[Data(cells[1]), default: 0] += 1 }
        }
        let repeated = seen.values.count { $0 > 1 }
        #expect(repeated > 3)
        #expect(repeated < seen.count / 50)
    }

    @Test("The lists are the owner's alone")
    func permissions() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let report = try Sample.write(plan(10, 1), to: folder)
        func permissions(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try permissions(folder) == 0o700)
        for name in report.files { #expect(try permissions("\(folder)/\(name)") == 0o600) }
    }

    @Test("A folder with something in it is left alone, unless forced")
    func notEmpty() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Sample.write(plan(10, 1), to: folder)
        let failure = #expect(throws: Failure.self) { try Sample.write(plan(10, 1), to: folder) }
        #expect(failure?.kind == .usage)
        #expect(
            failure?.findings.first?.rendered(in: .english)
                == "\(folder): the output folder is not empty; choose a new folder, or replace it with --force")
        let report = try Sample.write(plan(10, 1), to: folder, force: true)
        #expect(report.warnings.map(\.code) == ["output_kept_beside"])
        try FileManager.default.removeItem(atPath: "\(folder).old-1")
    }

    @Test("A folder that cannot be made is an output failure")
    func notWritable() throws {
        let failure = #expect(throws: Failure.self) { try Sample.write(plan(10, 1), to: "/dev/null/sample") }
        #expect(failure?.kind == .output)
        #expect(
            failure?.findings.first?.rendered(in: .indonesian)
                == "/dev/null/sample: hasil tidak dapat ditulis: sebagian jalurnya bukan folder; pilih folder lain"
        )
    }

    @Test("The job file names every list from its own folder")
    func job() throws {
        let (report, files) = try sample(1000)
        let text = String(decoding: try #require(files[report.job]), as: UTF8.self)
        for name in report.files where name != report.job { #expect(text.contains("'\(name)'")) }
        #expect(text.contains("election: 'pilkada-2018'"))
        #expect(text.contains("as_of: '2018-03-23'"))
        #expect(text.contains("field_findings: ["))
    }
}

@Suite("Samples of two days")
struct SampleMonthsTests {
    @Test("Two sets of the same people, some months apart")
    func months() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let plan = Sample.Plan(
            people: 900, seed: 3, schema: SampleSchema.schema, election: "pilkada-2018",
            votingDay: CivilDate(dayNumber: 17_709), months: 3)
        let report = try Sample.write(plan, to: folder)
        #expect(report.job == "2017-12-23/periksa.json5")
        #expect(report.laterJob == "2018-03-23/periksa.json5")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["2017-12-23", "2018-03-23"])
        func lines(_ name: String) throws -> Set<String> {
            Set(
                try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").map(String.init)
            )
        }
        #expect(try lines(report.job).contains("  as_of: '2017-12-23',"))
        let (first, second) = (
            try lines("2017-12-23/perekaman-1.csv"), try lines("2018-03-23/perekaman-1.csv")
        )
        #expect(first.intersection(second).count > first.count * 9 / 10)
        #expect(!second.subtracting(first).isEmpty)
    }
}
