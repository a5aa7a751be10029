import Columns
import Diagnostics
import Documents
import Files
import RunFolder

/// Folders made from a run that lie in it: every file by the folder's own manifest, none that it does not name, and that
/// the folder was made from this very run.
enum DerivedProof {
    private static let names = ["report", "outreach", "diff"]

    static func check(_ run: Run, _ found: inout Verification) {
        for name in names {
            let folder = "\(run.path)/\(name)"
            guard let status = try? Directories.status(of: folder), status.kind == .directory else { continue }
            check(folder, of: run, &found)
        }
    }

    /// Files in the run's own folder that are none of its results: nothing is known of them.
    static func noteAdded(_ run: Run, _ found: inout Verification) {
        guard let names = try? Directories.names(in: run.path) else { return }
        let known = Set(run.manifest.outputs.map(\.name) + [Manifest.fileName, RunDirectory.logName])
        for name in names.sorted() where !known.contains(name) && !RunDirectory.isPageSecret(name) {
            guard (try? Directories.status(of: "\(run.path)/\(name)"))?.kind != .directory else { continue }
            found.note(
                "file_beside", "\(run.path)/\(name)", id: "bukan hasil pemeriksaan ini; tidak diperiksa",
                en: "none of this run's results; not checked")
        }
    }

    private static func check(_ folder: String, of run: Run, _ found: inout Verification) {
        let path = "\(folder)/\(Manifest.fileName)"
        guard let status = try? Directories.status(of: path), status.kind == .regular else {
            found.differ(
                "no_manifest", folder, id: "tanpa manifest.json: isinya tidak dapat diperiksa",
                en: "without a manifest.json: what it holds cannot be checked")
            return
        }
        let manifest: DerivedManifest
        do throws(Failure) {
            manifest = try DerivedManifest(reading: path)
        } catch {
            found.differences += error.findings
            return
        }
        let source = manifest.runs.last
        if source?.digest != run.manifest.digest || source?.identity.asOf != run.manifest.identity.asOf
            || source?.identity.election != run.manifest.identity.election
            || source?.identity.ruleset != run.manifest.identity.ruleset
        {
            found.differ(
                "other_run", path, id: "folder ini dibuat dari hasil lain", en: "this folder was made from another run")
        }
        for output in manifest.outputs {
            found.derived += 1
            Verify.compare(
                "\(folder)/\(output.file.name)", bytes: output.file.bytes, sha256: output.file.sha256,
                code: "derived_changed", &found)
        }
        let named = Set(manifest.outputs.map(\.file.name) + [Manifest.fileName])
        for name in files(in: folder, "") where !named.contains(name) {
            found.differ(
                "file_added", "\(folder)/\(name)", id: "berkas ini tidak disebut manifest.json folder itu",
                en: "this file is not named by the folder's manifest.json")
        }
    }

    /// Names of everything in a folder that is no folder, in byte order.
    private static func files(in folder: String, _ prefix: String) -> [String] {
        guard let names = try? Directories.names(in: folder) else { return [] }
        return names.flatMap { name -> [String] in
            let path = "\(folder)/\(name)"
            // A link resolves to another path, and is followed nowhere.
            let isFolder = (try? Directories.status(of: path))?.kind == .directory
            guard isFolder, Directories.resolved(path) == Directories.resolved(folder).map({ "\($0)/\(name)" }) else {
                return [prefix + name]
            }
            return files(in: path, "\(prefix)\(name)/")
        }
    }
}
