public import Columns
public import Diagnostics
import Synchronization

/// How far a run is. Work adds to it from any thread; whoever shows it looks when it likes.
public final class RunProgress: Sendable {
    private let doneBytes = Atomic<Int>(0)
    private let allBytes = Atomic<Int>(0)

    public init() {}

    /// Announces bytes that will be read; a list that is read twice counts twice.
    public func expect(_ bytes: Int) {
        allBytes.add(bytes, ordering: .relaxed)
    }

    /// Says that bytes have been read.
    public func add(_ bytes: Int) {
        doneBytes.add(bytes, ordering: .relaxed)
    }

    /// Lets SIGINT, SIGTERM and SIGHUP end runs of this process with nothing half-written.
    public static func stopOnSignals() {
        Interruption.watch()
    }

    /// Bytes read so far and bytes announced.
    public var state: (done: Int, all: Int) {
        (doneBytes.load(ordering: .relaxed), allBytes.load(ordering: .relaxed))
    }
}

extension Interruption {
    /// Ends the job if it was asked to stop. For loops over blocks: what is staged then goes away by itself.
    public static func check() throws(Failure) {
        guard isRequested else { return }
        throw Failure(
            .interrupted,
            Finding(
                code: "interrupted",
                message: Bilingual(
                    id: "dihentikan; hasil tidak ditulis", en: "interrupted; no results were written")))
    }
}
