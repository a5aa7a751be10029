import Diagnostics
import ReportData
import RoleLists
import RunFolder

extension PageSection {
    /// Whether every row and every person is accounted for, and how the figures stand to published ones.
    static func reconciliation(_ page: PageContext) -> PageSection {
        let figures = page.figures
        let rows = page.source.figures.rows
        var table = PageTable(
            caption: page.text(
                "Setiap baris dan setiap orang terhitung", "Every row and every person is accounted for"),
            columns: [
                .text(page.text("Persamaan", "Equation")), .number(page.text("Kiri", "Left")),
                .text(page.text("Kanan", "Right")), .text(page.text("Hasil", "Result")),
            ], isSortable: false)
        // Rows that nothing was decided from are the office's affair.
        for line in Reconciliation(page.source).lines where !page.isPublic || line.left != nil {
            let parts = line.parts.map { part -> String in
                switch part {
                case .rows(let count): Figures.count(count, page.language)
                case .total(let total): page.number(figures.total(total))
                case .outcome(let id): page.number(figures.outcome(id))
                }
            }
            table.rows.append([
                .text(line.title), page.cell(line.left.map(figures.total) ?? .shown(rows.read)),
                .text(parts.joined(separator: " + ")),
                .text(line.holds ? page.text("cocok", "holds") : page.text("tidak cocok", "does not hold")),
            ])
        }
        var body = [table.markup]
        if !page.official.lines.isEmpty { body += published(page) }
        return PageSection(id: "reconciliation", title: page.text("Rekonsiliasi", "Reconciliation"), body: body)
    }

    /// Published figures beside ours, where ours may be seen.
    private static func published(_ page: PageContext) -> [Markup] {
        var table = PageTable(
            caption: page.text("Dibandingkan dengan angka resmi", "Compared with official totals"),
            columns: [
                .text(page.text("Wilayah", "Region")), .number(page.text("Memenuhi syarat", "Eligible")),
                .number(page.text("Resmi", "Official")), .number(page.text("Selisih", "Difference")),
                .number(page.text("Sudah rekam", "Recorded")), .number(page.text("Resmi", "Official")),
                .number(page.text("Selisih", "Difference")),
                .number(page.text("Selisih di dalam angka resmi", "Official: own difference")),
            ], isSortable: false)
        let areas = page.source.areas.areas(.kabupaten).map(\.code).filter { !$0.isEmpty }
        for code in [""] + areas {
            guard let line = page.official.lines[code] else { continue }
            func figure(_ total: Total) -> Figure {
                code.isEmpty ? page.figures.total(total) : page.figures.area(code, total)
            }
            func cells(_ ours: Figure, _ theirs: Int?) -> [PageTable.Cell] {
                let difference = ours.value.flatMap { value in theirs.map { value - $0 } }
                return [
                    page.cell(ours), theirs.map(page.cell) ?? .text("–"),
                    difference.map(page.cell) ?? .text("–"),
                ]
            }
            table.rows.append(
                [.text(code.isEmpty ? page.text("Seluruhnya", "All") : page.region(code))]
                    + cells(figure(.eligible), line.eligible) + cells(figure(.recorded), line.recorded)
                    + [line.ownDifference.map(page.cell) ?? .text("–")])
        }
        return [
            .paragraph(
                page.text(
                    "Angka resmi diketik oleh pengguna dan tidak diperiksa. Selisih sendiri = memenuhi syarat − sudah rekam − belum rekam menurut angka resmi itu.",
                    "Official totals were typed in by the user and not checked. Own difference = eligible − recorded − not recorded by those totals."
                ), "note"), table.markup,
        ]
    }
}
