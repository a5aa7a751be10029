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
        try RunRows("\(path)/\(name)", columns: columns)
    }

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
