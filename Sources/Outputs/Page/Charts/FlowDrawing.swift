import Diagnostics

/// Everyone, parted into groups and the groups into outcomes: ribbons as wide as people are many.
struct FlowDrawing {
    struct Leaf {
        var label: String
        var persons: Int
        var kind: String
    }

    struct Group {
        var label: String
        var persons: Int
        var leaves: [Leaf]
    }

    var id: String
    var title: String
    var text: String
    var root: String
    var groups: [Group]
    var language: Language

    private static let width = 460
    private static let node = 14
    private static let columns = (root: 0, groups: 120, leaves: 236)
    /// The height of everyone, in units.
    private static let full = 300
    private static let gap = 14

    var markup: Markup {
        let persons = groups.reduce(0) { $0 + $1.persons }
        func height(_ part: Int) -> Int { Drawing.length(part, of: persons, whole: Self.full) }
        var drawing = Drawing(id: id, width: Self.width)
        let top = 40
        // Where the leaves lie decides how high the drawing is.
        var y = top
        var places: [[Int]] = []
        for group in groups {
            var own: [Int] = []
            for leaf in group.leaves {
                own.append(y)
                y += max(height(leaf.persons), Self.least(leaf))
            }
            places.append(own)
            y += Self.gap
        }
        drawing.height = max(y, top + Self.full + groups.count * Self.gap) + 4
        var rootAt = top + (y - top - Self.full) / 2
        rootAt = max(top, rootAt)
        drawing.rectangle(Self.columns.root, rootAt, Self.node, height(persons), "node")
        drawing.text(root, 0, 15, "strong")
        drawing.text(Figures.count(persons, language), 0, 32)
        var from = rootAt
        for (place, group) in groups.enumerated() {
            let first = places[place].first ?? top
            let last =
                zip(places[place], group.leaves).map { $0 + max(height($1.persons), Self.least($1)) }.last ?? first
            let groupAt = first + max(0, last - first - height(group.persons)) / 2
            drawing.path(
                Self.ribbon(
                    Self.columns.root + Self.node, from, Self.columns.groups, groupAt, height(group.persons)), "flow")
            from += height(group.persons)
            drawing.rectangle(Self.columns.groups, groupAt, Self.node, height(group.persons), "node")
            var leafFrom = groupAt
            for (leaf, at) in zip(group.leaves, places[place]) {
                let high = height(leaf.persons)
                let room = max(high, Self.least(leaf))
                let middle = at + (room - high) / 2
                if high > 0 {
                    drawing.path(
                        Self.ribbon(Self.columns.groups + Self.node, leafFrom, Self.columns.leaves, middle, high),
                        "flow")
                    drawing.rectangle(Self.columns.leaves, middle, Self.node, high, leaf.kind)
                }
                leafFrom += high
                let lines = Self.lines(leaf)
                var line = at + (room - 17 * (lines.count + 1)) / 2 + 13
                drawing.text(Figures.count(leaf.persons, language), Self.columns.leaves + Self.node + 8, line, "strong")
                for words in lines {
                    line += 17
                    drawing.text(words, Self.columns.leaves + Self.node + 8, line, "small")
                }
            }
            let label = group.label + " " + Figures.count(group.persons, language)
            for (line, words) in Drawing.lines(label, room: 15).enumerated() {
                drawing.text(words, Self.columns.groups, max(14, groupAt - 24) + line * 15, "small")
            }
        }
        return drawing.markup(title: title, text: text)
    }

    private static func lines(_ leaf: Leaf) -> [String] { Drawing.lines(leaf.label, room: 27) }

    /// No leaf is nearer to the next than its number and label are high.
    private static func least(_ leaf: Leaf) -> Int { 17 * (lines(leaf).count + 1) + 8 }

    /// A band that leaves one node level and reaches another level.
    private static func ribbon(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ height: Int) -> String {
        let middle = (x1 + x2) / 2
        return "M\(x1) \(y1)C\(middle) \(y1) \(middle) \(y2) \(x2) \(y2)V\(y2 + height)"
            + "C\(middle) \(y2 + height) \(middle) \(y1 + height) \(x1) \(y1 + height)Z"
    }
}
