import Foundation
import Testing

/// A run that is stopped or killed at any moment leaves the results of before, or its own whole, and nothing between.
@Suite(.enabled(if: Program.canCheck), .serialized) struct InterruptionTests {
    /// Moments are drawn with this seed, as shares of the time a whole run takes.
    static let seed: UInt64 = 20_180_627
    static let moments = 20

    static let earlier = check("2018-01-01")
    static let later = check("2018-06-27")

    private static func check(_ asOf: String) -> [String] {
        ["check", "lists/periksa.json5", "--rules", Program.rules, "--as-of", asOf, "--out", "run", "--quiet"]
    }

    /// What `run` may hold, and how long it takes.
    struct Reference {
        let workdir: Workdir
        let old: [String: [UInt8]]
        let new: [String: [UInt8]]
        /// The shortest whole run so far: one taken while other tests hold the machine says little about the next.
        private(set) var time: Duration

        init() async throws {
            workdir = try Workdir()
            let made = try await workdir.run([
                "sample", "--people", "700", "--seed", "5", "--out", "lists", "--rules", Program.rules,
            ])
            #expect(made.exitCode == 0, "\(made.errors)")
            old = try await Self.files(workdir, InterruptionTests.earlier)
            try FileManager.default.moveItem(atPath: workdir.path("run"), toPath: workdir.path("old"))
            let clock = ContinuousClock()
            let start = clock.now
            new = try await Self.files(workdir, InterruptionTests.later)
            time = clock.now - start
            try FileManager.default.removeItem(atPath: workdir.path("run"))
            #expect(old.count == 13 && old.keys == new.keys && old != new)
        }

        private static func files(_ workdir: Workdir, _ arguments: [String]) async throws -> [String: [UInt8]] {
            let outcome = try await workdir.run(arguments, program: Program.beside)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            return try Run(workdir: workdir, folder: "run").files()
        }

        /// How a run ended that was sent a signal at a moment.
        mutating func stopped(forced: Bool, signal: Int32, _ moment: StoppedRun.Moment) async throws -> Int32 {
            let clock = ContinuousClock()
            let start = clock.now
            let ending = try await StoppedRun.run(
                InterruptionTests.later + (forced ? ["--force"] : []), in: workdir, signal: signal, moment)
            if ending == 0 { time = min(time, clock.now - start) }
            return ending
        }

        /// Puts back what stood before a run: nothing, or the old run.
        func restore(withOld: Bool) throws {
            if workdir.exists("run") { try FileManager.default.removeItem(atPath: workdir.path("run")) }
            if withOld { try FileManager.default.copyItem(atPath: workdir.path("old"), toPath: workdir.path("run")) }
        }

        /// Whether `run` is the new run, whole; records an issue if it is neither that nor what stood before.
        func isNew(insteadOfOld: Bool, _ comment: Comment) throws -> Bool {
            guard workdir.exists("run") else {
                #expect(!insteadOfOld, comment)
                return false
            }
            let found = try Run(workdir: workdir, folder: "run").files()
            #expect(workdir.exists("run/manifest.json"), comment)
            if insteadOfOld && found == old { return false }
            #expect(found == new, comment)
            return true
        }

        /// The next run does what it should, and nothing of those before it stays.
        func expectNextRun(_ comment: Comment) async throws {
            let outcome = try await workdir.run(InterruptionTests.later + ["--force"])
            #expect(outcome.exitCode == 0, "\(comment): \(outcome.errors)")
            #expect(try Run(workdir: workdir, folder: "run").files() == new, comment)
            #expect(workdir.names(in: ".") == ["lists", "old", "run"], comment)
        }
    }

    @Test func anInterruptedRunLeavesNothingHalfWritten() async throws {
        var reference = try await Reference()
        var stopped = 0
        for (number, draw) in Self.drawn.enumerated() {
            let moment = draw.moment(of: reference.time)
            let forced = number % 2 == 1
            let comment: Comment = "SIGINT \(moment), seed \(Self.seed), \(forced ? "over an old run" : "no old run")"
            try reference.restore(withOld: forced)
            let ending = try await reference.stopped(forced: forced, signal: SIGINT, moment)
            // A signal that comes before the program has begun to listen ends it as the system does.
            if try reference.isNew(insteadOfOld: forced, comment) {
                #expect(ending == 0, comment)
            } else {
                #expect(ending == 130 || ending == -SIGINT, comment)
                stopped += 1
            }
            #expect(reference.workdir.staged == [], comment)
        }
        #expect(stopped > Self.moments / 4, "most moments lie within the run")
        try await reference.expectNextRun("after SIGINT")
    }

    /// `nohup`: a run that was started so as not to end with its terminal does not.
    @Test func aSignalThatIsToBeIgnoredIsIgnored() async throws {
        let reference = try await Reference()
        let ending = try await StoppedRun.run(
            Self.later, in: reference.workdir, signal: SIGHUP, .whenStaged("flagged.csv"), ignored: "HUP")
        #expect(ending == 0)
        #expect(try reference.isNew(insteadOfOld: false, "SIGHUP ignored"))
    }

    @Test func aKilledRunLeavesNothingThatHindersTheNext() async throws {
        var reference = try await Reference()
        var killed = 0
        for (number, draw) in Self.drawn.enumerated() {
            let moment = draw.moment(of: reference.time)
            let forced = number % 2 == 1
            let comment: Comment = "SIGKILL \(moment), seed \(Self.seed), \(forced ? "over an old run" : "no old run")"
            try reference.restore(withOld: forced)
            let ending = try await reference.stopped(forced: forced, signal: SIGKILL, moment)
            let isNew = try reference.isNew(insteadOfOld: forced, comment)
            #expect(ending == -SIGKILL || (ending == 0 && isNew), comment)
            if ending == -SIGKILL { killed += 1 }
            if number % 5 == 4 { try await reference.expectNextRun(comment) }
        }
        #expect(killed > Self.moments / 4, "most moments lie within the run")
    }

    /// `sample` writes as `check` does.
    @Test func anInterruptedSampleLeavesNothing() async throws {
        let workdir = try Workdir()
        let arguments = ["sample", "--people", "3000000", "--out", "lists", "--rules", Program.rules]
        let ending = try await StoppedRun.run(arguments, in: workdir, signal: SIGINT, .whenStaged("suket.csv"))
        #expect(ending == 130)
        #expect(workdir.names(in: ".") == [])
    }

    /// A moment as a share of a run's time, or one that chance would seldom find.
    enum Draw {
        case share(Double)
        case late(StoppedRun.Moment)

        func moment(of time: Duration) -> StoppedRun.Moment {
            switch self {
            case .share(let share): .after(time * share)
            case .late(let moment): moment
            }
        }
    }

    /// Twenty moments of a run, and two late ones.
    private static var drawn: [Draw] {
        var random = SeededRandom(seed: seed)
        return (0..<moments).map { _ in .share(Double(random.number(0...1050)) / 1000) }
            + [.late(.whenStaged("summary.json")), .late(.whenStaged("manifest.json"))]
    }
}
