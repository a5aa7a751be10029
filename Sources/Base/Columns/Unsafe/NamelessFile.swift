import Glibc

/// Opens files that have no name, so that they are gone whenever the program is, however it ends. Mode 0600.
enum NamelessFile {
    /// A descriptor for reading and writing. Where the file system knows no nameless files, the file bears a random name
    /// for the blink between being made and being unlinked.
    static func open(in directory: String) throws(FileError) -> Int32 {
        var opened = unsafe Glibc.open(directory, O_RDWR | flag | O_CLOEXEC, 0o600)
        if opened < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL {
            var template = Array("\(directory)/.siappilih-XXXXXX".utf8CString)
            opened = unsafe template.withUnsafeMutableBufferPointer { name in
                guard let base = name.baseAddress else { return -1 }
                let made = unsafe mkstemp(base)
                if made >= 0 {
                    _ = unsafe unlink(base)
                    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
                }
                return made
            }
        }
        if opened < 0 { throw FileError.last(.create, directory) }
        return opened
    }

    /// `O_TMPFILE`, which the C header makes of two parts.
    private static let flag = Int32(0o20000000) | O_DIRECTORY
}
