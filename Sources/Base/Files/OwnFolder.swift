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

    /// What a manifest says of its folder.
    private struct Written {
        var files: [String: OutputReport] = [:]
        /// When the manifest, the last of the files, was written: seconds since 1970-01-01 UTC.
        var at: Int
    }

    static func look(_ path: String) -> Contents {
        guard let root = Directories.resolved(path), let written = manifest(root) else { return .noManifest }
        return strange(root, "", written).map(Contents.strange) ?? .own
    }

    /// The first strange file of a folder; folders that have a manifest of their own are looked at by that.
    private static func strange(_ folder: String, _ prefix: String, _ written: Written) -> String? {
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
                guard let report = written.files[shown], isUnchanged(path, status, report, written.at) else {
                    return shown
                }
            default: return shown
            }
        }
        return nil
    }

    /// By size and digest; where no digests were made, by size and by when it was last written.
    private static func isUnchanged(_ path: String, _ status: FileStatus, _ report: OutputReport, _ at: Int) -> Bool {
        guard status.bytes == report.bytes else { return false }
        guard let digest = report.sha256 else { return status.modified <= at }
        return (try? FileDigest.of(path))?.sha256 == digest
    }

    /// The files that a folder's manifest names; nil where there is none of this program.
    private static func manifest(_ folder: String) -> Written? {
        let path = "\(folder)/\(RunDirectory.manifestName)"
        guard let status = try? Directories.status(of: path), status.kind == .regular, status.bytes <= longest,
            let file = try? InputFile(path: path)
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: file.size)
        guard (try? file.read(at: 0, count: bytes.count, into: &bytes)) == bytes.count,
            let root = try? JSON5Parser.parse(bytes), root["program"]?["name"]?.text == "siappilih",
            case .array(let outputs)? = root["outputs"]?.value
        else { return nil }
        var written = Written(at: status.modified)
        for output in outputs {
            guard let name = output["name"]?.text, case .number(let size)? = output["bytes"]?.value,
                let count = JSON5Number.integer(size)
            else { return nil }
            written.files[name] = OutputReport(name: name, bytes: count, sha256: output["sha256"]?.text)
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
