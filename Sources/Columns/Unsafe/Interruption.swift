import Glibc
import Synchronization

/// Whether the user or the system asked the process to stop (SIGINT, SIGTERM, SIGHUP).
///
/// Loops over blocks ask between two blocks. A second signal ends the process at once, as it does by default.
public enum Interruption {
    private static let asked = Atomic<Bool>(false)

    public static var isRequested: Bool { asked.load(ordering: .relaxed) }

    /// Called once, before work begins.
    public static func watch() {
        // Made before a signal can come, so that the handler only stores.
        asked.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
            unsafe sigaction(number, &action, nil)
        }
    }

    /// What a signal does; also lets a test stop a run.
    public static func request() {
        asked.store(true, ordering: .relaxed)
    }

    static func clear() {
        asked.store(false, ordering: .relaxed)
    }
}
