import Glibc

/// A file without a name, for what does not fit in memory: written from start to end, then read at any offset.
///
/// It is never visible in a folder (or only for the blink between being made and being unlinked, where the file system
/// knows no nameless files), so that it is gone whenever the program is, however it ends. Mode 0600.
/// Belongs to one thread at a time until `finish`.
public final class SpoolFile: @unchecked Sendable {
    /// The folder it lies in, for messages.
    public let directory: String
    /// Bytes appended so far, those still in the buffer included.
    public private(set) var byteCount = 0

    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private let bufferSize: Int

    public init(in directory: String, bufferSize: Int = 1 << 18) throws(FileError) {
        self.directory = directory
        self.bufferSize = max(1, bufferSize)
        descriptor = try NamelessFile.open(in: directory)
    }

    deinit {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
    }

    public func append(_ bytes: Span<UInt8>) throws(FileError) {
        byteCount += bytes.count
        if buffer.isEmpty { buffer.reserveCapacity(bufferSize) }
        if buffer.count + bytes.count > bufferSize { try flush() }
        if bytes.count >= bufferSize {
            try write(bytes)
        } else {
            unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
        }
    }

    /// Writes what is left and hands the file over for reading; nothing may be appended afterwards.
    ///
    /// - Parameter path: what the reader calls the file in its messages.
    public func finish(calling path: String) throws(FileError) -> InputFile {
        try flush()
        buffer = []
        let owned = descriptor
        descriptor = -1
        return try InputFile(owning: owned, path: path)
    }

    private func flush() throws(FileError) {
        var pending: [UInt8] = []
        swap(&pending, &buffer)
        try write(pending.span)
        pending.removeAll(keepingCapacity: true)
        swap(&pending, &buffer)
    }

    private func write(_ bytes: Span<UInt8>) throws(FileError) {
        let descriptor = self.descriptor
        let failed = unsafe bytes.withUnsafeBytes { unsafe BlockWriting.write($0, to: descriptor) }
        if failed != 0 { throw FileError(.write, path: directory, number: failed) }
    }
}
