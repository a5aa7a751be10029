import Columns
public import Diagnostics
import Documents
import Files
import Foundation
public import Readiness
public import RoleLists
import Rules
public import RunFolder

/// A check of made-up lists in a folder of its own.
public struct MadeUpRun: Sendable {
    public let folder: TemporaryFolder
    /// Where the results lie.
    public let path: String
    public let options: CheckOptions
    public let report: CheckReport

    /// - Parameters:
    ///   - lists: role and contents, in the order in which they are given; they lie in the folder as `0-ROLE.csv` ….
    ///   - change: the options before they are used.
    public init(
        _ lists: [(role: String, text: String)], asOf: String = "2018-03-23", in folder: TemporaryFolder? = nil,
        out: String = "hasil", version: String = "1.2.3", change: (inout CheckOptions) -> Void = { _ in }
    ) throws {
        let folder = try folder ?? TemporaryFolder()
        let inputs = try lists.enumerated().map { place, list in
            ListInput(role: list.role, path: try folder.write("\(place)-\(list.role).csv", list.text))
        }
        try self.init(inputs, asOf: asOf, in: folder, out: out, version: version, change: change)
    }

    public init(
        _ inputs: [ListInput], asOf: String, in folder: TemporaryFolder, out: String = "hasil",
        version: String = "1.2.3", change: (inout CheckOptions) -> Void = { _ in }
    ) throws {
        let ruleset = try ShippedRules.ruleset(asOf: asOf)
        var options = CheckOptions(
            lists: inputs, election: ruleset.electionID, asOf: ruleset.asOf, rulesDirectory: ShippedRules.directory,
            out: "\(folder.path)/\(out)", persons: true, threads: 1)
        change(&options)
        let files = try ShippedRules.book().files.map {
            RuleFileReport(path: $0.path, contents: $0.bytes, digest: options.digests)
        }
        report = try Check.run(options, ruleset: ruleset, ruleFiles: files, programVersion: version)
        self.folder = folder
        self.options = options
        path = options.out
    }

    /// The run as every reader of runs sees it.
    public func run() throws -> Run { try Run(reading: path) }

    public func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    public func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
    }

    /// Changes a table and lets the manifest agree with it, as whoever can write the run can.
    public func forge(_ name: String, _ change: (inout String) -> Void) throws {
        var text = try text(name)
        change(&text)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        var manifest = try run().manifest
        for place in manifest.outputs.indices where manifest.outputs[place].name == name {
            manifest.outputs[place].bytes = text.utf8.count
            manifest.outputs[place].sha256 = Digest.hex(of: Array(text.utf8))
        }
        manifest.digest = manifest.computedDigest
        try Data(manifest.document).write(to: URL(fileURLWithPath: "\(path)/manifest.json"))
    }

    /// A table without its heading, cut at commas.
    public func rows(_ name: String) throws -> [[String]] {
        try text(name).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Every result but the manifest, by its name.
    public func results() throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try report.outputs.map { ($0.name, try text($0.name)) })
    }

    /// The warnings as people read them, without the folder.
    public func warnings(_ language: Language = .english) -> [String] {
        report.warnings.map { $0.rendered(in: language).replacing("\(folder.path)/", with: "") }
    }
}
