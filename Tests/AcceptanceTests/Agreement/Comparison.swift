/// Differences between a run and the second reading, gathered so that a test shows the first few and counts
/// the rest.
struct Comparison {
    static let shown = 25

    private(set) var differences: [String] = []
    private(set) var compared = 0

    mutating func expect(_ actual: String?, _ expected: String, _ place: @autoclosure () -> String) {
        compared += 1
        guard actual != expected else { return }
        // The place of a difference may take long to tell; the first few are enough.
        let place = differences.count < Comparison.shown ? place() : "…"
        differences.append("\(place): program \(shown(actual)), second reading \(shown(expected))")
    }

    mutating func expect(_ actual: Int?, _ expected: Int, _ place: @autoclosure () -> String) {
        expect(actual.map(String.init), String(expected), place())
    }

    mutating func note(_ difference: String) {
        differences.append(difference)
    }

    private func shown(_ text: String?) -> String {
        text.map { "'" + $0 + "'" } ?? "nothing"
    }

    var summary: String {
        let first = differences.prefix(Comparison.shown).map { "  " + $0.replacing("\n", with: "⏎") }
        return (["\(differences.count) differences in \(compared) values"] + first).joined(separator: "\n")
    }
}
