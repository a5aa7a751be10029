import Glibc

/// A value that one thread at a time may touch, and that threads wait for: a monitor.
///
/// The system's own lock, and not `Synchronization.Mutex`: the thread sanitizer does not see that one's hand-overs
/// between threads that wait, and calls each of them a race.
@safe public final class Guarded<Value: Sendable & ~Copyable>: @unchecked Sendable {
    private var value: Value
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>

    public init(_ value: consuming Value) {
        self.value = value
        unsafe lock = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe pthread_mutex_init(lock, nil)
        // A wait ends in time even when the clock on the wall is set.
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        unsafe pthread_cond_init(changed, &attributes)
        unsafe pthread_condattr_destroy(&attributes)
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(lock)
        unsafe changed.deallocate()
        unsafe lock.deallocate()
    }

    /// Lends the value to `body`, which must not ask for it again.
    public func withLock<Result, Problem: Error>(
        _ body: (inout Value) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        return try body(&value)
    }

    /// Lets every thread that waits look again; to be called once the value has changed.
    public func wake() {
        unsafe pthread_cond_broadcast(changed)
    }

    /// Waits until `look` finds something: it is asked at once, and again after each `wake`.
    public func wait<Found>(_ look: (inout Value) -> Found?) -> Found {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            // Lent for each look alone: while this thread waits, others touch the value.
            if let found = look(&value) { return found }
            unsafe pthread_cond_wait(changed, lock)
        }
    }

    /// Waits, but no longer than some thousandths of a second, until `isReady` says so.
    public func wait(milliseconds: Int, until isReady: (inout Value) -> Bool) {
        var deadline = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &deadline)
        let nanoseconds = deadline.tv_nsec + milliseconds * 1_000_000
        deadline.tv_sec += nanoseconds / 1_000_000_000
        deadline.tv_nsec = nanoseconds % 1_000_000_000
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while !isReady(&value) {
            if unsafe pthread_cond_timedwait(changed, lock, &deadline) != 0 { return }
        }
    }
}
