import Glibc

/// A new file, written from start to end: mode 0600, never an existing one, never through a link.
///
/// Bytes gather in a buffer; a piece larger than the buffer goes straight to the file. Belongs to one thread at a time.
public final class OutputFile: @unchecked Sendable {
    /// What stands on the disk once the file is closed.
    public struct Written: Hashable, Sendable {
        public var bytes: Int
        /// SHA-256 as hexadecimal digits; nil where no digest was asked for.
        public var sha256: String?

        public init(bytes: Int, sha256: String?) {
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    public let path: String
    /// Bytes appended so far, those still in the buffer included.
    public private(set) var byteCount = 0

    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let bufferSize: Int
    private var digest: Digest?

    public init(creating path: String, digest: Bool, bufferSize: Int = 1 << 18) throws(FileError) {
        self.path = path
        self.bufferSize = max(1, bufferSize)
        self.digest = digest ? Digest() : nil
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw FileError.last(.create, path) }
        buffer.reserveCapacity(self.bufferSize)
    }

    deinit {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    public func append(_ bytes: Span<UInt8>) throws(FileError) {
        byteCount += bytes.count
        if buffer.count + bytes.count > bufferSize { try flush() }
        if bytes.count >= bufferSize {
            try write(bytes)
        } else {
            unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
        }
    }

    public func append(_ bytes: [UInt8]) throws(FileError) {
        try append(bytes.span)
    }

    public func append(_ text: String) throws(FileError) {
        try append(Array(text.utf8))
    }

    /// Writes what is left and closes the file; nothing may be appended afterwards.
    public func finish() throws(FileError) -> Written {
        try flush()
        let closed = Glibc.close(descriptor)
        descriptor = -1
        // The descriptor is gone whatever close said; EINTR after a complete write is no loss.
        if closed != 0 && errno != EINTR { throw FileError.last(.close, path) }
        return Written(bytes: byteCount, sha256: digest?.finish())
    }

    private func flush() throws(FileError) {
        var pending: [UInt8] = []
        swap(&pending, &buffer)
        try write(pending.span)
        pending.removeAll(keepingCapacity: true)
        swap(&pending, &buffer)
    }

    private func write(_ bytes: Span<UInt8>) throws(FileError) {
        let failed: Int32 = unsafe bytes.withUnsafeBytes { block in
            var done = 0
            while done < block.count {
                let written = unsafe Glibc.write(
                    descriptor, block.baseAddress.map { unsafe $0 + done }, block.count - done)
                if written >= 0 {
                    done += written
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
        if failed != 0 { throw FileError(.write, path: path, number: failed) }
        digest?.update(bytes)
    }
}
