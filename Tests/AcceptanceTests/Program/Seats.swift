import Foundation

/// How many programs that tests start run at a time; the others wait, in the order in which they asked.
///
/// Tests all begin at once, and each that waits for its program lets another begin. Without a bound hundreds of programs
/// would run side by side, with several open files each in the process of the tests; and Foundation's `Process` may crash
/// where very many descriptors are open.
actor Seats {
    static let shared = Seats(min(4 * ProcessInfo.processInfo.activeProcessorCount, 32))

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    /// The first in line of those who wait.
    private var next = 0

    init(_ count: Int) { free = count }

    /// Waits for a seat, and gives it to the next when `body` is through, however that ends.
    nonisolated func seated<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        await take()
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func take() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        guard next < waiting.count else {
            (waiting, next) = ([], 0)
            free += 1
            return
        }
        next += 1
        waiting[next - 1].resume()
    }
}
