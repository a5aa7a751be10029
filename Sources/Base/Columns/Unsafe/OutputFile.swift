import Glibc

/// A new file, written from start to end: mode 0600, never an existing one, never through a link.
///
/// Bytes gather in a buffer. A file that outgrows it is written on a thread of its own while more is gathered. Belongs
/// to one thread at a time.
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
    /// Once the file has outgrown the first buffer.
    private var behind: WriteBehind?
    /// Once there was nothing to be had for writing in the background.
    private var isAlone = false
    /// Bytes in the buffer that `behind` lends.
    private var pending = 0

    /// - Parameter bufferSize: bytes gathered before the first are written.
    public init(creating path: String, digest: Bool, bufferSize: Int = 1 << 18) throws(FileError) {
        self.path = path
        self.bufferSize = max(1, bufferSize)
        self.digest = digest ? Digest() : nil
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw FileError.last(.create, path) }
    }

    deinit {
        behind?.abandon()
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    public func append(_ bytes: Span<UInt8>) throws(FileError) {
        // The closure of a span cannot throw a type of its own: the error is carried out of it.
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { block in
            do throws(FileError) { try unsafe append(block) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    public func append(_ bytes: [UInt8]) throws(FileError) {
        try append(bytes.span)
    }

    public func append(_ text: String) throws(FileError) {
        try append(Array(text.utf8))
    }

    public func append(_ lines: borrowing LineBuffer) throws(FileError) {
        try unsafe lines.withContents { (block) throws(FileError) in try unsafe append(block) }
    }

    private func append(_ block: UnsafeRawBufferPointer) throws(FileError) {
        byteCount += block.count
        if behind == nil, buffer.count + block.count <= bufferSize {
            unsafe digest?.update(block)
            unsafe buffer.append(contentsOf: block)
            return
        }
        if behind == nil, !isAlone { try outgrow() }
        guard let behind else {
            try writeBuffer()
            unsafe digest?.update(block)
            return try unsafe write(block)
        }
        // Digested here and not where it is written, a stretch at a time: the bytes are still near the processor that
        // made them, and those just digested are nearest.
        var at = 0
        while at < block.count {
            let stretch = unsafe UnsafeRawBufferPointer(rebasing: block[at..<min(at + Self.stretch, block.count)])
            unsafe digest?.update(stretch)
            try unsafe append(stretch, to: behind)
            at += stretch.count
        }
    }

    /// Bytes that are digested before they are copied.
    private static let stretch = 1 << 14

    /// Moves what was gathered so far to buffers that are written in the background.
    private func outgrow() throws(FileError) {
        let gathered = buffer
        buffer = []
        guard let made = WriteBehind(descriptor) else {
            // No thread or memory to be had: slower, but written all the same.
            isAlone = true
            buffer = gathered
            return try writeBuffer()
        }
        behind = made
        try carry(gathered, to: made)
    }

    private func carry(_ gathered: [UInt8], to behind: WriteBehind) throws(FileError) {
        var failure: FileError?
        unsafe gathered.withUnsafeBytes { block in
            do throws(FileError) { try unsafe append(block, to: behind) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func append(_ block: UnsafeRawBufferPointer, to behind: WriteBehind) throws(FileError) {
        var done = 0
        while done < block.count, let base = block.baseAddress {
            let part = min(block.count - done, WriteBehind.size - pending)
            unsafe (behind.buffer + pending).copyMemory(from: base + done, byteCount: part)
            done += part
            pending += part
            guard pending == WriteBehind.size else { continue }
            pending = 0
            let failed = behind.submit()
            if failed != 0 { throw FileError(.write, path: path, number: failed) }
        }
    }

    /// Writes what is left and closes the file; nothing may be appended afterwards.
    public func finish() throws(FileError) -> Written {
        if let behind {
            self.behind = nil
            let failed = behind.finish(pending)
            if failed != 0 { throw FileError(.write, path: path, number: failed) }
        } else {
            try writeBuffer()
        }
        let sha256 = digest?.finish()
        let closed = Glibc.close(descriptor)
        descriptor = -1
        // The descriptor is gone whatever close said; EINTR after a complete write is no loss.
        if closed != 0 && errno != EINTR { throw FileError.last(.close, path) }
        return Written(bytes: byteCount, sha256: sha256)
    }

    private func writeBuffer() throws(FileError) {
        let gathered = buffer
        buffer = []
        var failure: FileError?
        unsafe gathered.withUnsafeBytes { block in
            do throws(FileError) { try unsafe write(block) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func write(_ block: UnsafeRawBufferPointer) throws(FileError) {
        let failed = unsafe BlockWriting.write(block, to: descriptor)
        if failed != 0 { throw FileError(.write, path: path, number: failed) }
    }
}
