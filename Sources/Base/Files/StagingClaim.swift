import Columns
import FoundationEssentials

/// What holds a staging directory for its run: a lock of the system; and where the disk knows none, as some disks of a
/// network do not, a note in it, made so that it can be made once only, of who made the directory and when.
final class StagingClaim {
    /// nil where the disk locks nothing.
    private let lock: DirectoryLock?

    /// The note; never published.
    static let noteName = ".siappilih-owner"
    /// A note of another computer, or of a process whose number another may bear by now, counts for a week; a directory
    /// without one for an hour, in which its run would have made it.
    private static let noteSeconds = 7 * 86_400
    private static let blankSeconds = 3600

    private init(_ lock: DirectoryLock?) { self.lock = lock }

    /// Claims a directory just made; nil where the sweep of another run took it first.
    static func take(_ path: String) throws(FileError) -> StagingClaim? {
        do throws(FileError) {
            guard let lock = try DirectoryLock(path), lock.holds(path) else { return nil }
            return StagingClaim(lock)
        } catch {
            guard error.cause == .unsupported else { throw error }
        }
        let note = try OutputFile(creating: "\(path)/\(noteName)", digest: false)
        try note.append("\(Processes.own) \(Processes.computer)\n")
        _ = try note.finish()
        return StagingClaim(nil)
    }

    /// Claims a directory whose run is no more; nil where it lives, or may.
    static func takeForsaken(_ path: String) -> StagingClaim? {
        var lock: DirectoryLock?
        do throws(FileError) {
            lock = try DirectoryLock(path)
            guard let lock, lock.holds(path) else { return nil }
        } catch {
            guard error.cause == .unsupported else { return nil }
        }
        let isHeld: Bool
        do throws(FileError) {
            if let note = try Directories.status(of: "\(path)/\(noteName)") {
                isHeld = isHolding(FileManager.default.contents(atPath: "\(path)/\(noteName)"), note)
            } else if lock == nil, let status = try Directories.status(of: path) {
                isHeld = age(status) < blankSeconds
            } else {
                isHeld = false
            }
        } catch {
            return nil
        }
        return isHeld ? nil : StagingClaim(lock)
    }

    /// Takes the note away, so that the directory can be published.
    func end(_ path: String) throws(FileError) {
        if lock == nil { try Directories.remove("\(path)/\(Self.noteName)") }
    }

    private static func isHolding(_ text: Data?, _ status: FileStatus) -> Bool {
        guard age(status) < noteSeconds else { return false }
        let words = String(decoding: text ?? Data(), as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard let first = words.first, let process = Int32(first) else { return true }
        return words.dropFirst().joined() != Processes.computer || Processes.runs(process)
    }

    private static func age(_ status: FileStatus) -> Int {
        Int(Date().timeIntervalSince1970) - status.modified
    }
}
