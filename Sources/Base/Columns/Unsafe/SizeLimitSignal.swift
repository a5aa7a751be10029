import Glibc

/// The signal that ends a process whose file would outgrow `ulimit -f` (SIGXFSZ).
public enum SizeLimitSignal {
    /// Lets the write be refused instead (`EFBIG`), which is told as any other refusal is and leaves nothing behind.
    public static func ignore() { _ = signal(SIGXFSZ, SIG_IGN) }
}
