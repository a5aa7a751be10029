public import Columns
public import Diagnostics
import Workers

/// A directory of results that appears whole or not at all.
///
/// Files are written into a staging directory beside the target, which takes the target's name once everything stands
/// on the disk. A run that fails, is stopped or dies leaves the target as it was. Staging names hold no data.
public final class RunDirectory {
    /// What tells a directory that this program wrote.
    public static let manifestName = "manifest.json"
    /// What was disclosed of a run, written by several commands; no manifest names it. It stays with the folder.
    public static let logName = "access.log"
    /// The file of a run that keeps the secret of a public page; no manifest names it.
    public static func pageSecretName(_ number: String) -> String { "public-\(number).salt" }

    /// Whether a name in a run is one of `pageSecretName`: four groups of four hexadecimal digits.
    public static func isPageSecret(_ name: String) -> Bool {
        let (start, end) = ("public-", ".salt")
        guard name.hasPrefix(start), name.hasSuffix(end) else { return false }
        let groups = name.dropFirst(start.count).dropLast(end.count).split(
            separator: "-", omittingEmptySubsequences: false)
        return groups.count == 4
            && groups.allSatisfy { $0.utf8.count == 4 && $0.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) } }
    }

    /// The directory as the user named it.
    public let path: String
    /// Where it will stand, absolute.
    let target: String
    /// Where files stand until `publish`.
    public let staging: String
    private let parent: String
    private let claim: StagingClaim
    private let force: Bool
    private let digests: Bool
    private var names: [String] = []
    private var folders: Set<String> = []
    private var isOpen = true

    private init(path: String, place: Place, staging: String, claim: StagingClaim, force: Bool, digests: Bool) {
        self.path = path
        self.target = place.target
        self.parent = place.parent
        self.staging = staging
        self.claim = claim
        self.force = force
        self.digests = digests
    }

    deinit {
        discard()
    }

    /// Checks that results may stand at `path` and makes the staging directory.
    ///
    /// - Parameters:
    ///   - force: a directory that holds something may be replaced; it stays whole until `publish`.
    ///   - digests: files written bear a SHA-256.
    ///   - protecting: inputs, rules and job file of this run: the target must neither be one nor hold one.
    /// - Throws: `.usage` if the directory is not empty (without `force`) or holds an input; `.output` if it cannot
    ///   be written.
    public static func begin(
        at path: String, force: Bool, digests: Bool = true, protecting inputs: [String] = []
    ) throws(Failure) -> RunDirectory {
        let place = try Place(path, force: force, protecting: inputs)
        do {
            Staging.sweep(place)
            let (staging, claim) = try Staging.make(place)
            return RunDirectory(
                path: path, place: place, staging: staging, claim: claim, force: force, digests: digests)
        } catch {
            throw error.outputFailure(shown: path)
        }
    }

    /// Where files without a name may lie while the run is made: on the disk that will hold the results.
    public var spools: String { staging }

    /// A new file of the run; a `/` in its name stands for a folder of the run.
    public func open(_ name: String) throws(Failure) -> OutputFile {
        try makeFolders(of: name)
        names.append(name)
        do {
            return try OutputFile(creating: "\(staging)/\(name)", digest: digests)
        } catch {
            throw error.outputFailure(shown: "\(path)/\(name)")
        }
    }

    /// Closes a file of the run and says what stands in it.
    public func close(_ file: OutputFile) throws(Failure) -> OutputReport {
        let name = String(decoding: file.path.utf8.dropFirst(staging.utf8.count + 1), as: UTF8.self)
        do {
            let written = try file.finish()
            return OutputReport(name: name, bytes: written.bytes, sha256: written.sha256)
        } catch {
            throw error.outputFailure(shown: "\(path)/\(name)")
        }
    }

    /// Takes a file back that was closed: it is not published.
    public func discard(_ name: String) throws(Failure) {
        names.removeAll { $0 == name }
        do {
            try Directories.remove("\(staging)/\(name)")
        } catch {
            throw error.outputFailure(shown: "\(path)/\(name)")
        }
    }

    /// The directory in which whoever writes a file of the run may put things aside; only the owner may enter it.
    public var scratch: String { staging }

    /// Where to write a file of the run that is not written by `open`; `adopt` says that it stands.
    public func place(for name: String) throws(Failure) -> String {
        try makeFolders(of: name)
        return "\(staging)/\(name)"
    }

    /// Takes over a file written at `place(for:)`.
    public func adopt(_ name: String, _ written: OutputFile.Written) -> OutputReport {
        names.append(name)
        return OutputReport(name: name, bytes: written.bytes, sha256: written.sha256)
    }

    private func makeFolders(of name: String) throws(Failure) {
        let parts = name.split(separator: "/").dropLast()
        var folder = ""
        for part in parts {
            folder += folder.isEmpty ? String(part) : "/\(part)"
            guard folders.insert(folder).inserted else { continue }
            do {
                try Directories.create("\(staging)/\(folder)")
            } catch {
                throw error.outputFailure(shown: "\(path)/\(folder)")
            }
        }
    }

    /// Writes a whole file of the run at once.
    public func write(_ name: String, _ bytes: [UInt8]) throws(Failure) -> OutputReport {
        let file = try open(name)
        do {
            try file.append(bytes)
        } catch {
            throw error.outputFailure(shown: "\(path)/\(name)")
        }
        return try close(file)
    }

    /// Waits until every file stands on the disk, then lets the directory take its place.
    ///
    /// - Returns: what the user should know: of a directory that had to make room, of what could not be cleared away.
    ///   Nothing that fails once the results stand makes them a failure.
    /// - Throws: `.usage` if another run has filled the directory meanwhile (without `force`).
    public func publish() throws(Failure) -> [Finding] {
        do {
            // Thousands of files are sent to the disk in one go: a wait for each would take longer than writing them.
            if names.count <= Self.mostSingleSyncs {
                for name in names { try Directories.sync("\(staging)/\(name)") }
                for folder in folders.sorted() { try Directories.sync("\(staging)/\(folder)") }
            } else {
                try Directories.syncAll(around: staging)
            }
            if force { try CarriedFiles.copy(from: target, to: staging) }
            try claim.end(staging)
            try Directories.sync(staging)
        } catch {
            throw error.outputFailure(shown: path)
        }
        // The last moment at which stopping leaves everything as it was.
        try Interruption.check()
        let publication = Publication(path: path, target: target, parent: parent, staging: staging)
        let replaced = try force ? publication.replace() : publication.place()
        isOpen = false
        return publication.finish(replaced)
    }

    private static let mostSingleSyncs = 64

    /// Forgets the run: nothing of it stays. Done by itself when a run directory goes away unpublished.
    public func discard() {
        guard isOpen else { return }
        isOpen = false
        // What cannot be removed now is swept by the next run.
        try? Directories.remove(staging)
    }
}
