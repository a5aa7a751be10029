/// Where two texts part: the first lines that differ, with a few beside them.
struct TextDifference: CustomStringConvertible {
    let description: String

    /// Nil where the texts are equal.
    init?(_ expected: String, _ actual: String) {
        guard expected != actual else { return nil }
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let start = zip(old, new).prefix { $0 == $1 }.count
        func shown(_ lines: [Substring], _ sign: String) -> String {
            lines.dropFirst(start).prefix(12).map { sign + $0 + "\n" }.joined()
        }
        description = "from line \(start + 1):\n" + shown(old, "- ") + shown(new, "+ ")
    }
}
