import Diagnostics
import Synchronization
import Testing

@testable import Workers

/// A stage on several threads: every thread once, states in their order, and one failure that stops the others.
@Suite struct WorkersTests {
    private static func failure(_ number: Int) -> Failure {
        Failure(.input, Finding(code: "f\(number)", message: Bilingual(both: "\(number)")))
    }

    @Test(arguments: [-3, 0, 1, 2, 7, 32]) func everyThreadWorksOnce(count: Int) throws {
        let counter = Counter()
        let states = try Workers.run(count) { () throws(Failure) in
            [Int]()
        } _: { (state, _) throws(Failure) in
            state.append(counter.next(below: 100) ?? -1)
        }
        #expect(states.count == max(1, count))
        #expect(states.flatMap { $0 }.sorted() == Array(0..<max(1, count)))
    }

    /// However work is dealt, all of it is done once.
    @Test(arguments: [1, 2, 5]) func workIsDealtOnce(threads: Int) throws {
        let counter = Counter()
        let states = try Workers.run(threads) { () throws(Failure) in
            [Int]()
        } _: { (state, stop) throws(Failure) in
            while try !stop.check(), let number = counter.next(below: 1000) { state.append(number) }
        }
        #expect(states.flatMap { $0 }.sorted() == Array(0..<1000))
        #expect(states.allSatisfy { $0 == $0.sorted() })
    }

    /// The states come in the order of the threads, not of their ends.
    @Test func statesStandInTheOrderOfTheThreads() throws {
        for _ in 0..<20 {
            let counter = Counter()
            let ends = Counter()
            let states = try Workers.run(6) { () throws(Failure) in
                (start: counter.next(below: 100) ?? -1, end: -1)
            } _: { (state, _) throws(Failure) in
                state.end = ends.next(below: 100) ?? -1
            }
            #expect(states.map(\.end).sorted() == Array(0..<6))
            #expect(states.map(\.start).sorted() == Array(0..<6))
        }
    }

    /// A failure of one thread is what the stage ends with; the others are told at their next block.
    @Test(arguments: [1, 2, 4]) func aFailureStopsTheOthers(threads: Int) throws {
        let counter = Counter()
        let told = Atomic<Int>(0)
        let failure = #expect(throws: Failure.self) {
            _ = try Workers.run(threads) { () throws(Failure) in
                0
            } _: { (_, stop) throws(Failure) in
                if counter.next(below: 1000) == 0 { throw Self.failure(1) }
                // Ends because the sign is raised: nothing else ends it.
                while try !stop.check() {}
                told.add(1, ordering: .relaxed)
            }
        }
        #expect(failure?.findings.map(\.code) == ["f1"])
        #expect(told.load(ordering: .relaxed) == threads - 1)
    }

    /// A thread that cannot even begin fails the stage.
    @Test func aStateThatCannotBeMadeFailsTheStage() {
        let counter = Counter()
        let failure = #expect(throws: Failure.self) {
            _ = try Workers.run(3) { () throws(Failure) in
                if counter.next(below: 10) == 1 { throw Self.failure(2) }
                return 0
            } _: { (_, _) throws(Failure) in
            }
        }
        #expect(failure?.findings.map(\.code) == ["f2"])
    }

    @Test func oneFailureIsToldOfMany() {
        let failure = #expect(throws: Failure.self) {
            _ = try Workers.run(8) { () throws(Failure) in
                0
            } _: { (_, _) throws(Failure) in
                throw Self.failure(3)
            }
        }
        #expect(failure?.findings.count == 1)
    }
}

@Suite struct CounterTests {
    @Test func numbersEndAtTheirLimit() {
        let counter = Counter()
        #expect((0..<5).map { _ in counter.next(below: 3) } == [0, 1, 2, nil, nil])
        #expect(Counter().next(below: 0) == nil)
    }
}

@Suite struct RunProgressTests {
    /// Work counts by what it costs; only reading counts bytes.
    @Test func jobsCountByTheirWeight() {
        let progress = RunProgress()
        for job in [RunProgress.Job.keys, .others, .decide, .part, .sorted] {
            progress.expect(job, 10)
            progress.add(job, 4, people: job.isReading ? 1 : 0)
        }
        let state = progress.state
        #expect(state.allBytes == 30 && state.bytes == 12)
        #expect(state.people == 3)
        #expect(state.allWork == 10 * (2 + 3 + 5 + 500 + 4))
        #expect(state.work == 4 * (2 + 3 + 5 + 500 + 4))
    }

    @Test func nothingExpectedIsNothing() { #expect(RunProgress().state == RunProgress.State()) }
}
