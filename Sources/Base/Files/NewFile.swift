import Columns
public import Diagnostics

/// Writes one small file whole: beside its place, then renamed.
public enum NewFile {
    /// - Parameter protecting: files that must not be replaced, whatever was asked for.
    public static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool, protecting: [String] = []
    ) throws(Failure) {
        do {
            if let status = try Directories.status(of: path) {
                for other in protecting {
                    if try Directories.status(of: other)?.identity == status.identity {
                        throw refusal(
                            "output_is_input", path,
                            Bilingual(id: "ini salah satu berkas masukan", en: "this is one of the inputs"))
                    }
                }
                guard replacing, status.kind == .regular else {
                    throw refusal(
                        "output_occupied", path,
                        status.kind == .regular
                            ? Bilingual(id: "sudah ada", en: "already exists")
                            : Bilingual(id: "bukan berkas", en: "is no file"))
                }
            }
            let beside = besideName(path)
            // What a run that died has left there would otherwise stand in the way for ever.
            try Directories.remove(beside)
            let file = try OutputFile(creating: beside, digest: false)
            do {
                try file.append(bytes)
                _ = try file.finish()
                try Directories.sync(beside)
                try Directories.rename(beside, to: path)
            } catch {
                try? Directories.remove(beside)
                throw error
            }
        } catch let error as FileError {
            throw error.outputFailure(shown: path)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
    }

    /// A name in the same folder that no user gives.
    private static func besideName(_ path: String) -> String {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return "\(path[..<slash]).\(path[slash...]).siappilih-new"
    }

    private static func refusal(_ code: String, _ path: String, _ message: Bilingual) -> Failure {
        Failure(
            .usage,
            Finding(
                code: code, message: message,
                remedy: Bilingual(id: "pilih nama lain, atau --force", en: "choose another name, or --force"),
                location: SourceLocation(file: path)))
    }
}
