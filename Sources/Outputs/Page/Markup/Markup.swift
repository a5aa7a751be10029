/// A piece of a page. Text gets into it escaped, so that nothing of a list can become an element.
struct Markup: Sendable {
    private(set) var source: String

    static let nothing = Markup(source: "")

    private init(source: String) {
        self.source = source
    }

    /// Text as it reads.
    static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

    /// An element with its attributes in the order given; those without a value are left out.
    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [Markup]
    ) -> Markup {
        var source = "<" + name
        for (key, value) in attributes {
            if let value { source += " \(key)=\"\(escaped(value))\"" }
        }
        if voidElements.contains(name) { return Markup(source: source + ">") }
        if children.isEmpty, shapes.contains(name) { return Markup(source: source + "/>") }
        source += ">"
        for child in children { source += child.source }
        return Markup(source: source + "</\(name)>" + (blocks.contains(name) ? "\n" : ""))
    }

    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: Markup...
    ) -> Markup {
        element(name, attributes, children)
    }

    static func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String
    ) -> Markup {
        element(name, attributes, [.text(text)])
    }

    /// Style, script or a drawing of our own: taken as it stands, never of a list.
    static func own(_ source: String) -> Markup { Markup(source: source) }

    static func joined(_ parts: [Markup]) -> Markup {
        var source = ""
        for part in parts { source += part.source }
        return Markup(source: source)
    }

    static func + (left: Markup, right: Markup) -> Markup { Markup(source: left.source + right.source) }

    private static let voidElements: Set<String> = ["br", "hr", "input", "meta"]
    private static let shapes: Set<String> = ["rect", "path", "line"]
    /// A line break after these keeps the page readable as text.
    private static let blocks: Set<String> = [
        "p", "h1", "h2", "h3", "section", "header", "footer", "nav", "main", "ul", "li", "dl", "div", "tr", "table",
        "thead", "tbody", "tfoot", "caption", "svg", "figure", "text",
    ]

    private static func escaped(_ text: String) -> String {
        var out = ""
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            // What nobody sees or a page may not hold, and marks that turn the direction of reading.
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}", "\u{FEFF}":
                out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
