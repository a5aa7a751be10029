/// What a file is by its first bytes, whatever its name says.
enum FileKind: Equatable, Sendable {
    case text
    case utf16(bigEndian: Bool)
    /// A ZIP archive, perhaps a workbook.
    case archive
    /// Told and not read.
    case foreign(ForeignFormat)

    /// - Parameters:
    ///   - head: the first bytes, some MiB of them.
    ///   - tail: the last bytes from a multiple of 128 on, for what old Office files keep there.
    init(_ head: [UInt8], tail: [UInt8] = []) {
        if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .archive
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .foreign(.ofContainer(head, tail: tail))
        } else if let format = ForeignFormat.ofBytes(head) ?? ForeignFormat.ofMarkup(head) {
            self = .foreign(format)
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16(bigEndian: false)
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16(bigEndian: true)
        } else if Self.isUnmarkedUTF32(head) {
            self = .foreign(.utf32)
        } else if let bigEndian = Self.unmarkedUTF16(head) {
            self = .utf16(bigEndian: bigEndian)
        } else if Self.isDBase(head) {
            self = .foreign(.dbase)
        } else if Self.isSYLK(head) {
            self = .foreign(.sylk)
        } else if Self.isDIF(head) {
            self = .foreign(.dif)
        } else {
            self = .text
        }
    }

    /// UTF-16 without a byte order mark: every other byte of Latin text is 0.
    private static func unmarkedUTF16(_ head: [UInt8]) -> Bool? {
        let window = head.prefix(4096)
        guard window.count >= 16 else { return nil }
        var zeros = [0, 0]
        for (place, byte) in window.enumerated() where byte == 0 { zeros[place & 1] += 1 }
        let half = window.count / 2
        if zeros[1] * 3 >= half * 2, zeros[0] * 8 <= half { return false }
        if zeros[0] * 3 >= half * 2, zeros[1] * 8 <= half { return true }
        return nil
    }

    /// UTF-32 without a byte order mark: three of four bytes are 0, the same three in every four.
    private static func isUnmarkedUTF32(_ head: [UInt8]) -> Bool {
        let window = head.prefix(4096)
        guard window.count >= 16 else { return false }
        var letters = [0, 0, 0, 0]
        for (place, byte) in window.enumerated() where byte != 0 { letters[place & 3] += 1 }
        let quarter = window.count / 4
        return (letters[0] >= quarter && letters[1...].allSatisfy { $0 == 0 })
            || (letters[3] >= quarter && letters[..<3].allSatisfy { $0 == 0 })
    }

    /// A table of dBASE or FoxPro: version, a date, a header that ends where it says, and zeros where they must be, which
    /// no text has.
    private static func isDBase(_ head: [UInt8]) -> Bool {
        guard head.count > 66, [0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0xF5].contains(head[0]),
            1...12 ~= head[2], 1...31 ~= head[3], head[12] == 0, head[13] == 0
        else { return false }
        let header = Int(head[8]) | Int(head[9]) << 8
        return header >= 65 && header <= head.count && (head[header - 1] == 13 || head.prefix(header).contains(13))
    }

    /// `ID;P` and the program that wrote it, then records of one letter: a list whose first heading is `ID` goes on
    /// otherwise.
    private static func isSYLK(_ head: [UInt8]) -> Bool {
        guard head.starts(with: Array("ID;P".utf8)) else { return false }
        let lines = Self.lines(head)
        guard lines.count > 1 else { return false }
        let fields = lines[0].split(separator: ";").dropFirst(2)
        let kinds = ["P", "F", "B", "C", "O", "NN", "NE", "NU", "W"]
        return fields.allSatisfy { $0 == "N" || $0 == "E" }
            && kinds.contains(String(lines[1].prefix { $0 != ";" })) && lines[1].contains(";")
    }

    /// `TABLE`, and the version in the line below.
    private static func isDIF(_ head: [UInt8]) -> Bool {
        guard head.starts(with: Array("TABLE".utf8)) else { return false }
        let lines = Self.lines(head)
        return lines.count > 1 && lines[0] == "TABLE" && lines[1] == "0,1"
    }

    /// The first lines of a text.
    private static func lines(_ head: [UInt8]) -> [String] {
        String(decoding: head.prefix(512), as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
}
