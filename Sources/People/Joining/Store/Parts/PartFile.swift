import Columns
import Diagnostics
import Files

/// Where a run whose index does not fit in memory puts what it will need again: one nameless file on the disk that will
/// hold the results.
final class PartFile: Sendable {
    private let words: WordFile
    /// The folder as the user knows it, for messages.
    private let shown: String

    init(in folder: String, shown: String) throws(Failure) {
        self.shown = shown
        do {
            words = try WordFile(in: folder)
        } catch {
            throw error.outputFailure(shown: shown)
        }
    }

    func reserve(_ count: Int) -> Int { words.reserve(count) }

    func append(_ values: ArraySlice<UInt64>) throws(Failure) -> Int {
        do { return try words.append(values) } catch { throw error.outputFailure(shown: shown) }
    }

    func write(_ values: ArraySlice<UInt64>, at place: Int) throws(Failure) {
        do { try words.write(values, at: place) } catch { throw error.outputFailure(shown: shown) }
    }

    func read(_ count: Int, at place: Int, into values: inout [UInt64], position: Int = 0) throws(Failure) {
        do {
            try words.read(count, at: place, into: &values, position: position)
        } catch {
            throw error.outputFailure(shown: shown)
        }
    }
}
