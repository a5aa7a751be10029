import Columns
import Diagnostics

/// Where a run directory will stand, once it is known that it may stand there.
struct Place {
    /// Absolute and without links, so that a change of the working directory or a link cannot move it.
    let target: String
    let parent: String
    let name: String

    init(_ path: String, force: Bool, protecting inputs: [String]) throws(Failure) {
        do {
            let status = try Directories.status(of: path)
            if status != nil, let target = Directories.resolved(path) {
                self.target = target
            } else {
                var written = path
                while written.count > 1, written.hasSuffix("/") { written.removeLast() }
                let (folder, last) = Self.split(written)
                guard let folder = Directories.resolved(folder), last != ".", last != ".." else {
                    throw FileError(.create, path: path, number: 2)
                }
                target = folder == "/" ? "/\(last)" : "\(folder)/\(last)"
            }
            (parent, name) = Self.split(target)
            try Self.refuseInputs(path, target: target, status: status, inputs: inputs)
            try Self.refuseContents(path, status: status, force: force)
            if !Directories.isWritable(parent) { throw FileError(.create, path: parent, number: 13) }
        } catch let failure as Failure {
            throw failure
        } catch let error as FileError {
            throw error.outputFailure(shown: path)
        } catch {
            throw Failure(.internal, [])
        }
    }

    /// The folder and the last name of a path.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    private static func refuseInputs(
        _ path: String, target: String, status: FileStatus?, inputs: [String]
    ) throws {
        for input in inputs {
            guard let resolved = Directories.resolved(input) else { continue }
            let isSame = try status != nil && Directories.status(of: input)?.identity == status?.identity
            let isInside = resolved == target || resolved.hasPrefix(target == "/" ? "/" : target + "/")
            guard isSame || (isInside && status != nil) else { continue }
            throw Failure(
                .usage,
                Finding(
                    code: "output_is_input",
                    message: Bilingual(
                        id: "folder hasil sama dengan, atau memuat, masukan \(input)",
                        en: "the output is, or holds, the input \(input)"),
                    remedy: Bilingual(id: "pilih folder lain dengan --out", en: "choose another folder with --out"),
                    location: SourceLocation(file: path)))
        }
        let working = Directories.current
        let isAbove = working == target || working.hasPrefix(target == "/" ? "/" : target + "/")
        guard status != nil, isAbove else { return }
        throw Failure(
            .usage,
            Finding(
                code: "output_is_working_folder",
                message: Bilingual(
                    id: "folder hasil memuat folder kerja sekarang",
                    en: "the output holds the present working folder"),
                remedy: Bilingual(id: "pilih folder baru dengan --out", en: "choose a new folder with --out"),
                location: SourceLocation(file: path)))
    }

    private static func refuseContents(_ path: String, status: FileStatus?, force: Bool) throws {
        guard let status else { return }
        guard status.kind == .directory else {
            throw Failure(
                .output,
                Finding(
                    code: "output_not_folder",
                    message: Bilingual(id: "ini berkas, bukan folder", en: "this is a file, not a folder"),
                    remedy: Bilingual(id: "pilih folder baru dengan --out", en: "choose a new folder with --out"),
                    location: SourceLocation(file: path)))
        }
        guard !force, try !Directories.isEmpty(path) else { return }
        throw Failure(
            .usage,
            Finding(
                code: "output_not_empty",
                message: Bilingual(id: "folder hasil tidak kosong", en: "the output folder is not empty"),
                remedy: Bilingual(
                    id: "pilih folder baru, atau ganti isinya dengan --force",
                    en: "choose a new folder, or replace it with --force"),
                location: SourceLocation(file: path)))
    }
}
