public import Diagnostics

/// The text of one rule document, able to say in which line and column a byte stands.
public final class Document: Sendable {
    /// The file's path as the user would type it.
    public let name: String
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices {
            let isBreak =
                bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isBreak { starts.append(index + 1) }
        }
        lineStarts = starts
    }

    /// Line and column (first = 1, columns in Unicode scalars) of the byte at `offset`.
    public func location(at offset: Int) -> SourceLocation {
        let line = self.line(at: offset)
        let column = bytes[lineStarts[line]..<clamped(offset)].count { $0 & 0xC0 != 0x80 } + 1
        return SourceLocation(file: name, row: line + 1, column: String(column))
    }

    /// The line `range` begins in, with the part of `range` that stands in it marked. A long line is cut on both sides.
    ///
    /// - Parameter asShape: kinds of characters stand for the text: of a file that may be a list of people.
    public func excerpt(_ range: Range<Int>, asShape: Bool = false) -> Excerpt {
        let line = self.line(at: range.lowerBound)
        let start = clamped(range.lowerBound)
        var lineEnd = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
        while lineEnd > lineStarts[line], bytes[lineEnd - 1] == 0x0A || bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        let from = min(boundary(max(lineStarts[line], start - 100)), start)
        let to = max(boundary(min(lineEnd, start + 120)), start)
        let end = min(max(range.upperBound, start), to)
        if asShape {
            let parts = [from..<start, start..<end, end..<to].map {
                TextShape.of(String(decoding: bytes[$0], as: UTF8.self))
            }
            return Excerpt(line: parts.joined(), indent: parts[0].count, width: max(1, parts[1].count))
        }
        return Excerpt(
            line: shown(from..<to), indent: shown(from..<start).count, width: max(1, shown(start..<end).count))
    }

    /// The first line that is not UTF-8; nil if all are.
    public var brokenLine: Range<Int>? {
        for (index, start) in lineStarts.enumerated() {
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { return start..<end }
        }
        return nil
    }

    private func clamped(_ offset: Int) -> Int { min(max(0, offset), bytes.count) }

    private func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The next place at or after `offset` where a character of UTF-8 begins.
    private func boundary(_ offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }

    /// Text as a terminal may show it: tabs as blanks, other control characters as dots.
    private func shown(_ range: Range<Int>) -> String {
        let text = TextShape.withoutNumbers(String(decoding: bytes[range], as: UTF8.self))
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: shown.append(" ")
            case 0x00..<0x20, 0x7F..<0xA0: shown.append("·")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}

/// A place in a rule document, and the path of keys that leads there: `requirements[2].holds`.
public struct Spot: Sendable {
    public let document: Document
    public let range: Range<Int>
    public let path: String
    /// Whether an excerpt shows what kinds of characters stand there, and no text.
    let showsShape: Bool

    public init(document: Document, range: Range<Int>, path: String, showsShape: Bool = false) {
        self.document = document
        self.range = range
        self.path = path
        self.showsShape = showsShape
    }

    public var location: SourceLocation { document.location(at: range.lowerBound) }

    /// A finding at this place; the message begins with the path.
    public func finding(_ code: String, severity: Severity = .error, _ message: Bilingual, remedy: Bilingual? = nil)
        -> Finding
    {
        let prefix = path.isEmpty ? "" : "\(path): "
        return Finding(
            code: code, severity: severity,
            message: Bilingual(id: prefix + message.indonesian, en: prefix + message.english),
            remedy: remedy, location: location, excerpt: document.excerpt(range, asShape: showsShape))
    }
}

/// Everything found while rule documents are read and checked: all problems at once.
public final class FindingLog {
    public private(set) var findings: [Finding] = []

    public init() {}

    public func add(_ finding: Finding) { findings.append(finding) }

    public func add(_ code: String, at spot: Spot, _ message: Bilingual, remedy: Bilingual? = nil) {
        findings.append(spot.finding(code, message, remedy: remedy))
    }

    /// "X is not known", with the nearest known word.
    public func addUnknown(
        _ code: String, at spot: Spot, _ word: String, what: Bilingual, among known: some Sequence<String>
    ) {
        let remedy = NearMiss.suggestion(for: word, among: known).map {
            Bilingual(id: "mungkin maksudnya '\($0)'", en: "did you mean '\($0)'")
        }
        add(
            code, at: spot,
            Bilingual(
                id: "\(what.indonesian) '\(word)' tidak dikenal", en: "unknown \(what.english) '\(word)'"),
            remedy: remedy)
    }
}
