import ReportData
import Rules
import RunFolder

extension PageSection {
    /// Coverage by kabupaten/kota: those with most people not recorded first.
    static func coverage(_ page: PageContext) -> PageSection {
        let figures = page.figures
        let areas = page.source.areas.areas(.kabupaten)
        // Hidden numbers come last, by code: their order must not tell their size.
        let sorted = areas.enumerated().sorted { left, right in
            let one = figures.area(left.element.code, .notRecorded).value ?? -1
            let other = figures.area(right.element.code, .notRecorded).value ?? -1
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        let title = page.text("Belum tercakup menurut kabupaten/kota", "People not covered, by kabupaten/kota")
        let worst = sorted.prefix(3).map {
            "\(page.region($0.code)) \(page.number(figures.area($0.code, .notRecorded)))"
        }
        let chart = BarChart(
            id: "coverage-chart", title: title,
            text: page.text("Terbanyak: ", "Most: ") + worst.joined(separator: "; ")
                + page.text(". Semua angka ada di tabel.", ". All figures are in the table."),
            bars: sorted.map { area in
                BarChart.Bar(
                    label: page.region(area.code), figure: figures.area(area.code, .notRecorded),
                    note: page.text("cakupan ", "coverage ") + coverage(page, area.code))
            }, language: page.language)
        var body: [Markup] = [
            .paragraph(
                page.text(
                    "Cakupan = sudah rekam / memenuhi syarat. Belum tercakup = memenuhi syarat − sudah rekam: belum rekam, perekaman bermasalah, atau belum dapat dipastikan. Urut dari yang terbanyak.",
                    "Coverage = recorded / eligible. Not covered = eligible − recorded: not recorded, recording failed, or not yet verified. Most people first."
                )),
            .pair(chart.markup, table(page, sorted).markup),
        ]
        if !page.isPublic { body.append(outcomes(page, areas).markup) }
        return PageSection(
            id: "coverage", title: page.text("Cakupan per kabupaten/kota", "Coverage by kabupaten/kota"), body: body)
    }

    private static func coverage(_ page: PageContext, _ code: String) -> String {
        page.share(
            page.figures.area(code, .recorded), of: page.figures.area(code, .eligible),
            rest: page.figures.area(code, .notRecorded))
    }

    private static func table(_ page: PageContext, _ areas: [AreaTable.Area]) -> PageTable {
        let figures = page.figures
        var table = PageTable(
            caption: page.text("Cakupan per kabupaten/kota", "Coverage by kabupaten/kota"),
            columns: [
                .text(page.text("Kabupaten/kota", "Kabupaten/kota")), .number(page.text("Memenuhi syarat", "Eligible")),
                .number(page.text("Sudah rekam", "Recorded")), .number(page.text("Belum tercakup", "Not covered")),
                .number(page.text("Cakupan", "Coverage")),
            ])
        table.isOfAreas = true
        for area in areas {
            let (eligible, recorded, rest) = (
                figures.area(area.code, .eligible), figures.area(area.code, .recorded),
                figures.area(area.code, .notRecorded)
            )
            table.rows.append([
                .text(page.region(area.code)), page.cell(eligible), page.cell(recorded), page.cell(rest),
                page.shareCell(recorded, of: eligible, rest: rest),
            ])
        }
        let (eligible, recorded, rest) = (
            figures.total(.eligible), figures.total(.recorded), figures.total(.notRecorded)
        )
        table.totals = [
            [
                .text(page.text("Seluruhnya", "All")), page.cell(eligible), page.cell(recorded), page.cell(rest),
                page.shareCell(recorded, of: eligible, rest: rest),
            ]
        ]
        return table
    }

    /// Every outcome by kabupaten, for the office.
    private static func outcomes(_ page: PageContext, _ areas: [AreaTable.Area]) -> PageTable {
        var table = PageTable(
            caption: page.text("Hasil per kabupaten/kota", "Outcomes by kabupaten/kota"),
            columns: [.text(page.text("Kabupaten/kota", "Kabupaten/kota"))]
                + page.outcomes.map { .number(page.text($0.title)) })
        table.isOfAreas = true
        for area in areas {
            table.rows.append(
                [.text(page.region(area.code))]
                    + page.outcomes.map { page.cell(page.figures.area(area.code, outcome: $0.id)) })
        }
        table.totals = [
            [.text(page.text("Seluruhnya", "All"))] + page.outcomes.map { page.cell(page.figures.outcome($0.id)) }
        ]
        return table
    }
}
