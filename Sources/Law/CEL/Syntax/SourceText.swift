import Diagnostics

/// The text of an expression as Unicode scalars, with the lines that findings point into.
struct SourceText {
    /// The longest text that is read, in Unicode scalars.
    static let longest = 100_000
    /// The longest line an excerpt shows, in characters; longer ones are cut around the caret.
    private static let widestExcerpt = 100

    let scalars: [Unicode.Scalar]
    let origin: SourceLocation
    /// Offset of the first scalar of each line.
    private let lineStarts: [Int]

    init(_ text: String, origin: SourceLocation) {
        let scalars = Array(text.unicodeScalars.prefix(Self.longest + 1))
        self.scalars = scalars
        self.origin = origin
        lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    var isTooLong: Bool { scalars.count > Self.longest }

    func text(_ place: Range<Int>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[place.clamped(to: 0..<scalars.count)])
        return text
    }

    func finding(_ problem: Problem) -> Finding {
        let start = min(problem.place.lowerBound, scalars.count)
        let line = (lineStarts.lastIndex { $0 <= start }) ?? 0
        let lineStart = lineStarts[line]
        let lineEnd = scalars[lineStart...].firstIndex(of: "\n") ?? scalars.count
        let indent = shown(lineStart..<start).count
        let end = min(max(problem.place.upperBound, start), max(lineEnd, start))
        let width = shown(start..<end).count

        var location = origin
        location.row = (origin.row ?? 1) + line
        let firstColumn = line == 0 ? origin.column.flatMap { Int($0) } ?? 1 : 1
        location.column = String(firstColumn + indent)
        return Finding(
            code: problem.code, message: problem.message, remedy: problem.remedy, location: location,
            excerpt: excerpt(Array(shown(lineStart..<lineEnd)), indent: indent, width: width))
    }

    /// Text as it can be shown on one line: control characters replaced, tabs one blank wide.
    private func shown(_ range: Range<Int>) -> String {
        var text = ""
        for scalar in scalars[range] {
            switch scalar {
            case "\t": text.unicodeScalars.append(" ")
            case "\r" where scalar == scalars[range].last: break
            case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": text.unicodeScalars.append("\u{FFFD}")
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private func excerpt(_ line: [Character], indent: Int, width: Int) -> Excerpt {
        guard line.count > Self.widestExcerpt else {
            return Excerpt(line: String(line), indent: indent, width: width)
        }
        let first = max(0, min(indent - Self.widestExcerpt / 2, line.count - Self.widestExcerpt))
        let last = min(line.count, first + Self.widestExcerpt)
        let head = first > 0 ? "…" : ""
        let tail = last < line.count ? "…" : ""
        return Excerpt(
            line: head + String(line[first..<last]) + tail, indent: indent - first + head.count,
            width: max(1, min(width, last - indent)))
    }
}
