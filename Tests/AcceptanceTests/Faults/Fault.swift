import Glibc

/// One fault of one call of the system's library, as `Tests/Faults/faults.c` makes it.
struct Fault: Sendable, CustomStringConvertible {
    enum Call: String, CaseIterable, Sendable {
        case write, fsync, rename, open, mmap, thread, lock, remove

        /// What may become of such a call.
        var hows: [How] {
            switch self {
            case .write: [.error(ENOSPC), .lasting(ENOSPC), .error(EIO), .short, .lasting(EFBIG)]
            case .fsync: [.error(EIO), .lasting(EINVAL), .error(EINTR)]
            case .rename: [.error(EACCES), .lasting(EINVAL), .lasting(EXDEV)]
            case .open: [.error(EACCES), .lasting(EMFILE), .error(EIO)]
            case .mmap: [.error(ENOMEM)]
            case .thread: [.error(EAGAIN), .lasting(EAGAIN)]
            case .remove: [.error(EACCES)]
            case .lock: [.lasting(ENOLCK), .error(EINTR), .lasting(EIO)]
            }
        }
    }

    enum How: Sendable {
        case error(Int32)
        /// From there on every time.
        case lasting(Int32)
        /// Half of what was to be written is.
        case short
        case kill
    }

    var call: Call
    /// From 1 on.
    var turn: Int
    var how: How

    /// For the environment's `FAULT`.
    var description: String {
        switch how {
        case .error(let number): "\(call.rawValue):\(turn):\(number)"
        case .lasting(let number): "\(call.rawValue):\(turn)+:\(number)"
        case .short: "\(call.rawValue):\(turn):short"
        case .kill: "\(call.rawValue):\(turn):kill"
        }
    }

    var isKill: Bool { if case .kill = how { true } else { false } }

    /// Every fault of a command that meets each call so often, and a kill at each call.
    static func all(_ counts: [Call: Int]) -> (faults: [Fault], kills: [Fault]) {
        var faults: [Fault] = []
        var kills: [Fault] = []
        for call in Call.allCases {
            for turn in 1...max(1, counts[call] ?? 0) where turn <= counts[call] ?? 0 {
                faults += call.hows.map { Fault(call: call, turn: turn, how: $0) }
                kills.append(Fault(call: call, turn: turn, how: .kill))
            }
        }
        return (faults, kills)
    }
}
