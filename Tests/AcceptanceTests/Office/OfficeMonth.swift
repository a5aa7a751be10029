import Foundation
import Testing

/// Two runs of the same made-up people three months apart, made once for all tests of this folder.
struct OfficeMonth {
    let workdir: Workdir

    static let shared = Task { try await OfficeMonth() }

    private init() async throws {
        workdir = try Workdir()
        let rules = ["--rules", Program.rules]
        let made = try await workdir.run(
            ["sample", "--people", "1500", "--seed", "5", "--months", "3", "--out", "lists", "--quiet"] + rules)
        try #require(made.exitCode == 0, "\(made.errors)")
        for (day, run) in [("2017-12-23", "a"), ("2018-03-23", "b")] {
            let checked = try await workdir.run(
                ["check", "lists/\(day)/periksa.json5", "--out", run, "--quiet"] + rules)
            try #require(checked.exitCode == 0, "\(checked.errors)")
        }
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Outcome {
        try await workdir.run(arguments + ["--rules", Program.rules], environment: environment)
    }

    /// Every file under a folder, by its path from there.
    func files(_ folder: String) throws -> [String: [UInt8]] {
        let root = workdir.path(folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: root)
        var files: [String: [UInt8]] = [:]
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
            if attributes[.type] as? FileAttributeType == .typeRegular {
                files[name] = try workdir.bytes(folder + "/" + name)
            }
        }
        return files
    }
}
