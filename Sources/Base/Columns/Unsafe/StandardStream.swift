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

    /// Reads to the end of a line and no further; nil where the stream ends, fails, or a signal breaks in before that.
    public func line() -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe Glibc.read(rawValue, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return nil
    }

    /// Writes all of `bytes`. A reader that has gone away ends the process as usual (SIGPIPE).
    public func write(_ bytes: [UInt8]) throws(FileError) {
        let failed = unsafe bytes.withUnsafeBytes { unsafe BlockWriting.write($0, to: rawValue) }
        if failed != 0 { throw FileError(.write, path: "\(self)", number: failed) }
    }
}
