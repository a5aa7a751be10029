import Glibc

/// Holds a directory for one process: the system lets go when the process ends, however it ends.
public final class DirectoryLock {
    private let descriptor: Int32

    /// Takes the directory; nil where another process holds it, or where it is gone.
    ///
    /// - Throws: why the system or the disk locks nothing, as some disks of a network do.
    public init?(_ path: String) throws(FileError) {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw FileError.last(.open, path)
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            switch errno {
            case EINTR: continue
            case EWOULDBLOCK: return nil
            default: throw FileError.last(.lock, path)
            }
        }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// Whether the directory taken is still the one that stands at `path`.
    public func holds(_ path: String) -> Bool {
        var held = stat()
        guard unsafe fstat(descriptor, &held) == 0, let found = try? Directories.status(of: path) else { return false }
        return FileStatus(held).identity == found.identity
    }
}
