import Foundation

/// A run directory as its readers see it.
struct Run {
    let workdir: Workdir
    let folder: String

    func table(_ name: String) throws -> ResultTable {
        ResultTable(try workdir.text(folder + "/" + name))
    }

    func json(_ name: String) throws -> [String: Any] {
        let data = Data(try workdir.bytes(folder + "/" + name))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// Every file of the run but the manifest, which alone holds times.
    func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in workdir.names(in: folder) where name != "manifest.json" {
            files[name] = try workdir.bytes(folder + "/" + name)
        }
        return files
    }
}

extension Workdir {
    /// Writes a district's files and checks them into `run`.
    func check(
        _ district: District, into folder: String = "run", options: [String] = [], environment: [String: String] = [:]
    ) async throws -> Program.Outcome {
        for file in district.files { try write(file.path, file.bytes) }
        try write(District.regionFile, District.regionTable)
        return try await run(
            Program.checkOptions(district.election, asOf: district.asOf, out: folder)
                + ["--regions", District.regionFile] + District.strikes + options + district.listArguments,
            environment: environment)
    }
}

extension Program {
    static func checkOptions(_ election: Election, asOf: Day, out: String) -> [String] {
        [
            "check", "--rules", rules, "--election", election.id, "--as-of", asOf.description, "--persons", "--quiet",
            "--out", out,
        ]
    }
}
