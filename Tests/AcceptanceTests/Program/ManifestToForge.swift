import Columns
import Foundation
import Testing

/// A manifest in the hands of somebody who can write every file of a folder.
struct ManifestToForge {
    private let workdir: Workdir
    private let folder: String
    private var text: String

    private init(_ workdir: Workdir, _ folder: String) throws {
        self.workdir = workdir
        self.folder = folder
        text = try workdir.text("\(folder)/manifest.json")
    }

    /// Makes the manifest of a folder agree with its files as they are now: sizes, digests, and the digest of a run.
    static func agree(_ workdir: Workdir, _ folder: String) throws {
        var manifest = try Self(workdir, folder)
        try manifest.renewFiles()
        try manifest.renewDigest()
        try workdir.write("\(folder)/manifest.json", manifest.text)
    }

    private mutating func renewFiles() throws {
        for output in try Self.objects(Self.object(text)["outputs"]) {
            let name = try #require(output["name"] as? String)
            guard let bytes = try? workdir.bytes("\(folder)/\(name)") else { continue }
            let said = try Regex(
                #"("name": "\#(NSRegularExpression.escapedPattern(for: name))",\s*"bytes": )[0-9]+(,\s*"sha256": ")[0-9a-f]*"#,
                as: (Substring, Substring, Substring).self)
            text.replace(said) { "\($0.output.1)\(bytes.count)\($0.output.2)\(Digest.hex(of: bytes))" }
        }
    }

    private mutating func renewDigest() throws {
        // A folder made from a run has none.
        guard let old = try Self.object(text)["digest"] as? String else { return }
        text.replace(old, with: try digest(), maxReplacements: 1)
    }

    /// What the manifest says elsewhere, and files, which are inputs.
    private static let saidElsewhere = [
        "election", "ruleset", "profile", "voting-day", "as-of", "regions", "map",
    ]

    /// The digest of a run from what its manifest says: the form of docs/verify.md.
    private func digest() throws -> String {
        let manifest = try Self.object(text)
        var lines = [["siappilih run 2"]]
        func files(_ key: String, _ names: [String]) throws -> [[String]] {
            try Self.objects(manifest[key]).map { file in
                names.map { (file[$0] as? String) ?? (file[$0] as? NSNumber)?.stringValue ?? "" }
            }
        }
        lines += try files("inputs", ["role", "list", "bytes", "sha256", "region"]).map { ["input"] + $0 }
        lines += try files("rules", ["path", "bytes", "sha256"]).map { ["rule"] + $0 }
        for (name, key) in [
            ("election", "election"), ("ruleset", "ruleset"), ("profile", "profile"), ("voting-day", "votingDay"),
            ("as-of", "asOf"),
        ] {
            lines.append(["option", name, try #require(manifest[key] as? String)])
        }
        let options = try #require(manifest["options"] as? [String: Any])
        // In their order, which the system's reader of JSON forgets.
        let written = try #require(text.firstMatch(of: /"options": \{([^}]*)\}/)).output.1
        for name in written.matches(of: /"([a-z-]+)":/).map({ String($0.output.1) })
        where !Self.saidElsewhere.contains(name) {
            lines.append(["option", name] + ((options[name] as? [String]) ?? [(options[name] as? String) ?? ""]))
        }
        let counts = try #require(manifest["counts"] as? [String: NSNumber])
        for name in counts.keys.sorted() { lines.append(["count", name, counts[name]?.stringValue ?? ""]) }
        lines += try files("outputs", ["name", "bytes", "sha256"]).map { ["output"] + $0 }
        return Digest.hex(of: Array(lines.map { $0.joined(separator: "\t") + "\n" }.joined().utf8))
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }
}
