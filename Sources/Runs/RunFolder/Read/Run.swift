public import Civil
import Columns
public import Diagnostics
import Documents
import Files

/// A run directory of `check`, opened for reading. Everything that is made from a run goes through here.
public struct Run: Sendable {
    /// As the user named it.
    public let path: String
    public let manifest: Manifest
    /// Whether files are proved by the manifest while they are read.
    public private(set) var checksFiles = true

    /// The same run for who compares its files with the manifest itself.
    public var unchecked: Run {
        var run = self
        run.checksFiles = false
        return run
    }

    /// Reads the manifest; the other files are read when they are asked for.
    ///
    /// - Throws: `.input` where there is no run, or its manifest is not readable.
    public init(reading path: String) throws(Failure) {
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.path = folder
        let file = "\(folder)/\(Manifest.fileName)"
        do {
            guard try Directories.status(of: folder)?.kind == .directory,
                try Directories.status(of: file)?.kind == .regular
            else { throw Self.noRun(path) }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Self.noRun(path)
        }
        manifest = try Manifest(reading: file)
    }

    /// Whether the run holds the file.
    public func has(_ name: String) -> Bool { manifest.outputs.contains { $0.name == name } }

    /// Opens a table of the run; its columns are asked for by name, in the order in which they will be read.
    public func rows(_ name: String, columns: [String]) throws(Failure) -> RunRows {
        try RunRows("\(path)/\(name)", columns: columns, expecting: report(of: name))
    }

    /// What a file of the run must be to be read; nil where the reader compares them itself.
    ///
    /// - Throws: `.input` for a file that the manifest does not name.
    func report(of name: String) throws(Failure) -> OutputReport? {
        guard checksFiles else { return nil }
        guard let report = manifest.outputs.first(where: { $0.name == name }) else {
            throw Self.changed("\(path)/\(name)")
        }
        return report
    }

    /// Proves a small file of the run that is read as a whole.
    func require(_ name: String) throws(Failure) {
        guard let report = try report(of: name) else { return }
        let file = "\(path)/\(name)"
        let found: (bytes: Int, sha256: String)
        do throws(FileError) {
            found = try FileDigest.of(file)
        } catch {
            throw Self.unreadable(
                file,
                Bilingual(
                    id: "tidak dapat dibaca: \(error.reason.indonesian)", en: "cannot be read: \(error.reason.english)")
            )
        }
        let isSame = found.bytes == report.bytes && report.sha256.map { $0 == found.sha256 } ?? true
        if !isSame { throw Self.changed(file) }
    }

    /// What is made from a run bears its digest: the manifest must be the one that it names.
    public func requireManifest() throws(Failure) {
        guard checksFiles, let digest = manifest.digest, digest != manifest.computedDigest else { return }
        throw Failure(
            .input,
            Finding(
                code: "run_changed",
                message: Bilingual(
                    id: "berkas ini berubah sesudah pemeriksaan: digest-nya bukan digest dari isinya",
                    en: "this file was changed after the check: its digest is not that of what it says"),
                remedy: Self.checkAgain, location: SourceLocation(file: "\(path)/\(Manifest.fileName)")))
    }

    /// A file of the run that is no longer what `check` wrote.
    public static func changed(_ file: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "run_changed",
                message: Bilingual(
                    id: "berkas ini berubah sesudah pemeriksaan: isinya tidak sesuai dengan manifest.json",
                    en: "this file was changed after the check: it does not agree with manifest.json"),
                remedy: checkAgain, location: SourceLocation(file: file)))
    }

    private static let checkAgain = Bilingual(
        id: "ulangi pemeriksaan; siappilih verify mengatakan apa saja yang berubah",
        en: "run the check again; siappilih verify says all that changed")

    /// What to name the run by on pages and sheets: its digest, or what stands for it.
    public var name: String { manifest.digest ?? "\(manifest.identifiedBy.rawValue) \(manifest.created)" }

    /// The day up to which the run knows.
    ///
    /// - Throws: `.input` where the manifest says no day.
    public func asOf() throws(Failure) -> CivilDate {
        guard let day = CivilDate(iso: manifest.identity.asOf) else {
            throw Self.unreadable(
                "\(path)/\(Manifest.fileName)",
                Bilingual(
                    id: "tanggal data (asOf) bukan tanggal; hasil ini pernah diubah",
                    en: "the as-of date (asOf) is no date; this run was changed since"),
                remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"))
        }
        return day
    }

    static func noRun(_ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "no_run",
                message: Bilingual(
                    id: "tidak ada hasil pemeriksaan di sini (manifest.json tidak ada)",
                    en: "there is no run here (no manifest.json)"),
                remedy: Bilingual(
                    id: "sebutkan folder hasil dari siappilih check",
                    en: "name the folder that siappilih check wrote"),
                location: SourceLocation(file: path)))
    }

    public static func unreadable(_ file: String, row: Int? = nil, _ message: Bilingual, remedy: Bilingual? = nil)
        -> Failure
    {
        Failure(
            .input,
            Finding(
                code: "run_unreadable", message: message, remedy: remedy,
                location: SourceLocation(file: file, row: row)))
    }
}
