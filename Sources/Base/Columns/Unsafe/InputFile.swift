import Glibc

/// A regular file opened for reading at any offset, by any number of threads.
///
/// There may be more of them than a process may hold open: see `HeldFiles`.
public final class InputFile: Sendable {
    public let path: String
    /// What was opened; its size is that of the moment of opening.
    public let status: FileStatus
    private let modified: Modified
    private let descriptor: Held

    private enum Held {
        /// Without a name that leads to it.
        case own(Int32)
        /// Opened by its path: the number among `HeldFiles`.
        case named(Int)
    }

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
        try self.init(owning: HeldFiles.open(path), path: path, isNamed: true)
    }

    /// Takes over an open descriptor and closes it at the end, whether or not it is refused.
    ///
    /// - Parameter isNamed: whether it was opened by its path, which then leads to it.
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
        self.descriptor = isNamed ? .named(HeldFiles.add(descriptor)) : .own(descriptor)
        self.status = found
        modified = Modified(status)
    }

    deinit {
        switch descriptor {
        case .own(let descriptor): close(descriptor)
        case .named(let number): HeldFiles.remove(number)
        }
    }

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
        let descriptor = try borrowed()
        defer { giveBack() }
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
        var now = stat()
        switch descriptor {
        case .own(let descriptor): return unsafe fstat(descriptor, &now) == 0 && isSame(now)
        case .named: return unsafe stat(path, &now) == 0 && isSame(now)
        }
    }

    private func isSame(_ now: stat) -> Bool {
        Modified(now) == modified && FileStatus(now).identity == status.identity
    }

    private func borrowed() throws(FileError) -> Int32 {
        switch descriptor {
        case .own(let descriptor): return descriptor
        case .named(let number):
            return try HeldFiles.borrow(number) { () throws(FileError) in
                let descriptor = try HeldFiles.open(path)
                var now = stat()
                guard unsafe fstat(descriptor, &now) == 0, isSame(now) else {
                    close(descriptor)
                    throw FileError(.read, path: path, number: ESTALE)
                }
                return descriptor
            }
        }
    }

    private func giveBack() {
        if case .named(let number) = descriptor { HeldFiles.giveBack(number) }
    }
}
