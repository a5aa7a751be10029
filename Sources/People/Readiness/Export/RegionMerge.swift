import Columns
import Diagnostics
import Files

/// Reads the runs of several `RegionSorter`s side by side: their lines in region order, those of one region in the order
/// of the lists.
struct RegionMerge {
    /// Memory of all windows together, as far as the smallest one allows.
    private static let memory = 16 << 20
    private static let windows = 4 << 10...256 << 10

    /// A run, as far as it is read.
    private struct Run {
        let file: InputFile
        /// What is not in the window yet.
        var rest: Range<Int>
        var window: [UInt8] = []
        var at = 0
        /// The group whose text stands next.
        var group = RegionSorter.Group(region: 0, position: 0, count: 0)

        /// Makes sure that the window has `count` bytes from `at` on, if the run has.
        mutating func fill(_ count: Int, _ size: Int) throws(FileError) {
            let held = window.count - at
            if held >= count || rest.isEmpty { return }
            var bytes = Array(window[at...])
            let more = min(rest.count, max(size, count) - held)
            bytes.append(contentsOf: repeatElement(0, count: more))
            let got = try file.read(at: rest.lowerBound, count: more, into: &bytes, position: held)
            guard got == more else { throw FileError.cutShort(file.path) }
            rest = rest.lowerBound + more..<rest.upperBound
            window = bytes
            at = 0
        }

        /// Moves to the next group; false at the end.
        mutating func advance(_ size: Int) throws(FileError) -> Bool {
            let head = RegionSorter.Group.headBytes
            try fill(head, size)
            if window.count - at < head { return false }
            group = RegionSorter.Group(window, at: at)
            at += head
            return true
        }

        /// Appends the text of the group to a file.
        mutating func append(to output: TableFile, _ size: Int) throws(FileError) {
            var left = group.count
            while left > 0 {
                try fill(1, size)
                let part = min(left, window.count - at)
                guard part > 0 else { throw FileError.cutShort(file.path) }
                try output.append(window.span.extracting(at..<at + part))
                at += part
                left -= part
            }
        }
    }

    private var runs: [Run] = []
    /// Numbers of the runs that are not at their end, as a heap: the one with the least group first.
    private var heap: [Int] = []
    private let window: Int

    /// What messages call the file that is written.
    private let shown: String

    init(_ sorted: [RegionSorter.Runs], calling shown: String) throws(Failure) {
        self.shown = shown
        let count = sorted.reduce(0) { $0 + $1.ends.count }
        window = min(max(Self.memory / max(1, count), Self.windows.lowerBound), Self.windows.upperBound)
        for part in sorted {
            var start = 0
            for end in part.ends {
                runs.append(Run(file: part.file, rest: start..<end))
                start = end
            }
        }
        do throws(FileError) {
            for run in runs.indices where try runs[run].advance(window) { push(run) }
        } catch {
            throw error.outputFailure(shown: shown)
        }
    }

    /// Appends all lines to a file. `goesOn` is told the bytes of each group, and asked whether there is to be a next.
    mutating func append(to output: TableFile, _ goesOn: (_ bytes: Int) throws(Failure) -> Bool) throws(Failure) {
        while let run = heap.first {
            let bytes = runs[run].group.count
            do throws(FileError) {
                try runs[run].append(to: output, window)
                if try runs[run].advance(window) { sink() } else { pop() }
            } catch {
                throw error.outputFailure(shown: shown)
            }
            if try !goesOn(bytes) { return }
        }
    }

    private mutating func push(_ run: Int) {
        heap.append(run)
        var child = heap.count - 1
        while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sink()
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(heap[child], heap[least])
            {
                least = child
            }
            if least == parent { return }
            heap.swapAt(least, parent)
            parent = least
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool { runs[left].group < runs[right].group }
}
