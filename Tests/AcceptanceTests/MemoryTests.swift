import Foundation
import Testing

/// A run whose index of NIKs does not fit the memory it may use, and is joined part by part, gives the same bytes.
@Suite(.enabled(if: Program.canCheck)) struct MemoryTests {
    /// Three population lists each, with copies across lists, damage, and up to nine kinds of other lists.
    static let districts = [
        District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 700, seed: 4711),
        District(election: .pemilu2019, asOf: Day("2019-02-01"), people: 1100, seed: 12),
        District(election: .pilkada2017, asOf: Day("2017-01-20"), people: 500, seed: 815),
    ]

    @Test(arguments: [(0, true), (0, false), (1, false), (2, true)])
    func theBytesAreTheSame(_ number: Int, persons: Bool) async throws {
        let district = Self.districts[number]
        let workdir = try Workdir()
        for file in district.files { try workdir.write(file.path, file.bytes) }
        let whole = try await check(district, workdir, "whole", persons, [])
        #expect(try !wasCut(whole))
        for threads in ["1", "5"] {
            let cut = try await check(
                district, workdir, "cut\(threads)", persons, ["--memory", "64M", "--threads", threads])
            #expect(try wasCut(cut))
            let (first, second) = (try whole.files(), try cut.files())
            #expect(first.keys.sorted() == second.keys.sorted())
            #expect(first.keys.contains("persons.csv") == persons)
            for (name, bytes) in first { #expect(bytes == second[name], "\(name) differs with \(threads) threads") }
            let (manifest, other) = (try whole.json("manifest.json"), try cut.json("manifest.json"))
            for key in ["digest", "outputs", "inputs", "warnings", "counts", "options"] {
                #expect(try text(manifest[key]) == text(other[key]), "\(key) differs with \(threads) threads")
            }
        }
        #expect(workdir.names(in: ".").filter { $0.hasPrefix(".") } == [])
    }

    /// Whoever asks for every person's line gets the same other files.
    @Test(arguments: [0, 1]) func everyPersonsLineChangesNoOtherFile(_ number: Int) async throws {
        let district = Self.districts[number]
        let workdir = try Workdir()
        for file in district.files { try workdir.write(file.path, file.bytes) }
        let plain = try await check(district, workdir, "plain", false, []).files()
        var full = try await check(district, workdir, "full", true, []).files()
        let lines = try #require(full["persons.csv"])
        full["persons.csv"] = nil
        #expect(lines.count { $0 == 0x0A } > 1)
        #expect(full == plain)
    }

    @Test(
        arguments: [
            (
                "63M",
                "siappilih: --memory is too small: at least 64M; use --memory 64M; write the unit, such as 300M or 8G"
            ),
            (
                "8",
                "siappilih: --memory is too small: at least 64M; use --memory 64M; write the unit, such as 300M or 8G"
            ),
            ("banyak", "siappilih: --memory needs a size such as 300M, 8G or 1.5G"),
            ("-1G", "siappilih: --memory needs a size such as 300M, 8G or 1.5G"),
        ])
    func sizesThatAreRefused(_ size: String, _ message: String) async throws {
        let workdir = try Workdir()
        let outcome = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--population", "a.csv", "--out", "run",
            "--memory=\(size)",
        ])
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors == message + "\n")
        #expect(workdir.names(in: ".") == [])
    }

    private func check(
        _ district: District, _ workdir: Workdir, _ folder: String, _ persons: Bool, _ options: [String]
    ) async throws -> Run {
        let plain = Program.checkOptions(district.election, asOf: district.asOf, out: folder)
            .filter { persons || $0 != "--persons" }
        let outcome = try await workdir.run(plain + options + district.listArguments)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return Run(workdir: workdir, folder: folder)
    }

    private func text(_ value: Any?) throws -> String {
        let value = try #require(value)
        let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
        return String(decoding: data, as: UTF8.self)
    }

    /// Whether the run's index was cut into parts, by the stages that its manifest tells.
    private func wasCut(_ run: Run) throws -> Bool {
        let timings = try #require(try run.json("manifest.json")["timings"] as? [String: Any])
        return (timings["milliseconds"] as? [String: Any])?["partitions"] != nil
    }
}
