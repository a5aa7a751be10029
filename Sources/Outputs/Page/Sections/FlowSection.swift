import ReportData
import Rules
import RunFolder

extension PageSection {
    /// How everyone is parted into outcomes.
    static func flow(_ page: PageContext) -> PageSection {
        let outcomes = page.outcomes
        let figures = page.figures
        var table = PageTable(
            caption: page.text("Orang menurut hasil", "People by outcome"),
            columns: [
                .text(page.text("Hasil", "Outcome")), .number(page.text("Orang", "People")),
                .number(page.text("Bagian dari terdaftar", "Share of listed")),
            ], isSortable: false)
        for term in outcomes {
            let mark = Markup.element("span", ["class": "mark \(page.kind(term))", "aria-hidden": "true"], "")
            let count = figures.outcome(term.id)
            table.rows.append([
                .markup(mark + .text(page.text(term.title))), page.cell(count),
                page.shareCell(count, of: figures.total(.persons)),
            ])
        }
        table.totals = [
            [
                .text(page.text("Seluruhnya", "All")), page.cell(figures.total(.persons)),
                page.shareCell(figures.total(.persons), of: figures.total(.persons)),
            ]
        ]
        let title = page.text("Dari terdaftar menjadi hasil", "From listed to outcome")
        let isWhole = outcomes.allSatisfy { figures.outcome($0.id).value != nil }
        guard isWhole, figures.total(.persons).value ?? 0 > 0 else {
            return PageSection(
                id: "flow", title: page.text("Alur hasil", "Flow of outcomes"),
                body: [
                    .paragraph(
                        page.text(
                            "Tanpa gambar: sebagian angka disembunyikan, dan lebar pita akan membukanya.",
                            "Not drawn: some figures are hidden, and the widths of ribbons would give them away."),
                        "note"), table.markup,
                ])
        }
        func group(_ words: String, _ isMember: (OutcomeTerm) -> Bool) -> FlowDrawing.Group {
            let leaves = outcomes.filter(isMember).map {
                FlowDrawing.Leaf(
                    label: page.text($0.title), persons: figures.outcome($0.id).value ?? 0, kind: page.kind($0))
            }
            return FlowDrawing.Group(label: words, persons: leaves.reduce(0) { $0 + $1.persons }, leaves: leaves)
        }
        let drawing = FlowDrawing(
            id: "flow-chart", title: title,
            text: outcomes.map { "\(page.text($0.title)): \(page.number(figures.outcome($0.id)))" }
                .joined(separator: "; ") + ".",
            root: page.text("Terdaftar", "Listed"),
            groups: [
                group(page.text("Memenuhi syarat", "Eligible"), \.eligible),
                group(page.text("Tidak memenuhi syarat", "Not eligible")) { !$0.eligible },
            ], language: page.language)
        return PageSection(
            id: "flow", title: page.text("Alur hasil", "Flow of outcomes"),
            body: [.pair(drawing.markup, table.markup)])
    }
}
