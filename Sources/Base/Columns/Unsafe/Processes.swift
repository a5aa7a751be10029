import Glibc

/// Processes of this computer.
public enum Processes {
    /// The number of this one.
    public static var own: Int32 { getpid() }

    /// Whether a process of this number runs, whoever's it is.
    public static func runs(_ number: Int32) -> Bool { number > 0 && (kill(number, 0) == 0 || errno == EPERM) }

    /// The computer's name in its network; empty where it has none.
    public static var computer: String {
        var name = [UInt8](repeating: 0, count: 256)
        let failed = unsafe name.withUnsafeMutableBytes { bytes in
            guard let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress else { return Int32(-1) }
            return unsafe gethostname(base, bytes.count - 1)
        }
        return failed == 0 ? String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) : ""
    }
}
