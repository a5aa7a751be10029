import ReportData
import Rules

extension PageSection {
    /// Age and sex of those without a recording, first-time voters as a band of their own.
    static func ages(_ page: PageContext) -> PageSection {
        let bands = page.ages.bands
        let figures = page.figures
        let shown = bands.indices.filter { bands[$0].persons > 0 || bands[$0].kind == .firstTime }
        let outcomes = page.ages.outcomes.map { page.text($0.title) }.joined(separator: ", ")
        let title = page.text("\(outcomes): umur dan jenis kelamin", "\(outcomes): age and sex")
        let rows = shown.filter { bands[$0].kind != .unknown }.map { place in
            Pyramid.Row(
                label: label(page, bands[place]), male: figures.age(place, .male), female: figures.age(place, .female),
                isFirstTime: bands[place].kind == .firstTime)
        }
        let pyramid = Pyramid(
            id: "ages-chart", title: title,
            text: page.text(
                "Laki-laki \(page.number(figures.ages(.male))), perempuan \(page.number(figures.ages(.female))); paling bawah pemilih pemula. Semua angka ada di tabel.",
                "Men \(page.number(figures.ages(.male))), women \(page.number(figures.ages(.female))); first-time voters at the foot. All figures are in the table."
            ),
            headings: (page.text("Laki-laki", "Men"), page.text("Perempuan", "Women")), rows: rows,
            language: page.language)
        var table = PageTable(
            caption: title,
            columns: [
                .text(page.text("Umur", "Age")), .number(page.text("Laki-laki", "Men")),
                .number(page.text("Perempuan", "Women")), .number(page.text("L/P tidak diketahui", "Sex not known")),
                .number(page.text("Jumlah", "All")),
            ], isSortable: false)
        for place in shown {
            table.rows.append([
                .text(label(page, bands[place])), page.cell(figures.age(place, .male)),
                page.cell(figures.age(place, .female)), page.cell(figures.age(place, .unknown)),
                page.cell(figures.age(place, nil)),
            ])
        }
        table.totals = [
            [
                .text(page.text("Seluruhnya", "All")), page.cell(figures.ages(.male)),
                page.cell(figures.ages(.female)), page.cell(figures.ages(.unknown)), page.cell(figures.ages),
            ]
        ]
        return PageSection(
            id: "ages", title: page.text("Umur dan jenis kelamin", "Age and sex"),
            body: [
                .paragraph(
                    page.text(
                        "Hanya orang dengan hasil \(outcomes). Umur pada hari pemungutan suara. Pemilih pemula (berumur cukup pada hari itu, belum pada tanggal data, dan belum kawin) berdiri sendiri dan tidak dihitung di kelompok umur.",
                        "People with the outcome \(outcomes) alone. Age on voting day. First-time voters (old enough on that day, not yet on the as-of date, and never married) have a band of their own and are in no age group."
                    )),
                .pair(pyramid.markup, table.markup),
            ])
    }

    private static func label(_ page: PageContext, _ band: UnrecordedAges.Band) -> String {
        switch band.kind {
        case .firstTime: page.text("Pemula", "First-time")
        case .years(let from, let through?):
            from == 0 ? page.text("sampai \(through)", "to \(through)") : "\(from)–\(through)"
        case .years(let from, nil): "\(from)+"
        case .unknown: page.text("Umur tidak diketahui", "Age not known")
        }
    }
}
