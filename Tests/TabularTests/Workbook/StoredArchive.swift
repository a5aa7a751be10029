import Columns

@testable import Tabular

/// A ZIP archive written by hand, so that it can lie.
struct StoredArchive {
    struct Part {
        var name: String
        var bytes: [UInt8]
        var isDeflated = false
        var flags = 0
        var method: Int?
        var declared: Int?
        var sum: UInt32?
        /// Where its local header is said to stand; nil for where it does.
        var offset: Int?
        /// Sizes and offset in eight bytes each.
        var isWide = false
    }

    var parts: [Part]
    var comment: [UInt8] = []

    init(_ parts: Part...) { self.parts = parts }

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = part.offset ?? out.count
            let data = part.isDeflated ? Self.deflated(part.bytes) : part.bytes
            let sum = part.sum ?? Inflater.sum(part.bytes.span, after: 0)
            let size = part.declared ?? part.bytes.count
            let name = Array(part.name.utf8)
            let method = part.method ?? (part.isDeflated ? 8 : 0)
            let head = Self.number(20, 2) + Self.number(part.flags, 2) + Self.number(method, 2) + Self.number(0, 4)
            let sums = Self.number(Int(sum), 4) + Self.number(data.count, 4) + Self.number(size, 4)
            out += [0x50, 0x4B, 3, 4] + head + sums + Self.number(name.count, 2) + [0, 0] + name + data
            let unknown = [UInt8](repeating: 0xFF, count: 4)
            let wide =
                Self.number(1, 2) + Self.number(24, 2) + Self.number(size, 8) + Self.number(data.count, 8)
                + Self.number(offset, 8)
            directory += [0x50, 0x4B, 1, 2, 20, 0] + head
            directory += part.isWide ? Self.number(Int(sum), 4) + unknown + unknown : sums
            directory += Self.number(name.count, 2) + Self.number(part.isWide ? wide.count : 0, 2) + Self.number(0, 10)
            directory += (part.isWide ? unknown : Self.number(offset, 4)) + name + (part.isWide ? wide : [])
        }
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(parts.count, 2) + Self.number(parts.count, 2)
            + Self.number(directory.count, 4) + Self.number(out.count, 4) + Self.number(comment.count, 2)
        return out + directory + end + comment
    }

    func file() throws -> InputFile {
        let spool = try SpoolFile(in: SheetReading.folder)
        try spool.append(bytes.span)
        return try spool.finish(calling: "archive")
    }

    /// DEFLATE of stored blocks.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(60_000)
            rest = rest.dropFirst(60_000)
            out += [rest.isEmpty ? 1 : 0] + number(block.count, 2) + number(~block.count, 2) + block
        } while !rest.isEmpty
        return out
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
