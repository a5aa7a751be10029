import Columns
import Diagnostics
import Linkage

/// One thread's lines of one result file on their way into region order, where their rows are decided in another order;
/// under one region for all, into the order of the lists.
///
/// Lines gather in memory. What outgrows it goes, put in order, to a nameless file as one run; `RegionMerge` reads the
/// runs of all threads side by side.
struct RegionSorter: Sendable {
    /// Lines of rows of one region that follow each other in one block.
    struct Group: Sendable {
        var region: UInt64
        /// Of the first row.
        var position: RowPosition
        /// Bytes of text.
        var count: Int

        /// Bytes of a group's head in a run.
        static let headBytes = 24

        init(region: UInt64, position: RowPosition, count: Int) {
            self.region = region
            self.position = position
            self.count = count
        }

        /// The head that stands at `at`.
        init(_ bytes: [UInt8], at: Int) {
            func word(_ place: Int) -> UInt64 {
                (0..<8).reduce(0) { $0 | UInt64(bytes[at + place * 8 + $1]) << UInt64($1 * 8) }
            }
            self.init(region: word(0), position: word(1), count: Int(truncatingIfNeeded: word(2)))
        }

        func append(to bytes: inout [UInt8]) {
            for word in [region, position, UInt64(count)] {
                for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
            }
        }

        static func < (left: Self, right: Self) -> Bool {
            (left.region, left.position) < (right.region, right.position)
        }
    }

    /// Runs in order, one after the other in a file.
    struct Runs: Sendable {
        var file: InputFile
        /// Where each run ends.
        var ends: [Int]
    }

    /// Text that is held before it goes to the file.
    private let capacity: Int
    private let folder: String
    private var lines = LineBuffer()
    /// Groups of `lines`, with where their text begins there.
    private var groups: [(group: Group, start: Int)] = []
    private var file: SpoolFile?
    private var ends: [Int] = []

    /// - Parameter folder: where a nameless file may lie.
    init(in folder: String, capacity: Int = 1 << 20) {
        self.folder = folder
        self.capacity = capacity
    }

    /// Takes in the lines that `write` appends: rows of one region that follow each other in one block, the first of
    /// them at `position`.
    mutating func add(
        region: UInt64, position: RowPosition, _ write: (inout LineBuffer) -> Void
    ) throws(FileError) {
        let start = lines.count
        write(&lines)
        groups.append((Group(region: region, position: position, count: lines.count - start), start))
        if lines.count >= capacity { try flush() }
    }

    /// What was taken in; nil where that is nothing.
    mutating func finish() throws(FileError) -> Runs? {
        try flush()
        lines = LineBuffer()
        guard let file = try file?.finish(calling: folder) else { return nil }
        self.file = nil
        return Runs(file: file, ends: ends)
    }

    private mutating func flush() throws(FileError) {
        if groups.isEmpty { return }
        let file: SpoolFile
        if let known = self.file { file = known } else { file = try SpoolFile(in: folder) }
        self.file = file
        groups.sort { $0.group < $1.group }
        let text = lines.contents
        var head: [UInt8] = []
        for (group, start) in groups {
            head.removeAll(keepingCapacity: true)
            group.append(to: &head)
            try file.append(head.span)
            try file.append(text.span.extracting(start..<start + group.count))
        }
        ends.append(file.byteCount)
        groups.removeAll(keepingCapacity: true)
        lines.removeAll()
    }
}
