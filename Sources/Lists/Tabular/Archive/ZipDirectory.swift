import Columns

/// The parts of a ZIP archive, as its central directory lists them (APPNOTE.TXT 4.3, ZIP64 among it).
///
/// Nothing is believed that cannot be: parts lie within the file, before the directory, and none over another, so that
/// no byte of the file is inflated twice.
struct ZipDirectory: Sendable {
    struct Part: Sendable {
        var name: String
        /// Where its local header stands.
        var offset: Int
        /// Bytes it takes in the file.
        var stored: Int
        /// Bytes it says it inflates to.
        var size: Int
        /// 0 = stored as it is, 8 = deflated.
        var method: Int
        /// CRC-32 of the inflated bytes.
        var sum: UInt32
        var isEncrypted: Bool
    }

    let parts: [Part]

    /// The longest comment behind the end record.
    private static let longestComment = 65_535
    /// A longer directory is no workbook's.
    private static let longestDirectory = 16 << 20

    init(_ file: InputFile) throws(WorkbookProblem) {
        let end = try ZipEnd(file, longestComment: Self.longestComment)
        guard end.directorySize <= Self.longestDirectory else { throw .damagedArchive }
        let bytes = try ZipBytes(file, at: end.directoryOffset, count: end.directorySize)
        var parts: [Part] = []
        var at = 0
        while at < bytes.count {
            guard bytes.count - at >= 46, bytes.number(at, 4) == 0x0201_4B50 else { throw .damagedArchive }
            let name = bytes.number(at + 28, 2)
            let extra = bytes.number(at + 30, 2)
            let length = 46 + name + extra + bytes.number(at + 32, 2)
            guard bytes.count - at >= length else { throw .damagedArchive }
            var part = Part(
                name: bytes.text(at + 46, name), offset: bytes.number(at + 42, 4), stored: bytes.number(at + 20, 4),
                size: bytes.number(at + 24, 4), method: bytes.number(at + 10, 2),
                sum: UInt32(truncatingIfNeeded: bytes.number(at + 16, 4)),
                isEncrypted: bytes.number(at + 8, 2) & 1 == 1)
            try Self.widen(&part, bytes, (at + 46 + name)..<(at + 46 + name + extra))
            parts.append(part)
            at += length
        }
        try Self.check(parts, before: end.directoryOffset)
        self.parts = parts
    }

    /// Takes numbers of eight bytes from the extra field where those of four do not suffice.
    private static func widen(_ part: inout Part, _ bytes: ZipBytes, _ extra: Range<Int>) throws(WorkbookProblem) {
        let unknown = 0xFFFF_FFFF
        guard part.size == unknown || part.stored == unknown || part.offset == unknown else { return }
        var at = extra.lowerBound
        while at + 4 <= extra.upperBound {
            let length = bytes.number(at + 2, 2)
            var field = at + 4
            guard field + length <= extra.upperBound else { break }
            if bytes.number(at, 2) == 1 {
                let last = field + length
                for place in [\Part.size, \Part.stored, \Part.offset] where part[keyPath: place] == unknown {
                    guard field + 8 <= last else { throw .damagedArchive }
                    part[keyPath: place] = bytes.number(field, 8)
                    field += 8
                }
                return
            }
            at = field + length
        }
    }

    private static func check(_ parts: [Part], before end: Int) throws(WorkbookProblem) {
        var last = 0
        for part in parts.sorted(by: { $0.offset < $1.offset }) {
            guard part.offset >= last, part.size >= 0, part.stored >= 0, part.stored <= end,
                part.offset <= end - part.stored
            else { throw .damagedArchive }
            last = part.offset + max(1, part.stored)
        }
    }
}

/// The record at the end of a ZIP archive, which says where the directory stands.
private struct ZipEnd {
    var directoryOffset: Int
    var directorySize: Int

    private static let record = 22
    private static let locator = 20

    init(_ file: InputFile, longestComment: Int) throws(WorkbookProblem) {
        let window = min(file.size, longestComment + Self.record + Self.locator)
        let base = file.size - window
        let tail = try ZipBytes(file, at: base, count: window)
        guard let at = Self.place(tail) else { throw .damagedArchive }
        directorySize = tail.number(at + 12, 4)
        directoryOffset = tail.number(at + 16, 4)
        var limit = base + at
        let entries = tail.number(at + 10, 2)
        if entries == 0xFFFF || directorySize == 0xFFFF_FFFF || directoryOffset == 0xFFFF_FFFF,
            at >= Self.locator, tail.number(at - Self.locator, 4) == 0x0706_4B50
        {
            let place = tail.number(at - Self.locator + 8, 8)
            guard place >= 0, place <= limit - 56 else { throw .damagedArchive }
            let wide = try ZipBytes(file, at: place, count: 56)
            guard wide.number(0, 4) == 0x0606_4B50 else { throw .damagedArchive }
            directorySize = wide.number(40, 8)
            directoryOffset = wide.number(48, 8)
            limit = place
        }
        guard directorySize >= 0, directoryOffset >= 0, directoryOffset <= limit,
            directorySize <= limit - directoryOffset
        else { throw .damagedArchive }
    }

    /// The last record whose comment ends with the file, or else the last one.
    private static func place(_ tail: ZipBytes) -> Int? {
        var found: Int?
        var at = tail.count - record
        while at >= 0 {
            if tail.number(at, 4) == 0x0605_4B50 {
                if at + record + tail.number(at + 20, 2) == tail.count { return at }
                found = found ?? at
            }
            at -= 1
        }
        return found
    }
}

/// Bytes of an archive, read as numbers (the lowest byte first).
struct ZipBytes {
    private let bytes: [UInt8]

    init(_ file: InputFile, at offset: Int, count: Int) throws(WorkbookProblem) {
        guard offset >= 0, count >= 0, count <= file.size, offset <= file.size - count else { throw .damagedArchive }
        var bytes = [UInt8](repeating: 0, count: count)
        let got: Int
        do { got = try file.read(at: offset, count: count, into: &bytes) } catch { throw .file(error) }
        guard got == count else { throw .damagedArchive }
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// A number of so many bytes; of eight, the highest bit makes it negative.
    func number(_ at: Int, _ width: Int) -> Int {
        guard at >= 0, at + width <= bytes.count else { return 0 }
        var value = 0
        for place in (at..<(at + width)).reversed() { value = value << 8 | Int(bytes[place]) }
        return value
    }

    func text(_ at: Int, _ count: Int) -> String {
        guard at >= 0, count >= 0, at + count <= bytes.count else { return "" }
        return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
    }
}
