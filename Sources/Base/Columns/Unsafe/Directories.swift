import Glibc

/// Directories and the names in them. Every call is one step of the operating system or says where it stopped.
public enum Directories {
    /// What stands at `path`, links followed; nil where nothing stands.
    public static func status(of path: String) throws(FileError) -> FileStatus? {
        var found = stat()
        if unsafe stat(path, &found) == 0 { return FileStatus(found) }
        if errno == ENOENT { return nil }
        throw FileError.last(.inspect, path)
    }

    /// The absolute path without links, `.` and `..`; nil where nothing stands at `path`.
    public static func resolved(_ path: String) -> String? {
        guard let text = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(text) }
        return unsafe String(cString: text)
    }

    /// The file of the running program, absolute and without links; nil where the system does not say.
    public static var program: String? { resolved("/proc/self/exe") }

    /// The working directory, absolute.
    public static var current: String { resolved(".") ?? "." }

    /// Makes a directory that only its owner may enter (0700); its parent must exist.
    public static func create(_ path: String) throws(FileError) {
        if unsafe mkdir(path, 0o700) != 0 { throw FileError.last(.create, path) }
    }

    public static func isWritable(_ path: String) -> Bool {
        unsafe access(path, W_OK | X_OK) == 0
    }

    public static func rename(_ source: String, to target: String) throws(FileError) {
        if unsafe Glibc.rename(source, target) != 0 { throw FileError.last(.rename, target) }
    }

    /// Swaps two names in one step. False where the system or the file system cannot; nothing has changed then.
    public static func exchange(_ first: String, _ second: String) throws(FileError) -> Bool {
        // glibc hides renameat2 behind _GNU_SOURCE, so it is asked for by name.
        typealias RenameAt2 = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        guard let symbol = unsafe dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return false }
        let renameAt2 = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
        let exchangeFlag: UInt32 = 2
        if unsafe renameAt2(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag) == 0 { return true }
        if errno == ENOSYS || errno == EINVAL { return false }
        throw FileError.last(.rename, second)
    }

    /// Waits until the contents of a file, or the names of a directory, stand on the disk.
    public static func sync(_ path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileError.last(.sync, path) }
        defer { _ = close(descriptor) }
        while fsync(descriptor) != 0 {
            if errno == EINTR { continue }
            // EINVAL: a file system that has nothing to wait for.
            if errno == EINVAL { return }
            throw FileError.last(.sync, path)
        }
    }

    /// Waits until everything written to the file system that holds `path` stands on the disk.
    public static func syncAll(around path: String) throws(FileError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileError.last(.sync, path) }
        defer { _ = close(descriptor) }
        // glibc hides syncfs behind _GNU_SOURCE, so it is asked for by name.
        typealias SyncFS = @convention(c) (Int32) -> Int32
        guard let symbol = unsafe dlsym(dlopen(nil, RTLD_NOW), "syncfs") else { return Glibc.sync() }
        let syncFS = unsafe unsafeBitCast(symbol, to: SyncFS.self)
        if syncFS(descriptor) != 0 { throw FileError.last(.sync, path) }
    }

    /// The names in a directory in byte order, without `.` and `..`.
    public static func names(in path: String) throws(FileError) -> [String] {
        guard let stream = unsafe opendir(path) else { throw FileError.last(.list, path) }
        defer { unsafe closedir(stream) }
        guard let names = unsafe rawNames(stream) else { throw FileError.last(.list, path) }
        return names.map { String(decoding: $0.dropLast(), as: UTF8.self) }.sorted()
    }

    public static func isEmpty(_ path: String) throws(FileError) -> Bool {
        try names(in: path).isEmpty
    }

    /// Removes a file, or a directory with all it holds; links are removed, never followed. Nothing there: nothing done.
    public static func remove(_ path: String) throws(FileError) {
        let failed = unsafe path.withCString { unsafe removeEntry(AT_FDCWD, $0) }
        if failed != 0 { throw FileError(.remove, path: path, number: failed) }
    }

    /// 0 or the number of the refusal.
    private static func removeEntry(_ parent: Int32, _ name: UnsafePointer<CChar>) -> Int32 {
        if unsafe unlinkat(parent, name, 0) == 0 || errno == ENOENT { return 0 }
        guard errno == EISDIR || errno == EPERM else { return errno }
        let descriptor = unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return errno }
        guard let stream = unsafe fdopendir(descriptor) else {
            let number = errno
            _ = close(descriptor)
            return number
        }
        guard let names = unsafe rawNames(stream) else {
            let number = errno
            unsafe closedir(stream)
            return number
        }
        var failed: Int32 = 0
        for entry in names where failed == 0 {
            failed = unsafe entry.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return 0 }
                return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    unsafe removeEntry(descriptor, $0)
                }
            }
        }
        unsafe closedir(stream)
        if failed != 0 { return failed }
        return unsafe unlinkat(parent, name, AT_REMOVEDIR) == 0 ? 0 : errno
    }

    /// Names with their closing NUL, read in one go so that removing does not disturb the reading; nil, and `errno`, where
    /// they cannot be read to the end.
    private static func rawNames(_ stream: OpaquePointer) -> [[UInt8]]? {
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name + [0]) }
        }
        return errno == 0 ? names : nil
    }
}
