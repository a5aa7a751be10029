import Foundation

/// Everything that tests say the program says: their literals, and the texts that they compare with. Blanks and line ends
/// are one blank, since a terminal's lines are broken where they are full; `\` is nothing, since JSON adds it.
struct ShownTexts {
    /// As much as a gap may stand for.
    static let longestGap = 300
    /// Texts are looked up by as many bytes; one without so many in a row says nothing by itself.
    private static let gram = 4

    private var shown: [UInt8] = []
    /// Where four bytes stand.
    private var places: [UInt32: [Int]] = [:]

    /// All that stands under `Tests`.
    init() throws {
        for file in try SourceFiles.under("Tests", endings: [".swift"]) {
            for text in SwiftTokens.texts(SwiftTokens(file.bytes).tokens) { append(text) }
        }
        for file in try SourceFiles.under("Tests", endings: [".expected", ".txt"]) { append(file.bytes) }
    }

    init(_ texts: [String]) {
        for text in texts { append(Array(text.utf8)) }
    }

    private mutating func append(_ text: [UInt8]) {
        let start = shown.count
        shown += ShownTexts.folded(text)
        var key: UInt32 = 0
        for place in start..<shown.count {
            key = key << 8 | UInt32(shown[place])
            let first = place - ShownTexts.gram + 1
            if first >= start { places[key, default: []].append(first) }
        }
        shown.append(0x0A)
    }

    /// Whether a text occurs whole: its parts in their order, with something or nothing in each gap.
    func hold(_ text: [UInt8]) -> Bool {
        let parts = ShownTexts.folded(text).split(separator: SwiftTokens.gap).map { Array($0) }
        var rarest: (part: Int, offset: Int, places: [Int])?
        for (number, part) in parts.enumerated() {
            var key: UInt32 = 0
            for (offset, byte) in part.enumerated() {
                key = key << 8 | UInt32(byte)
                guard offset + 1 >= ShownTexts.gram else { continue }
                let found = places[key] ?? []
                if found.isEmpty { return false }
                if found.count < rarest?.places.count ?? .max {
                    rarest = (number, offset + 1 - ShownTexts.gram, found)
                }
            }
        }
        guard let rarest else { return true }
        let beginsBare = text.first != SwiftTokens.gap
        let endsBare = text.last != SwiftTokens.gap
        return rarest.places.contains { place in
            let start = place - rarest.offset
            guard begins(parts[rarest.part], at: start) else { return false }
            var first = start
            for part in parts[..<rarest.part].reversed() {
                let reach = max(0, first - ShownTexts.longestGap - part.count)...max(0, first - part.count)
                guard let before = reach.reversed().first(where: { begins(part, at: $0) }) else { return false }
                first = before
            }
            var end = start + parts[rarest.part].count
            for part in parts[(rarest.part + 1)...] {
                guard let next = (end...(end + ShownTexts.longestGap)).first(where: { begins(part, at: $0) }) else {
                    return false
                }
                end = next + part.count
            }
            return !(beginsBare && isInsideWord(first)) && !(endsBare && isInsideWord(end))
        }
    }

    private func begins(_ part: [UInt8], at start: Int) -> Bool {
        guard start >= 0, start + part.count <= shown.count else { return false }
        for (offset, byte) in part.enumerated() where shown[start + offset] != byte { return false }
        return true
    }

    /// Whether a place lies between two letters or digits.
    private func isInsideWord(_ place: Int) -> Bool {
        func isLetter(_ place: Int) -> Bool {
            guard shown.indices.contains(place) else { return false }
            let byte = shown[place]
            return byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        }
        return isLetter(place - 1) && isLetter(place)
    }

    private static func folded(_ text: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        for byte in text {
            if byte == UInt8(ascii: "\\") { continue }
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isBlank { folded.append(byte) } else if folded.last != 0x20 { folded.append(0x20) }
        }
        return folded
    }
}
