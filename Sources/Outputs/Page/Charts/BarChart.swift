import Diagnostics

/// Bars one below the other, each under its label and number, so that it reads on a phone as well.
struct BarChart {
    struct Bar {
        var label: String
        var figure: Figure
        /// What stands above the bar's end; nil: its number.
        var text: String?
        /// The length of the bar in hundredths of a percent of its track; nil: by its number, the greatest filling the
        /// track.
        var share: Int?
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
            drawing.text(bar.text ?? bar.figure.text(language), Self.width, top + 15, "end")
            drawing.rectangle(0, top + 21, Self.width, 9, "track", round: 2)
            let length =
                bar.text == nil
                ? Drawing.length(bar.figure.value ?? 0, of: most, whole: Self.width)
                : Drawing.length(bar.share ?? 0, of: 10_000, whole: Self.width)
            if length > 0 { drawing.rectangle(0, top + 21, length, 9, bar.kind, round: 2) }
        }
        return drawing.markup(title: title, text: text)
    }
}
