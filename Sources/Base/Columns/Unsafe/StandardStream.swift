import Glibc

/// What every process is given open: standard input, standard output, standard error.
public enum StandardStream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2

    /// Reads until `count` bytes are there or the stream ends.
    public func read(upTo count: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var window = [UInt8](repeating: 0, count: min(max(count, 0), 1 << 16))
        while bytes.count < count {
            let got = unsafe Glibc.read(rawValue, &window, min(window.count, count - bytes.count))
            if got == 0 { break }
            if got < 0 {
                if errno == EINTR { continue }
                throw FileError.last(.read, "\(self)")
            }
            bytes += window[..<got]
        }
        return bytes
    }

    /// Writes all of `bytes`. A reader that has gone away ends the process as usual (SIGPIPE).
    public func write(_ bytes: [UInt8]) throws(FileError) {
        let failed = unsafe bytes.withUnsafeBytes { unsafe BlockWriting.write($0, to: rawValue) }
        if failed != 0 { throw FileError(.write, path: "\(self)", number: failed) }
    }
}
