import FoundationEssentials

/// One zone of the system's tz database, read from its TZif file (RFC 8536).
struct ZoneFile {
    /// Moments at which the offset changes, ascending.
    private let changes: [Int64]
    /// The offset from each of them on.
    private let offsets: [Int64]
    /// The offset before the first.
    private let first: Int64
    /// What holds after the last.
    private let tail: ZoneRule?

    private static let directories = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]

    /// Nil where the database has no such zone, or it cannot be read.
    init?(named name: String) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            !part.isEmpty && part.first != "."
                && part.unicodeScalars.allSatisfy { $0.isNamePart || $0 == "-" || $0 == "+" }
        }
        guard isName, name.utf8.count <= 100 else { return nil }
        for directory in Self.directories {
            if let data = FileManager.default.contents(atPath: "\(directory)/\(name)") {
                self.init(Array(data))
                return
            }
        }
        return nil
    }

    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let header = reader.header() else { return nil }
        guard header.version >= 2 else {
            guard let body = reader.body(header, width: 4) else { return nil }
            (changes, offsets, first) = body
            tail = nil
            return
        }
        // The first block repeats the second with 32-bit moments.
        guard reader.skip(header.size(width: 4)), let second = reader.header(),
            let body = reader.body(second, width: 8)
        else { return nil }
        (changes, offsets, first) = body
        tail = reader.footer().flatMap(ZoneRule.init)
    }

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int64 {
        guard let last = changes.last, seconds < last else { return tail?.offset(at: seconds) ?? offsets.last ?? first }
        // The first change after the moment, by halving.
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : offsets[low - 1]
    }

    private struct Header {
        var version: UInt8
        var utcMarks: Int
        var standardMarks: Int
        var leapSeconds: Int
        var changes: Int
        var types: Int
        var letters: Int

        func size(width: Int) -> Int {
            changes * (width + 1) + types * 6 + letters + leapSeconds * (width + 4) + standardMarks + utcMarks
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        mutating func skip(_ count: Int) -> Bool {
            guard count <= bytes.count - at else { return false }
            at += count
            return true
        }

        /// A signed number, highest byte first. The caller has checked that it is there.
        mutating func number(width: Int) -> Int64 {
            var value: UInt64 = 0
            for byte in bytes[at..<(at + width)] { value = value << 8 | UInt64(byte) }
            at += width
            return Int64(bitPattern: value << UInt64(64 - 8 * width)) >> Int64(64 - 8 * width)
        }

        mutating func header() -> Header? {
            guard bytes.count - at >= 44, bytes[at..<(at + 4)].elementsEqual("TZif".utf8) else { return nil }
            let version = bytes[at + 4]
            at += 20
            let counts = (0..<6).map { _ in Int(number(width: 4)) }
            guard counts.allSatisfy({ 0...100_000 ~= $0 }) else { return nil }
            return Header(
                version: version == 0 ? 1 : version &- 48, utcMarks: counts[0], standardMarks: counts[1],
                leapSeconds: counts[2], changes: counts[3], types: counts[4], letters: counts[5])
        }

        mutating func body(_ header: Header, width: Int) -> ([Int64], [Int64], Int64)? {
            guard header.size(width: width) <= bytes.count - at, header.types > 0 else { return nil }
            let changes = (0..<header.changes).map { _ in number(width: width) }
            let kinds = (0..<header.changes).map { _ in
                defer { at += 1 }
                return Int(bytes[at])
            }
            let types = (0..<header.types).map { _ in
                defer { at += 2 }
                return number(width: 4)
            }
            guard kinds.allSatisfy({ $0 < types.count }) else { return nil }
            at += header.letters + header.leapSeconds * (width + 4) + header.standardMarks + header.utcMarks
            return (changes, kinds.map { types[$0] }, types[0])
        }

        /// The text between the line ends after the second block.
        mutating func footer() -> String? {
            guard at < bytes.count, bytes[at] == 10 else { return nil }
            return String(bytes[(at + 1)...].prefix { $0 != 10 }.map { Character(Unicode.Scalar($0)) })
        }
    }
}
