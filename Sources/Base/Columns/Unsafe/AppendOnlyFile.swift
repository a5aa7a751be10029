import Glibc

/// A file that stands and only grows.
public enum AppendOnlyFile {
    /// Puts `bytes` behind what the file holds and waits until they stand on the disk.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        if descriptor < 0 { throw FileError.last(.open, path) }
        defer { _ = close(descriptor) }
        // What has no end, such as a pipe, is no file.
        if lseek(descriptor, 0, SEEK_END) < 0 { throw FileError.last(.write, path) }
        let failed = unsafe bytes.withUnsafeBytes { unsafe BlockWriting.write($0, to: descriptor) }
        if failed != 0 { throw FileError(.write, path: path, number: failed) }
        if fsync(descriptor) != 0 { throw FileError.last(.sync, path) }
    }
}
