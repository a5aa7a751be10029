public import Columns
public import Diagnostics
import Synchronization

/// How far a run is. Work adds to it from any thread; whoever shows it looks when it likes.
public final class RunProgress: Sendable {
    /// A moment of a run.
    public struct State: Hashable, Sendable {
        /// Bytes of lists read so far, and that will be read; a list that is read twice counts twice.
        public var bytes = 0
        public var allBytes = 0
        /// People decided so far.
        public var people = 0
        /// The same in units that take about the same time each, whatever is done.
        public var work = 0
        public var allWork = 0

        public init() {}
    }

    private let bytes = Atomic<Int>(0)
    private let allBytes = Atomic<Int>(0)
    private let people = Atomic<Int>(0)
    private let work = Atomic<Int>(0)
    private let allWork = Atomic<Int>(0)

    public init() {}

    /// Announces work that will be done.
    public func expect(_ job: Job, _ count: Int) {
        allWork.add(count * job.weight, ordering: .relaxed)
        if job.isReading { allBytes.add(count, ordering: .relaxed) }
    }

    /// Says that work was done.
    public func add(_ job: Job, _ count: Int, people decided: Int = 0) {
        work.add(count * job.weight, ordering: .relaxed)
        if job.isReading { bytes.add(count, ordering: .relaxed) }
        if decided > 0 { people.add(decided, ordering: .relaxed) }
    }

    /// What takes a run's time: bytes of lists in the first reading, of other lists, to be decided; rows that go through
    /// the disk; bytes of lines put in order afterwards.
    public enum Job: Sendable {
        case keys, others, decide, part, sorted

        var isReading: Bool {
            switch self {
            case .keys, .others, .decide: true
            case .part, .sorted: false
            }
        }

        /// In half nanoseconds, as measured on one machine: only their ratios count.
        var weight: Int {
            switch self {
            case .keys: 2
            case .others: 3
            case .decide: 5
            case .part: 500
            case .sorted: 4
            }
        }
    }

    public var state: State {
        var state = State()
        state.bytes = bytes.load(ordering: .relaxed)
        state.allBytes = allBytes.load(ordering: .relaxed)
        state.people = people.load(ordering: .relaxed)
        state.work = work.load(ordering: .relaxed)
        state.allWork = allWork.load(ordering: .relaxed)
        return state
    }

    /// Lets SIGINT, SIGTERM and SIGHUP end runs of this process with nothing half-written.
    public static func stopOnSignals() {
        Interruption.watch()
    }
}

extension Interruption {
    /// Ends the job if it was asked to stop. For loops over blocks: what is staged then goes away by itself.
    public static func check() throws(Failure) {
        if isRequested { throw failure }
    }

    static let failure = Failure(
        .interrupted,
        Finding(
            code: "interrupted",
            message: Bilingual(id: "dihentikan; hasil tidak ditulis", en: "interrupted; no results were written")))
}
