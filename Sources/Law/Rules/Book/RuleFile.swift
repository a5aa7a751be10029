import Columns
public import Diagnostics
import FoundationEssentials

/// A rule document as it was read.
public struct RuleFile: Sendable {
    /// Relative to the rules directory, with `/`: `instruments/pkpu-8-2016.json5`.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Longer documents are refused.
    static let sizeLimit = 4 << 20

    /// The folders that hold documents, and the endings of their names.
    private static let folders = [
        "calendars": [".json5"], "elections": [".json5"], "instruments": [".json5"], "profiles": [".json5"],
        "regions": [".csv", ".json5"],
    ]

    /// Reads every rule document under `directory`, in byte order of their paths. Other files are not touched.
    public static func read(directory: String) throws(Failure) -> [RuleFile] {
        let root = URL(fileURLWithPath: directory, isDirectory: true)
        guard try isDirectory(root.path, shown: directory) else {
            throw Failure(
                .input,
                Finding(
                    code: "rules_missing",
                    message: Bilingual(
                        id: "folder aturan '\(directory)' tidak ada", en: "there is no rules directory '\(directory)'"),
                    remedy: Bilingual(
                        id: "sebutkan folder yang berisi lists.json5 dengan --rules FOLDER",
                        en: "name the folder that holds lists.json5 with --rules DIR")))
        }
        var paths = ["lists.json5", "terms.json5"]
        // Only field work needs it: a rules directory may do without.
        let fieldWork = "outreach.json5"
        if try stands(root.appendingPathComponent(fieldWork).path, shown: shown(directory, fieldWork)) != nil {
            paths.append(fieldWork)
        }
        var findings: [Finding] = []
        for (folder, endings) in folders {
            let url = root.appendingPathComponent(folder, isDirectory: true)
            guard try isDirectory(url.path, shown: shown(directory, folder)) else { continue }
            do {
                let names = try Directories.names(in: url.path)
                paths += names.filter { name in endings.contains { name.hasSuffix($0) } && !name.hasPrefix(".") }
                    .map { "\(folder)/\($0)" }
            } catch {
                findings.append(unreadable(shown(directory, folder)))
            }
        }
        paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var files: [RuleFile] = []
        for path in paths {
            switch read(root.appendingPathComponent(path)) {
            case .success(let bytes): files.append(RuleFile(path: path, bytes: bytes))
            case .failure(.tooLarge): findings.append(tooLarge(shown(directory, path)))
            case .failure(.unreadable): findings.append(unreadable(shown(directory, path)))
            }
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
        return files
    }

    /// The path as messages show it.
    static func shown(_ directory: String, _ path: String) -> String {
        if directory.isEmpty { return path }
        return directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
    }

    private enum Problem: Error { case unreadable, tooLarge }

    /// Only regular files are opened, so that a pipe cannot hold the program up.
    private static func read(_ url: URL) -> Result<[UInt8], Problem> {
        let resolved = url.resolvingSymlinksInPath()
        guard let status = try? Directories.status(of: resolved.path), status.kind == .regular else {
            return .failure(.unreadable)
        }
        if status.bytes > sizeLimit { return .failure(.tooLarge) }
        guard let data = try? Data(contentsOf: resolved) else { return .failure(.unreadable) }
        return .success([UInt8](data))
    }

    private static func isDirectory(_ path: String, shown: String) throws(Failure) -> Bool {
        try stands(path, shown: shown)?.kind == .directory
    }

    /// What stands at a path; what cannot be looked at is not taken for absent: decisions would silently lack it.
    private static func stands(_ path: String, shown: String) throws(Failure) -> FileStatus? {
        do {
            return try Directories.status(of: path)
        } catch {
            if error.cause == .notDirectory { return nil }
            throw Failure(.input, unreadable(shown))
        }
    }

    private static func unreadable(_ path: String) -> Finding {
        Finding(
            code: "rules_unreadable",
            message: Bilingual(id: "dokumen aturan tidak dapat dibaca", en: "the rule document cannot be read"),
            location: SourceLocation(file: path))
    }

    private static func tooLarge(_ path: String) -> Finding {
        Finding(
            code: "rules_too_large",
            message: Bilingual(
                id: "dokumen aturan lebih besar dari \(sizeLimit) byte",
                en: "the rule document has more than \(sizeLimit) bytes"),
            location: SourceLocation(file: path))
    }
}
