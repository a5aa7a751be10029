import Comparison
import Diagnostics
import Documents
import ReportData
import Rules
import RunFolder

extension PageSection {
    /// What changed since an earlier run, or, for the public, since the page published last; nothing where there is none.
    static func change(_ page: PageContext) -> PageSection? {
        guard let change = page.change else { return page.isPublic ? publicChange(page) : nil }
        let (before, after) = (change.before, change.after)
        var body: [Markup] = [
            .paragraph(
                page.text(
                    "Dari \(LongDate.text(before.asOf, page.language)) ke \(LongDate.text(after.asOf, page.language)). Hasil sebelumnya: \(before.digest ?? "tanpa digest").",
                    "From \(LongDate.text(before.asOf, page.language)) to \(LongDate.text(after.asOf, page.language)). Earlier run: \(before.digest ?? "no digest")."
                ), "stamp"),
            totals(
                page, before: { change.totals[$0]?.before ?? change.outcomes[$0]?.before },
                after: { change.totals[$0]?.after ?? change.outcomes[$0]?.after }
            ).markup, ways(page, change).markup, areas(page, change).markup,
        ]
        body += falls(page, change)
        return PageSection(id: "change", title: changeTitle(page), body: body)
    }

    private static func changeTitle(_ page: PageContext) -> String {
        page.text("Perubahan sejak hasil sebelumnya", "Change since the last run")
    }

    /// From what stands on both pages alone: it tells nothing that they do not.
    private static func publicChange(_ page: PageContext) -> PageSection? {
        guard let before = page.before else { return nil }
        func names(_ id: String) -> String {
            Total(rawValue: id).map(PageFigures.name) ?? PageFigures.name(outcome: id)
        }
        return PageSection(
            id: "change", title: changeTitle(page),
            body: [
                .paragraph(
                    page.text(
                        "Sejak halaman umum nomor \(before.number), data per \(LongDate.text(before.asOf, page.language)): dari angka yang tampak pada kedua halaman.",
                        "Since public page number \(before.number), as of \(LongDate.text(before.asOf, page.language)): from the figures that stand on both pages."
                    ), "note"),
                totals(
                    page, before: { before.value(names($0)) }, after: { page.published.value(names($0)) }
                ).markup,
            ])
    }

    private static func totals(
        _ page: PageContext, before: (String) -> Int?, after: (String) -> Int?
    ) -> PageTable {
        var table = PageTable(
            caption: page.text("Orang, sebelum dan sesudah", "People, before and after"),
            columns: [
                .text(page.text("Yang dihitung", "What is counted")), .number(page.text("Sebelum", "Before")),
                .number(page.text("Sesudah", "After")), .number(page.text("Selisih", "Change")),
            ], isSortable: false)
        let names: [(Total, String)] = [
            (.persons, page.text("Terdaftar", "Listed")), (.eligible, page.text("Memenuhi syarat", "Eligible")),
            (.recorded, page.text("Sudah rekam", "Recorded")),
            (.needingNothing, page.text("Siap memilih", "Ready to vote")),
        ]
        let lines = names.map { ($0.0.rawValue, $0.1) } + page.outcomes.map { ($0.id, page.text($0.title)) }
        for (id, title) in lines {
            let (before, after) = (before(id), after(id))
            if !page.isPublic, before == nil, after == nil { continue }
            func cell(_ value: Int?) -> PageTable.Cell { value.map { page.cell($0) } ?? page.cell(.withheld) }
            var change = page.cell(.withheld)
            if let before, let after { change = signed(page, after - before) }
            table.rows.append([.text(title), cell(before), cell(after), change])
        }
        return table
    }

    private static func signed(_ page: PageContext, _ value: Int) -> PageTable.Cell {
        var cell = page.cell(value)
        if value > 0 { cell.content = .text("+" + Figures.count(value, page.language)) }
        return cell
    }

    private static func outcome(_ page: PageContext, _ id: String?, _ missing: String) -> String {
        guard let id else { return missing }
        return page.source.ruleset.outcomes.first { $0.id == id }.map { page.text($0.title) } ?? id
    }

    private static func ways(_ page: PageContext, _ change: DiffSummary) -> PageTable {
        var table = PageTable(
            caption: page.text(
                "Dari apa ke apa (\(Figures.count(change.same, page.language)) orang tidak berubah)",
                "From what to what (\(Figures.count(change.same, page.language)) \(Plural.of(change.same, "person", "people")) did not change)"
            ),
            columns: [
                .text(page.text("Sebelum", "Before")), .text(page.text("Sesudah", "After")),
                .number(page.text("Orang", "People")),
            ])
        for way in change.transitions {
            table.rows.append([
                .text(outcome(page, way.from, page.text("(baru dalam daftar)", "(new on the lists)"))),
                .text(outcome(page, way.to, page.text("(tidak lagi dalam daftar)", "(no longer on the lists)"))),
                page.cell(way.persons),
            ])
        }
        return table
    }

    private static func areas(_ page: PageContext, _ change: DiffSummary) -> PageTable {
        var table = PageTable(
            caption: page.text("Perubahan per kabupaten/kota", "Change by kabupaten/kota"),
            columns: [
                .text(page.text("Kabupaten/kota", "Kabupaten/kota")),
                .number(page.text("Memenuhi syarat, selisih", "Eligible, change")),
                .number(page.text("Sudah rekam, selisih", "Recorded, change")),
                .number(page.text("Menjadi siap", "Became ready")), .number(page.text("Mundur", "Went back")),
            ])
        table.isOfAreas = true
        for area in change.areas {
            func difference(_ total: Total) -> PageTable.Cell {
                signed(page, area.totals[total.rawValue]?.change ?? 0)
            }
            table.rows.append([
                .text(page.region(area.region)), difference(.eligible), difference(.recorded),
                page.cell(area.count(.becameReady)),
                page.cell(area.count(.wentBack)),
            ])
        }
        return table
    }

    /// Why totals of the whole fell.
    private static func falls(_ page: PageContext, _ change: DiffSummary) -> [Markup] {
        let falls = change.falls.filter { $0.region == nil }
        guard !falls.isEmpty else { return [] }
        let names = [
            Total.persons.rawValue: page.text("Terdaftar", "Listed"),
            Total.eligible.rawValue: page.text("Memenuhi syarat", "Eligible"),
            Total.recorded.rawValue: page.text("Sudah rekam", "Recorded"),
            Total.needingNothing.rawValue: page.text("Siap memilih", "Ready to vote"),
        ]
        var table = PageTable(
            caption: page.text("Jumlah yang turun, dan sebabnya", "Totals that fell, and why"),
            columns: [
                .text(page.text("Jumlah", "Total")), .text(page.text("Sekarang", "Now")),
                .text(page.text("Sebab", "Why")), .number(page.text("Orang", "People")),
            ])
        for fall in falls {
            for loss in fall.losses {
                let now = outcome(
                    page, loss.to,
                    loss.isElsewhere
                        ? page.text("di kabupaten/kota lain", "in another kabupaten")
                        : page.text("tidak lagi dalam daftar", "no longer on the lists"))
                let why = loss.why.split(separator: ";").map { id in
                    page.source.ruleset.reasons.first { $0.id == id }.map { page.text($0.title) } ?? String(id)
                }
                table.rows.append([
                    .text(names[fall.total] ?? fall.total), .text(now), .text(why.joined(separator: "; ")),
                    page.cell(loss.persons),
                ])
            }
        }
        return [table.markup]
    }
}
