import Glibc

/// How many files this process may have open: every sheet of a workbook lies in one without a name.
public enum OpenFileLimit {
    /// Asks for as many as the system grants without more rights; systems begin with 1,024.
    public static func raise() {
        var limit = rlimit()
        guard unsafe getrlimit(RLIMIT_NOFILE.kind, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        // Where it is not granted, what needs more files says so.
        _ = unsafe setrlimit(RLIMIT_NOFILE.kind, &limit)
    }
}

extension __rlimit_resource {
    /// As the calls take it.
    fileprivate var kind: __rlimit_resource_t { __rlimit_resource_t(rawValue) }
}
