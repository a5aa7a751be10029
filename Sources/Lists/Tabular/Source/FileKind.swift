/// What a file is by its first bytes, whatever its name says.
enum FileKind: Equatable, Sendable {
    case text
    case utf16(bigEndian: Bool)
    /// A ZIP archive, perhaps a workbook.
    case archive
    case foreign(Foreign)

    /// Kinds that are told and not read.
    enum Foreign: Equatable, Sendable {
        case oldExcel, encrypted, webPage, xmlSpreadsheet, dbase, pdf, rtf, compressed, image
    }

    /// - Parameters:
    ///   - head: the first bytes, some MiB of them.
    ///   - tail: the last bytes, for what old Office files keep there.
    init(_ head: [UInt8], tail: [UInt8] = []) {
        if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .archive
        } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            let isEncrypted = Self.holds("EncryptedPackage", head) || Self.holds("EncryptedPackage", tail)
            self = .foreign(isEncrypted ? .encrypted : .oldExcel)
        } else if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16(bigEndian: false)
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16(bigEndian: true)
        } else if let kind = Self.markedKind(head) {
            self = .foreign(kind)
        } else if let bigEndian = Self.unmarkedUTF16(head) {
            self = .utf16(bigEndian: bigEndian)
        } else if Self.isDBase(head) {
            self = .foreign(.dbase)
        } else {
            self = .text
        }
    }

    private static func markedKind(_ head: [UInt8]) -> Foreign? {
        let compressed: [[UInt8]] = [
            [0x1F, 0x8B, 8], [0x52, 0x61, 0x72, 0x21, 0x1A], [0x37, 0x7A, 0xBC, 0xAF], [0xFD, 0x37, 0x7A, 0x58],
            [0x28, 0xB5, 0x2F, 0xFD],
        ]
        if compressed.contains(where: head.starts) { return .compressed }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) || head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .image }
        if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if head.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        return markup(head)
    }

    /// A list never begins with a tag: web pages that were saved as a spreadsheet do.
    private static func markup(_ head: [UInt8]) -> Foreign? {
        var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < head.count, head[start] <= 32 { start += 1 }
        guard start + 1 < head.count, head[start] == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: head[start...].prefix(2048), as: UTF8.self).lowercased()
        if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .xmlSpreadsheet }
        let tags = [
            "<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<?xml", "<div", "<!--", "<tr",
        ]
        return tags.contains(where: text.hasPrefix) ? .webPage : nil
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

    /// A table of dBASE or FoxPro: version, a date, and a header that ends where it says.
    private static func isDBase(_ head: [UInt8]) -> Bool {
        guard head.count > 66, [0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8B, 0xF5].contains(head[0]),
            1...12 ~= head[2], 1...31 ~= head[3]
        else { return false }
        let header = Int(head[8]) | Int(head[9]) << 8
        return header >= 65 && header <= head.count && (head[header - 1] == 13 || head.prefix(header).contains(13))
    }

    /// Whether bytes hold a name as old Office files write names: two bytes a letter.
    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        let sought = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        guard bytes.count >= sought.count else { return false }
        var at = 0
        while let place = bytes[at...].firstIndex(of: sought[0]), place + sought.count <= bytes.count {
            if bytes[place..<(place + sought.count)].elementsEqual(sought) { return true }
            at = place + 1
        }
        return false
    }
}
