import Glibc
import Synchronization

/// Whether the user or the system asked the process to stop (SIGINT, SIGTERM, SIGHUP).
///
/// Loops over blocks ask between two blocks. A second signal ends the process at once, as it does by default. A signal
/// that whoever started the process had it ignore (`nohup`) stays ignored; one that was held back is let through.
public enum Interruption {
    private static let asked = Atomic<Bool>(false)
    /// `SIG_IGN`, which is no function.
    private static let ignored = 1

    public static var isRequested: Bool { asked.load(ordering: .relaxed) }

    /// Called once, before work begins.
    public static func watch() {
        // Made before a signal can come, so that the handler only stores.
        asked.store(false, ordering: .relaxed)
        var heard = sigset_t()
        unsafe sigemptyset(&heard)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            unsafe sigaction(number, nil, &action)
            if unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == ignored { continue }
            action = sigaction()
            unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            unsafe sigaction(number, &action, nil)
            unsafe sigaddset(&heard, number)
        }
        unsafe pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    }

    /// What a signal does; also lets a test stop a run.
    public static func request() {
        asked.store(true, ordering: .relaxed)
    }

    static func clear() {
        asked.store(false, ordering: .relaxed)
    }
}
