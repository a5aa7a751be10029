/// A table of the page: complete as it stands; the page's script adds sorting and filtering.
struct PageTable {
    struct Column {
        var heading: String
        var isNumber = false

        static func text(_ heading: String) -> Column { Column(heading: heading) }
        static func number(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
    }

    struct Cell {
        var content: Markup
        /// By what the column sorts; nil sorts by the text.
        var order: Int?
        /// Long runs of digits may break anywhere.
        var isCode = false

        static func text(_ text: String) -> Cell { Cell(content: .text(text)) }
        static func code(_ text: String) -> Cell { Cell(content: .text(text), isCode: true) }
        static func markup(_ content: Markup) -> Cell { Cell(content: content) }
    }

    /// What the table is called; read out by screen readers, shown above it.
    var caption: String
    var columns: [Column]
    var rows: [[Cell]] = []
    /// Totals, which stay at the foot however the rows are sorted.
    var totals: [[Cell]] = []
    /// Rows are areas, whose names should not break where there is room.
    var isOfAreas = false
    /// Sorting and filtering make no sense for a table whose order says something.
    var isSortable = true

    /// From this many rows on there is something to filter.
    private static let leastFiltered = 15
    /// With more columns a table is wider than a telephone, and says so.
    private static let mostNarrow = 5
    /// Rows that stay together on paper.
    private static let mostShort = 14

    var markup: Markup {
        let kind = [
            "data", isOfAreas ? "areas" : nil, isSortable ? "sortable" : nil,
            isSortable && rows.count >= Self.leastFiltered ? "filterable" : nil,
        ]
        let head = Markup.element(
            "thead", [:],
            .element(
                "tr", [:],
                columns.map { .element("th", ["scope": "col", "class": $0.isNumber ? "n" : nil], $0.heading) }))
        var parts: [Markup] = [
            .element("caption", [:], caption), head, .element("tbody", [:], rows.map(line)),
        ]
        if !totals.isEmpty { parts.append(.element("tfoot", [:], totals.map(line))) }
        let frame = [
            "scroll", columns.count > Self.mostNarrow ? "broad" : nil, rows.count <= Self.mostShort ? "short" : nil,
        ]
        return .element(
            "div",
            [
                "class": frame.compactMap { $0 }.joined(separator: " "), "tabindex": "0", "role": "region",
                "aria-label": caption, "data-scroll": columns.count > Self.mostNarrow ? "← →" : nil,
            ],
            .element("table", ["class": kind.compactMap { $0 }.joined(separator: " ")], parts))
    }

    private func line(_ cells: [Cell]) -> Markup {
        .element(
            "tr", [:],
            cells.enumerated().map { place, cell in
                let isNumber = columns.indices.contains(place) && columns[place].isNumber
                let kind = isNumber ? "n" : cell.isCode ? "code" : nil
                let order = cell.order.map(String.init)
                return place == 0
                    ? .element("th", ["scope": "row", "class": kind, "data-v": order], cell.content)
                    : .element("td", ["class": kind, "data-v": order], cell.content)
            })
    }
}
