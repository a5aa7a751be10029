import Columns
import Diagnostics
import Files
import FoundationEssentials

/// Writes a job file without losing what somebody wrote.
enum JobWriting {
    /// - Parameters:
    ///   - isForced: whether a file that is there may give way; it is kept beside under a free name.
    ///   - protected: files that must stay where they are.
    /// - Returns: what there is to say.
    static func write(
        _ bytes: [UInt8], to path: String, isForced: Bool, protecting protected: [String]
    ) throws(Failure) -> Finding? {
        if let old = FileManager.default.contents(atPath: path), Array(old) == bytes { return nil }
        guard isForced, let status = try? Directories.status(of: path), status.kind == .regular,
            !protected.contains(where: { (try? Directories.status(of: $0))?.identity == status.identity })
        else {
            try NewFile.write(bytes, to: path, replacing: false, protecting: protected)
            return nil
        }
        let kept: String
        do throws(FileError) {
            kept = try freeName(beside: path)
            try Directories.rename(path, to: kept)
        } catch {
            throw error.outputFailure(shown: path)
        }
        try NewFile.write(bytes, to: path, replacing: false)
        return keptBeside(path, kept)
    }

    private static func freeName(beside path: String) throws(FileError) -> String {
        var number = 1
        while try Directories.status(of: "\(path).old-\(number)") != nil { number += 1 }
        return "\(path).old-\(number)"
    }

    private static func keptBeside(_ path: String, _ kept: String) -> Finding {
        Finding(
            code: "job_kept_beside", severity: .warning,
            message: Bilingual(
                id: "berkas lama disimpan sebagai \(kept)", en: "the old file was kept as \(kept)"),
            location: SourceLocation(file: path))
    }
}
