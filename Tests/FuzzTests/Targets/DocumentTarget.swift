@testable import Documents

/// Texts as rule documents: a tree, or the place of the first error.
enum DocumentTarget {
    static func take(_ bytes: [UInt8]) {
        do throws(JSON5Problem) {
            check(try JSON5Parser.parse(bytes), bytes.count)
        } catch {
            precondition(error.range.lowerBound >= 0 && error.range.lowerBound <= bytes.count)
        }
    }

    /// Every value stands within the text and within what holds it.
    private static func check(_ node: JSON5Node, _ limit: Int) {
        precondition(node.range.lowerBound >= 0 && node.range.upperBound <= limit)
        switch node.value {
        case .array(let nodes): for inner in nodes { check(inner, node.range.upperBound) }
        case .object(let members): for member in members { check(member.value, node.range.upperBound) }
        case .number(let text): _ = JSON5Number.integer(text)
        case .null, .bool, .string: break
        }
    }
}
