import Columns
import FoundationEssentials
import Linkage
import Tabular

/// How much memory a run may use, and whether its index of NIKs must therefore be cut into parts.
public struct MemoryBudget: Hashable, Sendable {
    public let bytes: Int

    /// Less is refused: it is about what a run needs beside the index, however few people there are.
    public static let smallest = 64 << 20

    /// A part's index is never asked to be smaller: more parts would save nothing.
    private static let smallestIndex = 8 << 10

    public init(bytes: Int) {
        self.bytes = max(bytes, Self.smallest)
    }

    /// Half of the machine's memory, or of what its control group allows this process.
    public static var standard: MemoryBudget {
        MemoryBudget(bytes: min(Int(clamping: ProcessInfo.processInfo.physicalMemory), groupLimit ?? .max) / 2)
    }

    /// The limit that a container or a service manager has set.
    private static var groupLimit: Int? {
        for path in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            let digits = bytes.prefix { 0x30...0x39 ~= $0 }
            if let limit = Int(String(decoding: digits, as: UTF8.self)), limit > 0 { return limit }
        }
        return nil
    }

    /// The parts to cut the index into; nil where it fits as a whole.
    ///
    /// - Parameters:
    ///   - people: rows of the population lists.
    ///   - hasBirths: whether birth dates are kept beside NIKs.
    func partitions(people: Int, hasBirths: Bool = false) -> NIKPartitions? {
        let room = max(bytes - Self.smallest, Self.smallestIndex)
        let index = KeyIndex.bytes(expected: people, hasNotes: hasBirths)
        if index <= room { return nil }
        // Half the room for the index of a part, the rest for what is read and written beside it.
        return NIKPartitions(max(2, (index + room / 2 - 1) / (room / 2)))
    }

    /// Bytes of shared texts of workbooks that stay in memory while lists are opened, when little else does.
    public var sharedTexts: Int { min(bytes / 4, ListFile.usualTextMemory) }

    /// Rows with equal NIKs that are compared at a time: a row takes some 200 bytes while it is.
    var equalRows: Int { max(bytes / 8 / 200, 1 << 14) }

    /// Bytes, or a number with K, M, G or T (steps of 1024): `300M`, `8G`, `1.5G`, `1,5G`; nil for anything else.
    public static func bytes(_ text: String) -> Int? {
        var digits = Array(text.uppercased().utf8)
        var unit = 1.0
        if let place = [UInt8](arrayLiteral: 0x4B, 0x4D, 0x47, 0x54).firstIndex(where: { $0 == digits.last }) {
            unit = [1024, 1_048_576, 1_073_741_824, 1_099_511_627_776][place]
            digits.removeLast()
        }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == 0x2E || $0 == 0x2C }
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.count <= 15 }),
            parts.joined().allSatisfy({ 0x30...0x39 ~= $0 }), parts.count == 1 || unit > 1
        else { return nil }
        let number = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
        guard let value = Double(number), value * unit < 1e18 else { return nil }
        return Int(value * unit)
    }
}
