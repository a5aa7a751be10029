import Diagnostics
import Documents
import Files
import Foundation
import Lists
import Rules
import RunFolder

/// The digest that names a run, computed anew from what its manifest lists.
enum ManifestDigest {
    static func of(_ run: Run) throws(Failure) -> String? {
        let manifest = run.manifest
        let identity = RunIdentity(
            election: manifest.election, ruleset: manifest.ruleset, profile: manifest.profile,
            votingDay: manifest.votingDay, asOf: manifest.asOf)
        return Manifest(
            programVersion: manifest.program.version, identity: identity, options: try options(run),
            ruleFiles: manifest.rules.map { RuleFileReport(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) },
            inputs: manifest.inputs.map {
                InputReport(
                    role: $0.role, path: $0.path, list: $0.list, bytes: $0.bytes, sha256: $0.sha256,
                    isPopulation: $0.isPopulation, rows: RowCounts())
            },
            outputs: manifest.outputs.map { OutputReport(name: $0.name, bytes: $0.bytes, sha256: $0.sha256) },
            warnings: [], hasDigests: true, threads: 1, stages: [], clock: RunClock(seconds: 0, isFixed: true)
        ).runDigest
    }

    /// The options in the order in which the manifest lists them, which the digest depends on.
    private static func options(_ run: Run) throws(Failure) -> [(name: String, values: [String])] {
        let path = "\(run.path)/\(Manifest.fileName)"
        let bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
        for setting in try SettingsDocument(name: path, bytes: bytes).settings where setting.key == "options" {
            guard case .settings(let members) = setting.item.value else { continue }
            return members.map { ($0.key, texts($0.item.value)) }
        }
        return []
    }

    private static func texts(_ value: SettingsDocument.Value) -> [String] {
        switch value {
        case .text(let text): [text]
        case .list(let items): items.flatMap { texts($0.value) }
        default: []
        }
    }
}
