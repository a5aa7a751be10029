import Planning

/// A drawing of the page: an SVG element that says in words what it shows. Sizes are in units of its own; the page scales
/// it to the room there is.
struct Drawing {
    let id: String
    let width: Int
    var height: Int
    private var parts: [Markup] = []

    init(id: String, width: Int, height: Int = 0) {
        self.id = id
        self.width = width
        self.height = height
    }

    mutating func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ kind: String, round: Int? = nil) {
        parts.append(
            .element(
                "rect",
                [
                    "x": "\(x)", "y": "\(y)", "width": "\(max(0, width))", "height": "\(max(0, height))",
                    "rx": round.map(String.init), "class": kind,
                ], []))
    }

    mutating func text(_ text: String, _ x: Int, _ y: Int, _ kind: String? = nil) {
        parts.append(.element("text", ["x": "\(x)", "y": "\(y)", "class": kind], text))
    }

    mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ kind: String) {
        parts.append(
            .element("line", ["x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)", "class": kind], []))
    }

    mutating func path(_ path: String, _ kind: String) {
        parts.append(.element("path", ["d": path, "class": kind], []))
    }

    /// The drawing with its name and its words.
    func markup(title: String, text: String, kind: String? = nil) -> Markup {
        .element(
            "svg",
            [
                "viewBox": "0 0 \(width) \(height)", "role": "img", "class": kind, "id": id,
                "aria-labelledby": "\(id)-title \(id)-text",
            ],
            [
                .element("title", ["id": "\(id)-title"], title), .element("desc", ["id": "\(id)-text"], text),
            ] + parts)
    }

    /// A length that stands to `whole` as `part` to `most`; what there is any of can be seen.
    static func length(_ part: Int, of most: Int, whole: Int) -> Int {
        guard part > 0, most > 0 else { return 0 }
        return max(2, Share.scaled(min(part, most), times: whole, by: most) ?? whole)
    }

    /// Words in lines of at most `room` characters; a longer word has a line of its own.
    static func lines(_ text: String, room: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < room {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
