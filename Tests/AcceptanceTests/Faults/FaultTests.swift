import Foundation
import Testing

/// The system refuses one call, or the program dies at it: whatever is then called a success is whole, nothing is torn,
/// nothing waits for ever, and the next run finds nothing in its way and leaves nothing of it behind.
///
/// A few faults of each command, drawn by chance from a seed; all of them with `SIAPPILIH_FAULTS` (`make faults`).
@Suite(.enabled(if: FaultShop.canBreak), .serialized) struct FaultTests {
    static let isWhole = ProcessInfo.processInfo.environment["SIAPPILIH_FAULTS"] != nil
    /// Faults and kills of each command otherwise.
    static let drawn = (faults: 2, kills: 1)
    /// Of each command in the whole sweep, so that it ends in minutes.
    static let most = (faults: 480, kills: 50)
    /// Commands that are swept at the same time.
    static let lanes = 2
    static let seed: UInt64 = 20_260_628

    @Test func whatIsCalledASuccessIsWhole() async throws {
        let table = try await withThrowingTaskGroup(of: [String].self) { group in
            for lane in 0..<Self.lanes {
                group.addTask { try await sweep(stride(from: lane, to: FaultCommand.all.count, by: Self.lanes)) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        if Self.isWhole { print((["command faults done kills"] + table.sorted()).joined(separator: "\n")) }
    }

    /// Sweeps the commands of these numbers, in a folder of their own; a row of the table for each.
    private func sweep(_ numbers: StrideTo<Int>) async throws -> [String] {
        let shop = try await FaultShop()
        var table: [String] = []
        for number in numbers {
            let command = FaultCommand.all[number]
            var random = SeededRandom(seed: Self.seed + UInt64(number))
            let counts = try await shop.counts(command)
            shop.clear()
            let all = Fault.all(counts)
            let bounds = Self.isWhole ? Self.most : Self.drawn
            let faults = Self.draw(all.faults, bounds.faults, &random)
            let kills = Self.draw(all.kills, bounds.kills, &random)
            let done = try await sweep(command, shop, faults + kills)
            table.append("\(command) \(faults.count) \(done) \(kills.count)")
        }
        return table
    }

    /// A disk that is full from some write on, or a limit of `ulimit -f`: the workbooks, whose library looks at no error of
    /// what it puts aside, are written whole or not at all, and no signal ends the program.
    @Test func noWorkbookIsCutShort() async throws {
        let shop = try await FaultShop()
        let outreach = try #require(FaultCommand.all.first { $0.name == "outreach" })
        let whole = try await shop.run(outreach.arguments)
        let made = try shop.made()
        #expect(whole.code == 0 && made != nil)
        for kilobytes in [1, 2, 4, 8, 16, 32] {
            shop.clear()
            let ending = try await shop.run(outreach.arguments, limit: "-f \(kilobytes * 2)")
            if ending.code == 0 {
                #expect(try shop.made() == made, "ulimit -f \(kilobytes * 2)")
            } else {
                #expect(ending.code == 4, "ulimit -f \(kilobytes * 2): \(ending.errors)")
                #expect(ending.errors.contains("ulimit -f"), "\(ending.errors)")
                #expect(try shop.made() == nil)
            }
        }
        let count = try await shop.counts(outreach)[.write] ?? 0
        for turn in stride(from: 2, to: count, by: Self.isWhole ? 1 : max(1, count / 6)) {
            shop.clear()
            let fault = Fault(call: .write, turn: turn, how: .error(ENOSPC))
            let ending = try await shop.run(outreach.arguments, ["LD_PRELOAD": shop.shim, "FAULT": fault.description])
            #expect(ending.code == 4, "\(fault): \(ending.errors)")
            #expect(try shop.made() == nil, "\(fault)")
        }
    }

    /// No thread to be had, no lock on the disk, little address space: the work is done all the same.
    @Test(arguments: ["thread:1+:\(EAGAIN)", "lock:1+:\(ENOLCK)", "rename:1+:\(EINVAL)"])
    func workGoesOnWithout(fault: String) async throws {
        let shop = try await FaultShop()
        let check = try #require(FaultCommand.all.first { $0.name == "check" })
        let names = shop.names()
        let whole = try await shop.run(check.arguments + ["--threads", "2"])
        let made = try shop.made()
        #expect(whole.code == 0 && made != nil)
        if !fault.hasPrefix("rename") {
            shop.clear()
            let ending = try await shop.run(
                check.arguments + ["--threads", "2"], ["LD_PRELOAD": shop.shim, "FAULT": fault])
            #expect(ending.code == 0, "\(ending.errors)")
            #expect(try shop.made() == made)
        } else {
            // No exchange of names: the old run makes room in sight.
            let ending = try await shop.run(
                check.arguments + ["--threads", "2", "--force"],
                ["LD_PRELOAD": shop.shim, "FAULT": "rename:1:\(EINVAL)"])
            #expect(ending.code == 0, "\(ending.errors)")
            #expect(try shop.made() == made)
        }
        shop.clear()
        #expect(shop.names() == names)
    }

    /// What fails once the results stand is a warning that names the place; the next run clears it away.
    @Test func aLateFailureIsAWarning() async throws {
        let shop = try await FaultShop()
        let names = shop.names()
        let arguments = [
            "check", "lists/periksa.json5", "--rules", Program.rules, "--quiet", "--out", "out", "--force",
        ]
        for _ in 0..<2 {
            let first = try await shop.run(arguments)
            #expect(first.code == 0, "\(first.errors)")
        }
        let made = try shop.made()
        let count = try await shop.counts(FaultCommand(forced: arguments))[.remove] ?? 0
        #expect(count > 0)
        let ending = try await shop.run(
            arguments.filter { $0 != "--quiet" }, ["LD_PRELOAD": shop.shim, "FAULT": "remove:1+:\(EACCES)"])
        #expect(ending.code == 0, "\(ending.errors)")
        #expect((ending.output + Array(ending.errors.utf8)).count > 0)
        #expect(String(decoding: ending.output, as: UTF8.self).contains("could not be removed"))
        #expect(try shop.made() == made)
        #expect(try await shop.run(arguments).code == 0)
        shop.clear()
        #expect(shop.names() == names)
    }

    /// So many of them, in their order.
    private static func draw(_ all: [Fault], _ most: Int, _ random: inout SeededRandom) -> [Fault] {
        guard all.count > most else { return all }
        var chosen: Set<Int> = []
        while chosen.count < most { chosen.insert(random.number(0...(all.count - 1))) }
        return chosen.sorted().map { all[$0] }
    }

    /// Runs a command with each fault; returns how many runs were a success nevertheless.
    private func sweep(_ command: FaultCommand, _ shop: FaultShop, _ faults: [Fault]) async throws -> Int {
        let whole = try await shop.run(command.arguments)
        #expect(whole.code == 0, "\(command): \(whole.errors)")
        let made = try shop.made()
        #expect((made != nil) == command.writes)
        let names = shop.names()
        var done = 0
        for (place, fault) in faults.enumerated() {
            shop.clear()
            let ending = try await shop.run(
                command.arguments, ["LD_PRELOAD": shop.shim, "FAULT": fault.description])
            let what: Comment = "\(command), FAULT=\(fault): \(ending.errors)"
            if ending.code == 0 {
                done += 1
                #expect(command.writes || ending.output == whole.output, what)
                #expect(try shop.made() == made, what)
            } else if fault.isKill {
                #expect(ending.code == -SIGKILL, what)
            } else {
                #expect((1...5).contains(ending.code ?? 0), what)
                #expect(!ending.errors.isEmpty, what)
            }
            // All of it, or nothing.
            if let found = try shop.made() { #expect(found == made, what) }
            guard place % 25 == 24 || place == faults.count - 1 else { continue }
            shop.clear()
            let next = try await shop.run(command.arguments)
            #expect(next.code == 0, "after \(what): \(next.errors)")
            #expect(try shop.made() == made, what)
            #expect(shop.names() == names, what)
        }
        shop.clear()
        return done
    }
}
