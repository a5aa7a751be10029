import Glibc

/// A regular file opened for reading at any offset, by any number of threads.
public final class InputFile: Sendable {
    public let path: String
    /// What was opened; its size is that of the moment of opening.
    public let status: FileStatus
    private let modified: Modified
    /// Whether it was opened by its path, which then leads to it.
    private let isNamed: Bool
    private let descriptor: Int32

    private struct Modified: Equatable, Sendable {
        var seconds: Int
        var nanoseconds: Int
        /// When the system last noted a change: nobody can set this back, as the time of modification can be.
        var noted: Int
        var notedNanoseconds: Int
        var bytes: Int

        init(_ status: stat) {
            seconds = Int(status.st_mtim.tv_sec)
            nanoseconds = Int(status.st_mtim.tv_nsec)
            noted = Int(status.st_ctim.tv_sec)
            notedNanoseconds = Int(status.st_ctim.tv_nsec)
            bytes = Int(status.st_size)
        }
    }

    /// Opens `path`. A directory is refused with `EISDIR`; a FIFO, socket or device with `ESPIPE`, unread.
    public convenience init(path: String) throws(FileError) {
        // Non-blocking, so that opening a FIFO nobody writes to does not hang.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError.last(.open, path) }
        try self.init(owning: descriptor, path: path, isNamed: true)
    }

    /// Takes over an open descriptor and closes it at the end, whether or not it is refused.
    init(owning descriptor: Int32, path: String, isNamed: Bool = false) throws(FileError) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            let number = errno
            close(descriptor)
            throw FileError(.inspect, path: path, number: number)
        }
        let found = FileStatus(status)
        guard found.kind == .regular else {
            close(descriptor)
            throw FileError(.open, path: path, number: found.kind == .directory ? EISDIR : ESPIPE)
        }
        self.path = path
        self.descriptor = descriptor
        self.isNamed = isNamed
        self.status = found
        modified = Modified(status)
    }

    deinit { close(descriptor) }

    /// Bytes in the file when it was opened.
    public var size: Int { status.bytes }

    /// Reads up to `count` bytes at `offset` into `buffer` from `position` on; fewer only at the file's end.
    ///
    /// Returns the bytes read. The buffer must be long enough; its other bytes are left alone.
    public func read(at offset: Int, count: Int, into buffer: inout [UInt8], position: Int = 0) throws(FileError) -> Int
    {
        guard offset >= 0, position >= 0, count >= 0, position + count <= buffer.count else {
            throw FileError(.read, path: path, number: EINVAL)
        }
        let descriptor = self.descriptor
        var failed: Int32 = 0
        let total = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
            var done = 0
            while done < count, let base = bytes.baseAddress {
                let got = unsafe pread(descriptor, base + position + done, count - done, off_t(offset + done))
                if got < 0 {
                    if errno == EINTR { continue }
                    failed = errno
                    return done
                }
                if got == 0 { break }
                done += got
            }
            return done
        }
        guard failed == 0 else { throw FileError(.read, path: path, number: failed) }
        return total
    }

    /// Whether the file is still as it was when opened: a second reading would otherwise not be of the same list. Another
    /// file in its place is a change too.
    public var isUnchanged: Bool {
        var held = stat()
        guard unsafe fstat(descriptor, &held) == 0, Modified(held) == modified else { return false }
        return !isNamed || (try? Directories.status(of: path))??.identity == self.status.identity
    }
}
