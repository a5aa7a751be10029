import Columns
import Documents

/// Whether a folder holds nothing but what this program wrote, as it was written: what can be made again, and so may be
/// replaced.
enum OwnFolder {
    enum Contents: Equatable {
        case own
        /// No manifest of this program that could be read.
        case noManifest
        /// A file that no manifest names, or that was changed since; the path as seen from the folder.
        case strange(String)
    }

    /// Longer manifests are none.
    private static let longest = 1 << 28

    static func look(_ path: String) -> Contents {
        guard let root = Directories.resolved(path), let written = manifest(root) else { return .noManifest }
        return strange(root, "", written).map(Contents.strange) ?? .own
    }

    /// The first strange file of a folder; folders that have a manifest of their own are looked at by that.
    private static func strange(_ folder: String, _ prefix: String, _ written: [String: OutputReport]) -> String? {
        guard let names = try? Directories.names(in: folder) else { return prefix }
        for name in names {
            let (path, shown) = ("\(folder)/\(name)", prefix + name)
            // A link resolves to another path.
            guard Directories.resolved(path) == path, let status = try? Directories.status(of: path) else {
                return shown
            }
            switch status.kind {
            case .directory:
                if prefix.isEmpty, let own = manifest(path) {
                    if let found = strange(path, "", own) { return "\(shown)/\(found)" }
                } else if let found = strange(path, shown + "/", written) {
                    return found
                }
            case .regular:
                if shown == RunDirectory.manifestName || shown == RunDirectory.logName { continue }
                if prefix.isEmpty, RunDirectory.isPageSecret(name) { continue }
                guard let report = written[shown], isUnchanged(path, report) else { return shown }
            default: return shown
            }
        }
        return nil
    }

    private static func isUnchanged(_ path: String, _ report: OutputReport) -> Bool {
        guard let now = try? FileDigest.of(path) else { return false }
        return now.bytes == report.bytes && report.sha256.map { $0 == now.sha256 } ?? true
    }

    /// The files that a folder's manifest names; nil where there is none of this program.
    private static func manifest(_ folder: String) -> [String: OutputReport]? {
        let path = "\(folder)/\(RunDirectory.manifestName)"
        guard let status = try? Directories.status(of: path), status.kind == .regular, status.bytes <= longest,
            let file = try? InputFile(path: path)
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: file.size)
        guard (try? file.read(at: 0, count: bytes.count, into: &bytes)) == bytes.count,
            let root = try? JSON5Parser.parse(bytes), root["program"]?["name"]?.text == "siappilih",
            case .array(let outputs)? = root["outputs"]?.value
        else { return nil }
        var written: [String: OutputReport] = [:]
        for output in outputs {
            guard let name = output["name"]?.text, case .number(let size)? = output["bytes"]?.value,
                let count = JSON5Number.integer(size)
            else { return nil }
            written[name] = OutputReport(name: name, bytes: count, sha256: output["sha256"]?.text)
        }
        return written
    }
}

extension JSON5Node {
    fileprivate subscript(key: String) -> JSON5Node? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.value
    }

    fileprivate var text: String? { if case .string(let text) = value { text } else { nil } }
}
