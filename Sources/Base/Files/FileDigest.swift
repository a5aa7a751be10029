public import Columns

/// What stands at a path now: its size and its SHA-256.
public enum FileDigest {
    public static func of(_ path: String) throws(FileError) -> (bytes: Int, sha256: String) {
        let file = try InputFile(path: path)
        var digest = Digest()
        try digest.update(file, 0..<file.size)
        return (file.size, digest.finish())
    }
}
