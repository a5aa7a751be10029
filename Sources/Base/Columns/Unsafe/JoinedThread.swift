import Glibc

/// A thread of its own that is joined before the program ends: nothing may run once `exit` takes the process apart.
///
/// The program's threads are these, and none of a pool that waits for ever where the system has no thread to give.
public final class JoinedThread: Sendable {
    /// What a new thread is handed.
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private struct Living: Sendable {
        var isEnding = false
        var threads: [ObjectIdentifier: JoinedThread] = [:]
    }
    private static let living = Guarded(Living())

    /// Whether the program is about to end: work that nobody waits for any longer stops where it is.
    public static var isEnding: Bool { living.withLock { $0.isEnding } }

    /// nil once joined.
    private let thread: Guarded<pthread_t?>

    private init(_ thread: pthread_t) { self.thread = Guarded(thread) }

    /// Runs `body` on a thread of its own; nil if the system has none to give.
    ///
    /// - Parameter stackSize: bytes of its stack; nil: as many as the system gives.
    public static func start(stackSize: Int? = nil, _ body: @escaping @Sendable () -> Void) -> JoinedThread? {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        unsafe pthread_attr_init(attributes)
        defer {
            unsafe pthread_attr_destroy(attributes)
            unsafe attributes.deallocate()
        }
        if let stackSize { unsafe pthread_attr_setstacksize(attributes, stackSize) }
        let context = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        var thread = pthread_t()
        let started = unsafe pthread_create(
            &thread, attributes,
            { context in
                if let context = unsafe context {
                    unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                }
                return nil
            }, context)
        if started != 0 {
            unsafe Unmanaged<Work>.fromOpaque(context).release()
            return nil
        }
        let made = JoinedThread(thread)
        living.withLock { $0.threads[ObjectIdentifier(made)] = made }
        return made
    }

    /// Waits until the thread has ended.
    public func join() {
        thread.withLock { thread in
            if let running = thread { pthread_join(running, nil) }
            thread = nil
        }
        _ = Self.living.withLock { $0.threads.removeValue(forKey: ObjectIdentifier(self)) }
    }

    /// Tells threads that nobody waits for to stop, and waits until they have. The last thing before the program ends.
    public static func endAll() {
        living.withLock { $0.isEnding = true }
        while let next = living.withLock({ $0.threads.values.first }) { next.join() }
    }

    /// Calls `body` for each number below `count`, on this thread and on as many others as there are processors and the
    /// system has threads to give; returns once all have come back.
    public static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
        let next = Guarded(0)
        let take = { @Sendable () -> Int? in
            next.withLock { next in
                guard next < count else { return nil }
                next += 1
                return next - 1
            }
        }
        withoutActuallyEscaping(body) { body in
            let work = { @Sendable in
                while let number = take() { body(number) }
            }
            let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
            var others: [JoinedThread] = []
            for _ in 1..<max(1, min(count, processors)) {
                guard let thread = start(work) else { break }
                others.append(thread)
            }
            work()
            for thread in others { thread.join() }
        }
    }
}
