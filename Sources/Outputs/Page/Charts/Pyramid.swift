import Diagnostics

/// Men to the left, women to the right, the old above the young; numbers at the outer edges.
struct Pyramid {
    struct Row {
        var label: String
        var male: Figure
        var female: Figure
        var isFirstTime: Bool
    }

    var id: String
    var title: String
    var text: String
    var headings: (male: String, female: String)
    /// From the foot up.
    var rows: [Row]
    var language: Language

    private static let width = 460
    private static let step = 27
    private static let top = 26
    /// Room for the labels in the middle, and for a number at either side.
    private static let middle = 104
    private static let edge = 60

    var markup: Markup {
        var drawing = Drawing(id: id, width: Self.width, height: Self.top + rows.count * Self.step + 2)
        let center = Self.width / 2
        let (left, right) = (center - Self.middle / 2, center + Self.middle / 2)
        let room = left - Self.edge
        drawing.text(headings.male, left, 15, "end strong")
        drawing.text(headings.female, right, 15, "strong")
        let most = rows.flatMap { [$0.male.value ?? 0, $0.female.value ?? 0] }.max() ?? 0
        for (place, row) in rows.reversed().enumerated() {
            let y = Self.top + place * Self.step
            let kind = row.isFirstTime ? "first" : "people"
            let (men, women) = (
                Drawing.length(row.male.value ?? 0, of: most, whole: room),
                Drawing.length(row.female.value ?? 0, of: most, whole: room)
            )
            drawing.text(row.label, center, y + 16, "middle")
            if men > 0 { drawing.rectangle(left - men, y + 2, men, Self.step - 7, kind) }
            if women > 0 { drawing.rectangle(right, y + 2, women, Self.step - 7, kind) }
            drawing.text(row.male.text(language), left - men - 6, y + 16, "end")
            drawing.text(row.female.text(language), right + women + 6, y + 16)
        }
        drawing.line(left, Self.top, left, Self.top + rows.count * Self.step, "axis")
        drawing.line(right, Self.top, right, Self.top + rows.count * Self.step, "axis")
        return drawing.markup(title: title, text: text)
    }
}
