/// Differences between runs and the second reading, by kind: how many, and where the first one stands. Rows and ids
/// alone, no cell.
struct DifferenceTable {
    private var kinds: [String: (count: Int, first: String)] = [:]
    private(set) var compared = 0

    var isEmpty: Bool { kinds.isEmpty }

    mutating func expect(_ actual: String?, _ expected: String, _ kind: String, at place: @autoclosure () -> String) {
        compared += 1
        guard actual != expected else { return }
        note(kind, at: "\(place()): program \(actual ?? "nothing"), second reading \(expected)")
    }

    mutating func expect(_ actual: Int?, _ expected: Int, _ kind: String, at place: @autoclosure () -> String) {
        expect(actual.map(String.init), String(expected), kind, at: place())
    }

    mutating func note(_ kind: String, at place: @autoclosure () -> String) {
        if let known = kinds[kind] {
            kinds[kind] = (known.count + 1, known.first)
        } else {
            kinds[kind] = (1, place())
        }
    }

    mutating func add(_ other: DifferenceTable) {
        compared += other.compared
        for (kind, found) in other.kinds {
            let known = kinds[kind]
            kinds[kind] = ((known?.count ?? 0) + found.count, known?.first ?? found.first)
        }
    }

    /// One line a kind, the most frequent first.
    var summary: String {
        let lines = kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { kind, found in
            "\(found.count)\t\(kind)\t\(found.first)"
        }
        return (["\(lines.count) kinds of difference in \(compared) values"] + lines).joined(separator: "\n")
    }
}
