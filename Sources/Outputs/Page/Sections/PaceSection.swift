import Diagnostics
import Pace
import Planning
import ReportData
import Rules

extension PageSection {
    /// People still to record over time, and what is needed a day.
    static func pace(_ page: PageContext) -> PageSection? {
        guard let pace = page.pace else { return nil }
        let title = page.text("Laju perekaman", "Pace of recording")
        guard !page.isPublic || page.figures.hasOutstanding else {
            return PageSection(
                id: "pace", title: title,
                body: [
                    .paragraph(
                        page.text(
                            "Tidak ditampilkan untuk umum: sebagian angkanya kecil atau akan membuka angka kecil.",
                            "Not shown to the public: some of its figures are small, or would give small ones away."),
                        "note")
                ])
        }
        let report = pace.report
        let total = report.total
        var body: [Markup] = [.element("dl", [:], entries(page, pace))]
        let hasWeeks = !page.isPublic || page.figures.hasWeeks
        if !hasWeeks {
            body.append(
                .paragraph(
                    page.text(
                        "Tanpa grafik: sebagian minggu hanya memuat beberapa orang.",
                        "Not drawn: some weeks are of a few people only."), "note"))
        } else if let chart = BurndownChart(report, language: page.language) {
            var table = PageTable(
                caption: page.text("Angka pada grafik", "Figures of the chart"),
                columns: [
                    .text(page.text("Garis", "Line")), .text(page.text("Tanggal", "Day")),
                    .number(page.text("Harus rekam atau rekam ulang", "To record, or to record again")),
                ])
            for row in chart.table { table.rows.append([.text(row.line), .text(row.day), page.cell(row.left)]) }
            body.append(
                .element(
                    "div", ["class": "over wide"],
                    .element("figure", [:], .element("div", ["class": "drawing"], .own(chart.svg))), table.markup))
        }
        if !page.isPublic, !report.areas.isEmpty { body.append(areas(page, report).markup) }
        if hasWeeks, total.forecast == nil {
            body.append(
                .paragraph(
                    page.text(total.weekly.whyNoForecast), "note"))
        }
        if !page.isPublic, report.recordedBefore > 0 {
            let people = Figures.count(report.recordedBefore, page.language)
            body.append(
                .paragraph(
                    page.text(
                        "\(people) di antaranya pernah rekam, tetapi harus rekam ulang: pada minggu-minggu lalu mereka tidak termasuk sisa.",
                        "\(people) of them had recorded before and must record again: in weeks gone by they were not among those left."
                    ), "note"))
        }
        return PageSection(id: "pace", title: title, body: body)
    }

    private static func entries(_ page: PageContext, _ pace: PagePace) -> [Markup] {
        let (span, total) = (pace.report.span, pace.report.total)
        func count(_ number: Int?) -> String { number.map { Figures.count($0, page.language) } ?? "–" }
        var entries = [
            (
                page.text("Harus rekam atau rekam ulang", "To record, or to record again"),
                count(total.pace.outstanding)
            )
        ]
        if let deadline = span.deadline {
            let name = pace.deadline.map { " (" + page.text($0) + ")" } ?? ""
            entries.append((page.text("Sampai", "Until"), LongDate.text(deadline, page.language) + name))
        }
        entries.append((page.text("Hari kerja tersisa", "Working days left"), count(total.pace.workingDays)))
        entries.append(
            (
                page.text("Diperlukan sehari", "Needed a day"),
                total.pace.perDayAtLeast.map { count($0) + page.text(" orang", " people") }
                    ?? page.text("tidak ada hari kerja tersisa", "no working day is left")
            ))
        if !page.isPublic || page.figures.hasWeeks, let forecast = total.forecast {
            let left =
                forecast.slowLeft == forecast.fastLeft
                ? count(forecast.middleLeft)
                : "\(count(forecast.middleLeft)) (\(count(forecast.fastLeft))–\(count(forecast.slowLeft)))"
            entries.append(
                (
                    page.text("Tersisa pada hari itu menurut laju sejauh ini", "Left on that day at the pace so far"),
                    left
                ))
        }
        return entries.flatMap { [.element("dt", [:], $0.0), .element("dd", [:], $0.1)] }
    }

    private static func areas(_ page: PageContext, _ report: PaceReport) -> PageTable {
        var table = PageTable(
            caption: page.text("Laju per kabupaten/kota", "Pace by kabupaten/kota"),
            columns: [
                .text(page.text("Kabupaten/kota", "Kabupaten/kota")),
                .number(page.text("Harus rekam atau rekam ulang", "To record, or to record again")),
                .number(page.text("Diperlukan sehari", "Needed a day")),
                .number(page.text("Laju tengah sehari", "Middle pace a day")),
                .number(page.text("Tersisa menurut laju itu", "Left at that pace")),
            ])
        table.isOfAreas = true
        for line in report.areas {
            let middle = line.forecast?.middle
            var rate = PageTable.Cell.text(
                middle.map { hundredths in
                    let tenths = (hundredths + 5) / 10
                    return Figures.count(tenths / 10, page.language) + page.text(",", ".") + String(tenths % 10)
                } ?? "–")
            rate.order = middle
            table.rows.append([
                .text(page.region(line.region ?? "")), page.cell(line.pace.outstanding),
                line.pace.perDayAtLeast.map(page.cell) ?? .text("–"), rate,
                line.forecast.map { page.cell($0.middleLeft) } ?? .text("–"),
            ])
        }
        return table
    }
}
