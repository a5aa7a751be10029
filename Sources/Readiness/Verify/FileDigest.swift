import Columns

/// What stands at a path now: its size and its SHA-256.
enum FileDigest {
    static func of(_ path: String) throws(FileError) -> (bytes: Int, sha256: String) {
        let file = try InputFile(path: path)
        var digest = Digest()
        var window = [UInt8](repeating: 0, count: min(max(file.size, 1), 1 << 20))
        var offset = 0
        while offset < file.size {
            let got = try file.read(at: offset, count: min(window.count, file.size - offset), into: &window)
            guard got > 0 else { throw FileError(.read, path: path, number: 5) }
            digest.update(window.span.extracting(0..<got))
            offset += got
        }
        return (file.size, digest.finish())
    }
}
