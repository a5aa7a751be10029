import Columns
import Synchronization

/// Reads several sheets of a workbook at once.
enum SheetTexts {
    /// The text of each sheet, in their order; nil for one without rows, and for those behind one that failed.
    static func read(
        _ sheets: [Workbook.Sheet], _ workbook: Workbook, labels: [String],
        isDateHeading: @escaping @Sendable (String) -> Bool
    ) -> [Result<SpooledSheet, WorkbookProblem>?] {
        let found = Guarded<[Result<SpooledSheet, WorkbookProblem>?]>(Array(repeating: nil, count: sheets.count))
        let next = Atomic<Int>(0)
        let hasFailed = Atomic<Bool>(false)
        JoinedThread.perform(min(sheets.count, Self.atOnce)) { _ in
            while !hasFailed.load(ordering: .relaxed) {
                let place = next.add(1, ordering: .relaxed).oldValue
                guard place < sheets.count else { return }
                guard case .rows(let part) = sheets[place].content else { continue }
                let text: Result<SpooledSheet, WorkbookProblem>
                do throws(WorkbookProblem) {
                    text = .success(
                        try workbook.text(of: part, calling: labels[place], isDateHeading: isDateHeading))
                } catch {
                    text = .failure(error)
                    hasFailed.store(true, ordering: .relaxed)
                }
                found.withLock { $0[place] = text }
            }
        }
        return found.withLock { $0 }
    }

    /// Sheets at once: each has its first rows in memory, and some pieces of its XML.
    private static let atOnce = 4
}
