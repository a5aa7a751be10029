import Glibc

/// Descriptors of files that were opened by their names.
///
/// A process may hold about a thousand files, an office may give more: what nobody has read for longest is closed, and
/// opened again when it is read.
enum HeldFiles {
    private struct Held {
        var descriptor: Int32
        /// Threads that read it now.
        var readers: Int
        /// Which of all readings the last one was.
        var turn: Int
    }

    private struct State {
        var files: [Int: Held] = [:]
        var given = 0
        var turn = 0

        mutating func hold(_ number: Int, _ descriptor: Int32, readers: Int) {
            while files.count >= HeldFiles.most, closeOldest() {}
            turn += 1
            files[number] = Held(descriptor: descriptor, readers: readers, turn: turn)
        }

        /// False where all are being read.
        mutating func closeOldest() -> Bool {
            let idle = files.filter { $0.value.readers == 0 }
            guard let oldest = idle.min(by: { $0.value.turn < $1.value.turn }) else { return false }
            close(oldest.value.descriptor)
            files[oldest.key] = nil
            return true
        }
    }

    private static let state = Guarded(State())

    /// A quarter of what the process may hold, as outputs and files without a name need theirs; and never so many that what
    /// lists them has to look twice.
    static let most: Int = {
        let held = sysconf(Int32(_SC_OPEN_MAX))
        // Less than none: as many as one likes.
        return held < 0 ? 1 << 8 : max(8, min(1 << 8, held / 4))
    }()

    static func open(_ path: String) throws(FileError) -> Int32 {
        // Non-blocking, so that opening a FIFO nobody writes to does not hang.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError.last(.open, path) }
        return descriptor
    }

    /// Takes over a descriptor; returns the number under which it is borrowed.
    static func add(_ descriptor: Int32) -> Int {
        state.withLock { state in
            state.given += 1
            state.hold(state.given, descriptor, readers: 0)
            return state.given
        }
    }

    /// A descriptor that stays open until it is given back; `open` makes it anew where it was closed meanwhile.
    static func borrow(_ number: Int, open: () throws(FileError) -> Int32) throws(FileError) -> Int32 {
        try state.withLock { state throws(FileError) in
            if var held = state.files[number] {
                state.turn += 1
                held.readers += 1
                held.turn = state.turn
                state.files[number] = held
                return held.descriptor
            }
            let descriptor = try open()
            state.hold(number, descriptor, readers: 1)
            return descriptor
        }
    }

    static func giveBack(_ number: Int) {
        state.withLock { $0.files[number]?.readers -= 1 }
    }

    static func remove(_ number: Int) {
        state.withLock { state in
            if let held = state.files.removeValue(forKey: number) { close(held.descriptor) }
        }
    }
}
