/// What a reader of a page, or of a drawing in it, sees and hears: its texts in their order, one a line, and the labels
/// that its drawings have for who cannot see them.
enum PageWords {
    static func of(_ markup: String) -> String {
        var lines: [String] = []
        var rest = markup[...]
        var hidden: String?
        while let open = rest.firstIndex(of: "<") {
            if hidden == nil { add(rest[..<open], to: &lines) }
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            let name = String(tag.prefix { !$0.isWhitespace && $0 != ">" })
            if let ended = hidden {
                if name == "/" + ended { hidden = nil }
            } else if ["style", "script"].contains(name) {
                hidden = name
            }
            for label in ["aria-label=\"", "placeholder=\""] {
                if let start = tag.firstRange(of: label) {
                    add(tag[start.upperBound...].prefix { $0 != "\"" }, to: &lines, mark: "* ")
                }
            }
            rest = rest[rest.index(after: close)...]
        }
        add(rest, to: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func add(_ text: Substring, to lines: inout [String], mark: String = "") {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return }
        let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        lines.append(mark + named.reduce(words) { $0.replacing($1.0, with: $1.1) })
    }
}
