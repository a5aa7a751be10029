import CEL
import Diagnostics
import Documents

/// Reads and types conditions over the facts of one ruleset, reporting problems where they stand in the document.
struct ConditionCheck {
    private let declarations: Declarations
    private let log: FindingLog

    init(layout: FactLayout, log: FindingLog) {
        declarations = Declarations(layout)
        self.log = log
    }

    /// The checked expression; nil after its problems are reported.
    ///
    /// - Parameter beforeConclusions: whether it is evaluated before it is known which requirements hold.
    func check(_ condition: Condition, beforeConclusions: Bool) -> CheckedExpression? {
        switch Expressions.check(condition.source, declarations: declarations, profile: .rules, expecting: .bool) {
        case .failure(let problems):
            for finding in problems.findings { log.add(condition.placed(finding)) }
            return nil
        case .success(let expression):
            guard beforeConclusions, let fact = expression.facts.sorted().first(where: FactNames.isConclusion) else {
                return expression
            }
            log.add(
                "conclusion_too_early", at: condition.spot,
                Bilingual(
                    id: "'\(fact)' belum diketahui di sini; hanya findings, attributes dan outcomes boleh memakainya",
                    en: "'\(fact)' is not known yet here; only findings, attributes and outcomes may use it"))
            return nil
        }
    }
}

extension Condition {
    /// A finding of the expression as one of the document: same words, the document's line and column.
    func placed(_ finding: Finding) -> Finding {
        let prefix = spot.path.isEmpty ? "" : "\(spot.path): "
        var placed = finding
        placed.message = Bilingual(id: prefix + finding.message.indonesian, en: prefix + finding.message.english)
        let line = finding.location?.row ?? 1
        let column = finding.location?.column.flatMap { Int($0) } ?? 1
        let range = bytes(line: line, column: column, width: finding.excerpt?.width ?? 1)
        placed.location = spot.document.location(at: range.lowerBound)
        placed.excerpt = spot.document.excerpt(range)
        return placed
    }

    /// The bytes of the document that hold `width` characters from a line and column of the expression on.
    private func bytes(line: Int, column: Int, width: Int) -> Range<Int> {
        var starts: [Int] = []
        var cursor = JSON5Cursor(spot.document.bytes, at: spot.range.lowerBound)
        cursor.advance()
        starts = cursor.scalarStarts(until: spot.range.upperBound - 1)
        let end = max(spot.range.lowerBound, spot.range.upperBound - 1)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard line >= 1, line <= lines.count else { return spot.range }
        let text = lines[line - 1]
        let before = lines[..<(line - 1)].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        func offset(_ characters: Int) -> Int {
            let scalars = before + text.prefix(max(0, characters)).unicodeScalars.count
            return scalars < starts.count ? starts[scalars] : end
        }
        let from = offset(column - 1)
        return from..<max(offset(column - 1 + width), from + 1)
    }
}

extension JSON5Cursor {
    /// Where each Unicode scalar of the text of a string begins that stands from here to `end`.
    mutating func scalarStarts(until end: Int) -> [Int] {
        var starts: [Int] = []
        while position < end {
            let start = position
            if byte == UInt8(ascii: "\\") {
                let count = (try? escapedScalars()) ?? 0
                starts.append(contentsOf: repeatElement(start, count: count))
            } else {
                advance(scalar?.length ?? 1)
                starts.append(start)
            }
        }
        return starts
    }
}
