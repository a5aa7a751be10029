extension Lowering {
    /// Up to so many codes in the lists of a kernel; longer lists go by a table.
    private static let shortList = 12
    /// The largest table over two coded facts.
    private static let largestPairTable = 4096

    private func words(of name: String) -> (slot: Int, words: [String])? {
        guard let fact = layout[name], case .code(let words) = fact.storage else { return nil }
        return (fact.slot, words)
    }

    /// Everything that rests on one coded fact alone, of whatever form: what it comes to for each word.
    mutating func lowerCoded(_ node: Node, _ name: String) -> Value? {
        guard let (slot, words) = words(of: name) else { return nil }
        let outcomes = truths(of: node, rows: [(name, [nil] + words.prefix(255).map { $0 })], count: words.count + 1)
        if let first = outcomes.first, outcomes.allSatisfy({ $0 == first }) { return .constant(first) }
        func codes(_ truth: Truth) -> [UInt8] {
            outcomes.indices.filter { outcomes[$0] == truth }.map { UInt8(truncatingIfNeeded: $0) }
        }
        let (yes, no, unknown) = (codes(.yes), codes(.no), codes(.unknown))
        if min(yes.count, no.count) + unknown.count <= Self.shortList {
            return yes.count <= no.count
                ? emit(.codes(slot: slot, wanted: yes, unknown: unknown))
                : emit(.codes(slot: slot, wanted: no, unknown: unknown)).negated
        }
        let table = outcomes.map(\.rawValue) + Array(repeating: 0, count: 256 - outcomes.count)
        return emit(.table(slot: slot, table: table))
    }

    /// An operation on two coded facts.
    mutating func lowerPair(_ node: Node, _ columns: [String]) -> Value? {
        guard columns.count == 2, let (left, first) = words(of: columns[0]),
            let (right, second) = words(of: columns[1]),
            (first.count + 1) * (second.count + 1) <= Self.largestPairTable
        else { return nil }
        let ones: [String?] = [nil] + first
        let others: [String?] = [nil] + second
        let outcomes = truths(
            of: node,
            rows: [
                (columns[0], ones.flatMap { one in others.map { _ in one } }),
                (columns[1], ones.flatMap { _ in others }),
            ], count: ones.count * others.count)
        return emit(.pairs(left: left, right: right, table: outcomes.map(\.rawValue), width: others.count))
    }

    /// What a node comes to for each row of words; nil is unknown.
    private func truths(of node: Node, rows: [(name: String, words: [String?])], count: Int) -> [Truth] {
        var columns: [String: [CELOutcome]] = [:]
        for (name, words) in rows { columns[name] = words.map { $0.map { .value(.string($0)) } ?? .unknown } }
        for fact in layout.facts {
            if case .constant(let value) = fact.storage {
                columns[fact.name] = Array(repeating: .value(value), count: count)
            }
        }
        var evaluator = Evaluator(rows: count, facts: columns, leapDay: leapDay)
        return evaluator.column(node).map { Truth($0) }
    }
}
