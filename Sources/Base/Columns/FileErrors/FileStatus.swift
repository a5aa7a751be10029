import Glibc

/// What stands at a path.
public struct FileStatus: Hashable, Sendable {
    public enum Kind: Sendable {
        case regular, directory, link, pipe, socket, device, other
    }

    /// Tells two names of one file from two files.
    public struct Identity: Hashable, Sendable {
        public var device: UInt64
        public var number: UInt64
    }

    public var kind: Kind
    public var identity: Identity
    /// Size in bytes; meaningful for regular files.
    public var bytes: Int
    /// When its contents were last changed, as far as its owner says: seconds since 1970-01-01 UTC.
    public var modified: Int

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            case S_IFCHR, S_IFBLK: .device
            default: .other
            }
        identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
        bytes = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec)
    }
}
