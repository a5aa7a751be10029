import Diagnostics

/// Bars one below the other, each under its label and number, so that it reads on a phone as well.
struct BarChart {
    struct Bar {
        var label: String
        var figure: Figure
        /// Behind the number.
        var note = ""
        var kind = "people"
    }

    var id: String
    var title: String
    var text: String
    var bars: [Bar]
    var language: Language

    private static let width = 460
    private static let step = 38

    var markup: Markup {
        var drawing = Drawing(id: id, width: Self.width, height: bars.count * Self.step + 2)
        let most = bars.compactMap(\.figure.value).max() ?? 0
        for (place, bar) in bars.enumerated() {
            let top = place * Self.step
            drawing.text(bar.label, 0, top + 15)
            let number = bar.figure.text(language) + (bar.note.isEmpty ? "" : " · \(bar.note)")
            drawing.text(number, Self.width, top + 15, "end")
            drawing.rectangle(0, top + 21, Self.width, 9, "track", round: 2)
            let length = Drawing.length(bar.figure.value ?? 0, of: most, whole: Self.width)
            if length > 0 { drawing.rectangle(0, top + 21, length, 9, bar.kind, round: 2) }
        }
        return drawing.markup(title: title, text: text)
    }
}
