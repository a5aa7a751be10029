import Glibc

/// Writes the full buffers of one file on a thread of its own, past the system's file cache where the file system
/// allows it: results of many gigabytes neither drive the lists out of memory nor wait for one another.
///
/// One owner fills buffers; `submit` hands the full one over and blocks only while every buffer is still being written.
@safe final class WriteBehind: @unchecked Sendable {
    /// Bytes of a buffer: whole disk blocks, and a huge page, which the disk is told of at once and not in 512 pieces.
    static let size = 2 << 20
    private static let buffers = 3

    /// `O_DIRECT`, which Swift's Glibc leaves out; its value depends on the processor.
    #if arch(arm64) || arch(arm)
        private static let direct: Int32 = 0o200000
    #else
        private static let direct: Int32 = 0o40000
    #endif

    private let descriptor: Int32
    private let memory: UnsafeMutableRawPointer
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var thread = pthread_t()
    // Guarded by the lock.
    private var filled = 0
    private var written = 0
    private var isClosing = false
    private var failure: Int32 = 0
    // Of the writing thread.
    private var isDirect: Bool

    /// nil if the system has no thread or memory to give: whoever asked then writes by itself.
    init?(_ descriptor: Int32) {
        var memory: UnsafeMutableRawPointer?
        guard unsafe posix_memalign(&memory, Self.size, Self.size * Self.buffers) == 0, let memory = unsafe memory
        else {
            return nil
        }
        // MADV_HUGEPAGE; where the system has none, nothing is lost.
        unsafe madvise(memory, Self.size * Self.buffers, 14)
        self.descriptor = descriptor
        unsafe self.memory = memory
        unsafe lock = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe pthread_mutex_init(lock, nil)
        unsafe pthread_cond_init(changed, nil)
        let flags = fcntl(descriptor, F_GETFL)
        isDirect = flags >= 0 && fcntl(descriptor, F_SETFL, flags | Self.direct) == 0
        let context = unsafe Unmanaged.passRetained(self).toOpaque()
        let started = unsafe pthread_create(
            &thread, nil,
            { context in
                if let context = unsafe context {
                    unsafe Unmanaged<WriteBehind>.fromOpaque(context).takeRetainedValue().run()
                }
                return nil
            }, context)
        if started != 0 {
            unsafe Unmanaged<WriteBehind>.fromOpaque(context).release()
            return nil
        }
    }

    deinit {
        unsafe free(memory)
        unsafe pthread_mutex_destroy(lock)
        unsafe pthread_cond_destroy(changed)
        unsafe lock.deallocate()
        unsafe changed.deallocate()
    }

    /// The buffer to fill next: `size` bytes that nobody is writing.
    var buffer: UnsafeMutableRawPointer { unsafe memory + filled % Self.buffers * Self.size }

    /// Hands the filled buffer over; returns the number of a write error, 0 = none.
    func submit() -> Int32 {
        unsafe pthread_mutex_lock(lock)
        filled += 1
        unsafe pthread_cond_broadcast(changed)
        while filled - written >= Self.buffers, failure == 0 { unsafe pthread_cond_wait(changed, lock) }
        let failed = failure
        unsafe pthread_mutex_unlock(lock)
        return failed
    }

    /// Waits until everything handed over is written, then writes the first `count` bytes of the buffer at hand.
    /// Returns the error's number, 0 = none.
    func finish(_ count: Int) -> Int32 {
        unsafe pthread_mutex_lock(lock)
        isClosing = true
        unsafe pthread_cond_broadcast(changed)
        unsafe pthread_mutex_unlock(lock)
        pthread_join(thread, nil)
        guard failure == 0 else { return failure }
        let rest = unsafe UnsafeRawBufferPointer(start: buffer, count: count)
        if isDirect { leaveDirect() }
        return unsafe write(rest)
    }

    /// Ends the thread; what was not written stays unwritten.
    func abandon() {
        unsafe pthread_mutex_lock(lock)
        isClosing = true
        failure = failure == 0 ? ECANCELED : failure
        unsafe pthread_cond_broadcast(changed)
        unsafe pthread_mutex_unlock(lock)
        pthread_join(thread, nil)
    }

    private func run() {
        while true {
            unsafe pthread_mutex_lock(lock)
            while written == filled, !isClosing { unsafe pthread_cond_wait(changed, lock) }
            let isDone = written == filled || failure != 0
            unsafe pthread_mutex_unlock(lock)
            if isDone { return }
            let block = unsafe UnsafeRawBufferPointer(
                start: memory + written % Self.buffers * Self.size, count: Self.size)
            let failed = unsafe write(block)
            unsafe pthread_mutex_lock(lock)
            written += 1
            if failure == 0 { failure = failed }
            unsafe pthread_cond_broadcast(changed)
            unsafe pthread_mutex_unlock(lock)
        }
    }

    private func write(_ block: UnsafeRawBufferPointer) -> Int32 {
        var done = 0
        while done < block.count, let base = block.baseAddress {
            let count = unsafe Glibc.write(descriptor, base + done, block.count - done)
            if count >= 0 {
                done += count
                // A short direct write may have left the disk's blocks.
                if isDirect, count % 4096 != 0 { leaveDirect() }
            } else if errno == EINVAL, isDirect {
                leaveDirect()
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    private func leaveDirect() {
        isDirect = false
        let flags = fcntl(descriptor, F_GETFL)
        if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags & ~Self.direct) }
    }
}
