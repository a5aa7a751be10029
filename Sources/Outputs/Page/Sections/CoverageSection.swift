import ReportData
import Rules
import RunFolder

extension PageSection {
    /// Coverage by area: those with most people not recorded first.
    static func coverage(_ page: PageContext) -> PageSection {
        let level = page.levels.main
        let areas = page.source.areas.areas(level)
        let sorted = sorted(page, areas, level)
        let words = page.name(level)
        let title = page.text("Cakupan menurut \(words)", "Coverage, by \(words)")
        let worst = sorted.prefix(3).map {
            "\(page.region($0.code)) \(page.number(page.figures.area($0.code, .notRecorded, level: level)))"
        }
        let chart = BarChart(
            id: "coverage-chart", title: title,
            text: page.text("Terbanyak belum tercakup: ", "Most not covered: ") + worst.joined(separator: "; ")
                + page.text(". Semua angka ada di tabel.", ". All figures are in the table."),
            bars: sorted.map { area in
                let rest = page.figures.area(area.code, .notRecorded, level: level)
                return BarChart.Bar(
                    label: page.region(area.code), figure: rest,
                    text: page.text(
                        "\(coverage(page, area.code, level)) · belum \(page.number(rest))",
                        "\(coverage(page, area.code, level)) · \(page.number(rest)) not yet"),
                    share: share(page, area.code, level), kind: "ready0")
            }, language: page.language)
        var body: [Markup] = [
            .paragraph(
                page.text(
                    "Cakupan = sudah rekam / memenuhi syarat. Belum tercakup = memenuhi syarat − sudah rekam: belum rekam, perekaman bermasalah, atau belum dapat dipastikan. Garis penuh = 100 %. Urut dari yang terbanyak belum tercakup.",
                    "Coverage = recorded / eligible. Not covered = eligible − recorded: not recorded, recording failed, or not yet verified. The whole track is 100%. Most people not covered first."
                )),
            .pair(chart.markup, table(page, sorted, level).markup),
        ]
        if !page.isPublic, level == .kabupaten { body.append(outcomes(page, areas).markup) }
        return PageSection(
            id: "coverage", title: page.text("Cakupan per \(words)", "Coverage by \(words)"), body: body)
    }

    /// The areas below, where the run is about one kabupaten or kecamatan: in order of their codes, to look them up.
    static func detail(_ page: PageContext) -> PageSection? {
        guard let level = page.levels.detail else { return nil }
        return PageSection(
            id: "detail", title: page.text("Cakupan per \(page.name(level))", "Coverage by \(page.name(level))"),
            body: [table(page, page.source.areas.areas(level), level, within: page.levels.main).markup])
    }

    /// Hidden numbers come last, by code: their order must not tell their size.
    private static func sorted(
        _ page: PageContext, _ areas: [AreaTable.Area], _ level: AreaTable.Level
    ) -> [AreaTable.Area] {
        areas.enumerated().sorted { left, right in
            let one = page.figures.area(left.element.code, .notRecorded, level: level).value ?? -1
            let other = page.figures.area(right.element.code, .notRecorded, level: level).value ?? -1
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
    }

    private static func share(_ page: PageContext, _ code: String, _ level: AreaTable.Level) -> Int? {
        page.hundredths(
            page.figures.area(code, .recorded, level: level), of: page.figures.area(code, .eligible, level: level),
            rest: page.figures.area(code, .notRecorded, level: level))
    }

    private static func coverage(_ page: PageContext, _ code: String, _ level: AreaTable.Level) -> String {
        page.share(
            page.figures.area(code, .recorded, level: level), of: page.figures.area(code, .eligible, level: level),
            rest: page.figures.area(code, .notRecorded, level: level))
    }

    private static func table(
        _ page: PageContext, _ areas: [AreaTable.Area], _ level: AreaTable.Level, within: AreaTable.Level? = nil
    ) -> PageTable {
        var table = PageTable(
            caption: page.text("Cakupan per \(page.name(level))", "Coverage by \(page.name(level))"),
            columns: [.text(page.heading(level))] + (within.map { [.text(page.heading($0))] } ?? []) + [
                .number(page.text("Memenuhi syarat", "Eligible")), .number(page.text("Sudah rekam", "Recorded")),
                .number(page.text("Belum tercakup", "Not covered")), .number(page.text("Cakupan", "Coverage")),
            ])
        table.isOfAreas = true
        func cells(_ eligible: Figure, _ recorded: Figure, _ rest: Figure) -> [PageTable.Cell] {
            [
                page.cell(eligible), page.cell(recorded), page.cell(rest),
                page.shareCell(recorded, of: eligible, rest: rest),
            ]
        }
        for area in areas {
            let upper = within.map { [PageTable.Cell.text(page.region(String(area.code.prefix($0.rawValue))))] } ?? []
            table.rows.append(
                [.text(page.region(area.code))] + upper
                    + cells(
                        page.figures.area(area.code, .eligible, level: level),
                        page.figures.area(area.code, .recorded, level: level),
                        page.figures.area(area.code, .notRecorded, level: level)))
        }
        table.totals = [
            [.text(page.text("Seluruhnya", "All"))] + (within == nil ? [] : [.text("")])
                + cells(
                    page.figures.total(.eligible), page.figures.total(.recorded), page.figures.total(.notRecorded))
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
