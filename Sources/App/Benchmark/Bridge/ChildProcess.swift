import FoundationEssentials
import Glibc

/// A child process that has ended: how it ended, what it took, as the kernel counted.
struct ChildProcess {
    /// The exit code, or minus the number of the signal that ended it.
    var ending: Int32
    var seconds: Double
    var cpuSeconds: Double
    /// The most memory it ever had resident (`ru_maxrss`).
    var peakBytes: Int

    /// Runs a program to its end with standard output in the file `output`; nil if it cannot be started.
    init?(_ path: String, _ arguments: [String], output: String) {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(
            &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let words = unsafe Self.copies([path] + arguments)
        let variables = unsafe Self.copies(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        let clock = ContinuousClock()
        let start = clock.now
        var child: pid_t = 0
        guard unsafe posix_spawn(&child, path, &actions, nil, words, variables) == 0 else { return nil }
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(child, &status, 0, &usage) < 0 {
            if errno != EINTR { return nil }
        }
        seconds = (clock.now - start) / .seconds(1)
        ending = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
        cpuSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        peakBytes = Int(usage.ru_maxrss) << 10
    }

    /// Texts as C wants them, with a closing null; to be freed by whoever asked.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        var copies: [UnsafeMutablePointer<CChar>?] = unsafe texts.map { unsafe strdup($0) }
        unsafe copies.append(nil)
        return unsafe copies
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
