import Columns
import Diagnostics
import Schema
import Synchronization
import Tabular

/// Reads several files at once: a workbook must be inflated and written again as text before it can be opened.
enum ListFiles {
    /// Files at once; each may hold a workbook's shared texts in memory.
    private static let atOnce = 2

    /// What each file holds, or why it cannot be read, in their order.
    ///
    /// - Parameter textMemory: bytes of shared texts of workbooks that stay in memory, of all of them together.
    static func read(
        _ paths: [String], spools: String, _ schema: ListSchema, textMemory: Int
    ) -> [Result<ListFile, Failure>] {
        let threads = min(paths.count, atOnce)
        let memory = textMemory / max(1, threads)
        let found = Guarded<[Result<ListFile, Failure>?]>(Array(repeating: nil, count: paths.count))
        let next = Atomic<Int>(0)
        JoinedThread.perform(threads) { _ in
            while true {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < paths.count else { return }
                let file: Result<ListFile, Failure>
                do throws(Failure) {
                    file = .success(
                        try ListReading.read(paths[place], spools: spools, schema, textMemory: memory))
                } catch {
                    file = .failure(error)
                }
                found.withLock { $0[place] = file }
            }
        }
        return found.withLock { $0 }.map { $0 ?? .failure(Failure(.interrupted, [])) }
    }
}
