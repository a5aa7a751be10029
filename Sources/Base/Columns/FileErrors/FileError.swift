import Glibc

/// Why the operating system refused something about a file. No message: the layer that knows the reader writes it.
public struct FileError: Error, Hashable, Sendable {
    /// What was tried.
    public enum Operation: String, Sendable {
        case create, open, read, write, close, sync, rename, remove, list, inspect, lock
    }

    /// The refusals that have words of their own; `other` stands for the rest.
    public enum Cause: Sendable {
        case missing, denied, isDirectory, notDirectory, exists, full, limited, readOnly, tooManyOpen, busy, notRegular,
            cutShort, changed, unsupported, other
    }

    public var operation: Operation
    public var path: String
    /// The operating system's number for the refusal (`errno`).
    public var number: Int32

    public init(_ operation: Operation, path: String, number: Int32) {
        self.operation = operation
        self.path = path
        self.number = number
    }

    /// The refusal just met; call it before anything else can change `errno`.
    static func last(_ operation: Operation, _ path: String) -> Self {
        Self(operation, path: path, number: errno)
    }

    /// A file ended before the bytes that it had, or that were asked for: somebody changed it meanwhile, or the disk failed.
    public static func cutShort(_ path: String, _ operation: Operation = .read) -> Self {
        Self(operation, path: path, number: EIO)
    }

    public var cause: Cause {
        switch number {
        case ENOENT: .missing
        case EACCES, EPERM: .denied
        case EISDIR: .isDirectory
        case ENOTDIR: .notDirectory
        case EEXIST, ENOTEMPTY: .exists
        case ENOSPC, EDQUOT: .full
        case EFBIG: .limited
        case EROFS: .readOnly
        case EMFILE, ENFILE: .tooManyOpen
        case EBUSY, ETXTBSY: .busy
        case ESPIPE: .notRegular
        case EIO: .cutShort
        case ESTALE: .changed
        case ENOLCK, ENOSYS, EOPNOTSUPP: .unsupported
        default: .other
        }
    }
}
