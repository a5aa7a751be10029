/// A regular expression of the RE2 kind, ready to search: time grows with pattern times text, never worse.
struct Pattern {
    private enum Step {
        case scalar(ScalarSet)
        case assertion(PatternNode.Assertion)
        /// Goes on at both.
        case fork(Int, Int)
        case found
    }

    /// The most steps a pattern may have once its repetitions are written out.
    static let mostSteps = 10_000

    private var steps: [Step] = []

    init(_ text: String) throws(OperationFailure) {
        try append(PatternParser.parse(text))
        steps.append(.found)
    }

    /// A measure of the work a search takes.
    func cost(of text: String) -> Int { steps.count * (text.utf8.count + 1) }

    private mutating func add(_ step: Step) throws(OperationFailure) {
        guard steps.count < Self.mostSteps else {
            throw PatternParser.failure(id: "pola terlalu besar", en: "the pattern is too large")
        }
        steps.append(step)
    }

    private mutating func append(_ node: PatternNode) throws(OperationFailure) {
        switch node {
        case .empty: break
        case .scalar(let set): try add(.scalar(set))
        case .assertion(let assertion): try add(.assertion(assertion))
        case .sequence(let parts): for part in parts { try append(part) }
        case .choice(let branches):
            var exits: [Int] = []
            for (index, branch) in branches.enumerated() {
                guard index < branches.count - 1 else {
                    try append(branch)
                    break
                }
                let fork = steps.count
                try add(.fork(fork + 1, 0))
                try append(branch)
                exits.append(steps.count)
                try add(.fork(0, 0))
                steps[fork] = .fork(fork + 1, steps.count)
            }
            for exit in exits { steps[exit] = .fork(steps.count, steps.count) }
        case .repetition(let part, let least, let most):
            for _ in 0..<least { try append(part) }
            if let most {
                var forks: [Int] = []
                for _ in least..<most {
                    forks.append(steps.count)
                    try add(.fork(0, 0))
                    try append(part)
                }
                for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
            } else {
                let fork = steps.count
                try add(.fork(0, 0))
                try append(part)
                try add(.fork(fork, fork))
                steps[fork] = .fork(fork + 1, steps.count)
            }
        }
    }

    /// Whether the pattern occurs anywhere in the text.
    func occurs(in text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var current = Places(count: steps.count)
        var following = Places(count: steps.count)
        for position in 0...scalars.count {
            if reach(0, at: position, in: scalars, &current) { return true }
            guard position < scalars.count else { break }
            following.removeAll()
            for place in current.members {
                if case .scalar(let set) = steps[place], set.contains(scalars[position]),
                    reach(place + 1, at: position + 1, in: scalars, &following)
                {
                    return true
                }
            }
            swap(&current, &following)
        }
        return false
    }

    /// Adds every step that can be reached without reading; true where the end is among them.
    private func reach(
        _ start: Int, at position: Int, in scalars: [Unicode.Scalar], _ places: inout Places
    ) -> Bool {
        var pending = [start]
        while let place = pending.popLast() {
            guard places.insert(place) else { continue }
            switch steps[place] {
            case .scalar: break
            case .fork(let one, let other):
                pending.append(one)
                pending.append(other)
            case .assertion(let assertion):
                if Self.holds(assertion, at: position, in: scalars) { pending.append(place + 1) }
            case .found: return true
            }
        }
        return false
    }

    private static func holds(
        _ assertion: PatternNode.Assertion, at position: Int, in scalars: [Unicode.Scalar]
    ) -> Bool {
        let isEnd = position == scalars.count
        switch assertion {
        case .textStart: return position == 0
        case .textEnd: return isEnd
        case .lineStart: return position == 0 || scalars[position - 1] == "\n"
        case .lineEnd: return isEnd || scalars[position] == "\n"
        case .wordBoundary, .noWordBoundary:
            let before = position > 0 && scalars[position - 1].isNamePart
            let after = !isEnd && scalars[position].isNamePart
            return (before != after) == (assertion == .wordBoundary)
        }
    }

    /// Steps the search stands at, each once.
    private struct Places {
        var members: [Int] = []
        private var isMember: [Bool]

        init(count: Int) {
            isMember = Array(repeating: false, count: count)
        }

        mutating func insert(_ place: Int) -> Bool {
            guard !isMember[place] else { return false }
            isMember[place] = true
            members.append(place)
            return true
        }

        mutating func removeAll() {
            for place in members { isMember[place] = false }
            members.removeAll(keepingCapacity: true)
        }
    }
}
