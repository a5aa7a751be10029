import Foundation

/// A workbook the program wrote, taken apart: its parts, and the texts of its sheets.
struct WrittenWorkbook {
    struct NoWorkbook: Error {}

    private var packed: [(name: String, bytes: [UInt8], isDeflated: Bool)] = []

    init(_ bytes: [UInt8]) throws {
        func number(_ at: Int, _ count: Int) throws -> Int {
            guard at >= 0, at + count <= bytes.count else { throw NoWorkbook() }
            return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
        }
        guard
            let end = (0...max(0, bytes.count - 22)).reversed().first(where: {
                Array(bytes[$0..<min($0 + 4, bytes.count)]) == [0x50, 0x4B, 5, 6]
            })
        else { throw NoWorkbook() }
        var at = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            let (method, size) = (try number(at + 10, 2), try number(at + 20, 4))
            let (name, extra, comment) = (try number(at + 28, 2), try number(at + 30, 2), try number(at + 32, 2))
            let local = try number(at + 42, 4)
            let start = local + 30 + (try number(local + 26, 2)) + (try number(local + 28, 2))
            guard start + size <= bytes.count else { throw NoWorkbook() }
            packed.append(
                (
                    String(decoding: bytes[at + 46..<at + 46 + name], as: UTF8.self),
                    Array(bytes[start..<start + size]), method != 0
                ))
            at += 46 + name + extra + comment
        }
    }

    /// The workbook as an archive again.
    func bytes() throws -> [UInt8] {
        let parts = try packed.map {
            ZipArchive.Part(name: $0.name, bytes: $0.isDeflated ? try Inflate.bytes($0.bytes) : $0.bytes)
        }
        return ZipArchive(parts: parts).bytes
    }

    /// Every part as it was before it was packed.
    var inflated: [(name: String, bytes: [UInt8])] {
        get throws { try packed.map { ($0.name, $0.isDeflated ? try Inflate.bytes($0.bytes) : $0.bytes) } }
    }

    func text(_ name: String) throws -> String {
        guard let part = packed.first(where: { $0.name == name }) else { return "" }
        let bytes = part.isDeflated ? try Inflate.bytes(part.bytes) : part.bytes
        return String(decoding: bytes, as: UTF8.self).replacing(" xml:space=\"preserve\"", with: "")
    }

    /// Puts another text in the place of a part.
    mutating func replace(_ name: String, _ text: String) {
        for place in packed.indices where packed[place].name == name {
            packed[place] = (name, Array(text.utf8), false)
        }
    }

    var sheetNames: [String] {
        packed.map(\.name).filter { $0.hasPrefix("xl/worksheets/sheet") }.sorted {
            $0.count == $1.count ? $0 < $1 : $0.count < $1.count
        }
    }

    /// Formulas that stand in the sheets.
    func formulas() throws -> [String] {
        try sheetNames.flatMap { Self.pieces(try text($0), "<f>", "</f>").map(Self.plain) }
    }

    private func shared() throws -> [String] {
        Self.pieces(try text("xl/sharedStrings.xml"), "<si>", "</si>").map { item in
            Self.plain(Self.pieces(item, "<t>", "</t>").joined())
        }
    }

    /// Texts of a sheet by row and column (`A` = 0); numbers as they are written.
    func rows(_ sheet: String) throws -> [[Int: String]] {
        let shared = try shared()
        return Self.pieces(try text(sheet), "<row ", "</row>").map { row in
            var cells: [Int: String] = [:]
            for cell in row.components(separatedBy: "<c ").dropFirst() {
                let letters = Self.pieces(cell, "r=\"", "\"").first?.prefix { $0.isLetter } ?? ""
                let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
                if let value = Self.pieces(cell, "<v>", "</v>").first {
                    cells[column] = cell.contains("t=\"s\"") ? Int(value).map { shared[$0] } ?? "" : value
                } else if let text = Self.pieces(cell, "<t>", "</t>").first {
                    cells[column] = Self.plain(text)
                }
            }
            return cells
        }
    }

    static func pieces(_ text: String, _ start: String, _ end: String) -> [String] {
        text.components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
