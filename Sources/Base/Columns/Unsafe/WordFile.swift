import Glibc
import Synchronization

/// A file without a name that holds 64-bit words: many threads write stretches of it, each at a place of its own, and
/// read them again. For what does not fit in memory and must outlive neither the program nor its results.
///
/// Like `SpoolFile` it is never visible in a folder and gone whenever the program is. Mode 0600.
public final class WordFile: Sendable {
    /// The folder it lies in, for messages.
    public let directory: String
    private let descriptor: Int32
    private let end = Atomic<Int>(0)

    public init(in directory: String) throws(FileError) {
        self.directory = directory
        descriptor = try NamelessFile.open(in: directory)
    }

    deinit { close(descriptor) }

    /// Words that have a place so far.
    public var count: Int { end.load(ordering: .relaxed) }

    /// Sets `count` words aside for one owner; returns the place of the first.
    public func reserve(_ count: Int) -> Int {
        end.add(max(0, count), ordering: .relaxed).oldValue
    }

    /// Writes words behind all that have a place; returns the place of the first.
    public func append(_ words: ArraySlice<UInt64>) throws(FileError) -> Int {
        let place = reserve(words.count)
        try write(words, at: place)
        return place
    }

    /// Writes words to a place that was reserved.
    public func write(_ words: ArraySlice<UInt64>, at place: Int) throws(FileError) {
        let descriptor = self.descriptor
        let failed: Int32 = unsafe words.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count, let base = bytes.baseAddress {
                let put = unsafe pwrite(descriptor, base + done, bytes.count - done, off_t(place * 8 + done))
                if put >= 0 {
                    done += put
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
        if failed != 0 { throw FileError(.write, path: directory, number: failed) }
    }

    /// Reads `count` words from `place` on into `words`, from `position` on; `words` becomes long enough.
    public func read(
        _ count: Int, at place: Int, into words: inout [UInt64], position: Int = 0
    ) throws(FileError) {
        guard count >= 0, place >= 0, position >= 0 else { throw FileError(.read, path: directory, number: EINVAL) }
        let missing = position + count - words.count
        if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
        let descriptor = self.descriptor
        let failed: Int32 = unsafe words.withUnsafeMutableBytes { bytes in
            var done = 0
            while done < count * 8, let base = bytes.baseAddress {
                let got = unsafe pread(
                    descriptor, base + position * 8 + done, count * 8 - done, off_t(place * 8 + done))
                if got > 0 {
                    done += got
                } else if got == 0 {
                    return EIO
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
        if failed != 0 { throw FileError(.read, path: directory, number: failed) }
    }
}
