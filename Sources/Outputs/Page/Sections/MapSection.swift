import ReportData
import Rules
import RunFolder

extension PageSection {
    /// The kabupaten and kota as tiles, where the rules have a map of the province the run is about.
    static func map(_ page: PageContext) -> PageSection? {
        let areas = page.source.areas.areas(.kabupaten)
        let maps = page.source.book.tileMaps.filter { map in areas.contains { $0.code.hasPrefix(map.code) } }
        // One tile with a number is no map.
        guard page.levels.main == .kabupaten, !maps.isEmpty else { return nil }
        let percent = TileDrawing.bounds.map { $0 / 100 }
        let sign = page.text(" %", "%")
        var legend = ["< \(percent[0])\(sign)"]
        for (low, high) in zip(percent, percent.dropFirst()) { legend.append("\(low)–\(high)\(sign)") }
        legend.append("≥ \(percent[percent.count - 1])\(sign)")
        legend.append(page.text("tanpa angka", "no figures"))
        var body: [Markup] = [
            .paragraph(
                page.text(
                    "Bagian yang belum tercakup dari mereka yang memenuhi syarat. Petak sama besar: letaknya kira-kira, ukurannya tidak berarti.",
                    "Share of the eligible who are not covered. All tiles are of one size: their place is approximate, their size means nothing."
                ))
        ]
        for map in maps {
            var shares: [String: Int] = [:]
            var blank: [String: String] = [:]
            for tile in map.tiles where areas.contains(where: { $0.code == tile.code }) {
                let (eligible, rest) = (
                    page.figures.area(tile.code, .eligible), page.figures.area(tile.code, .notRecorded)
                )
                let recorded = page.figures.area(tile.code, .recorded)
                if let share = page.hundredths(rest, of: eligible, rest: recorded) {
                    shares[tile.code] = share
                } else {
                    blank[tile.code] = page.share(rest, of: eligible, rest: recorded)
                }
            }
            let drawing = TileDrawing(
                id: "map-\(map.code)", title: page.text(map.title),
                text: page.text(
                    "\(shares.count) dari \(map.tiles.count) petak berangka; semuanya ada di tabel.",
                    "\(shares.count) of \(map.tiles.count) tiles have figures; all are in the table."),
                map: map, shares: shares, blank: blank, legend: legend, language: page.language)
            body.append(.element("figure", ["class": "wide"], .element("div", ["class": "drawing"], drawing.markup)))
            body.append(table(page, map).markup)
            body.append(
                .paragraph(
                    page.text(map.title) + " · "
                        + page.text("letak petak hanya perkiraan", "the tiles' places are approximate"),
                    "note"))
        }
        return PageSection(id: "map", title: page.text("Peta petak", "Tile map"), body: body)
    }

    private static func table(_ page: PageContext, _ map: TileMap) -> PageTable {
        var table = PageTable(
            caption: page.text("Angka pada peta", "Figures of the map"),
            columns: [
                .text(page.text("Petak", "Tile")), .number(page.text("Memenuhi syarat", "Eligible")),
                .number(page.text("Belum tercakup", "Not covered")), .number(page.text("Bagian", "Share")),
            ])
        table.isOfAreas = true
        let known = Set(page.source.areas.areas(.kabupaten).map(\.code))
        for tile in map.tiles.sorted(by: { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }) {
            guard known.contains(tile.code) else {
                table.rows.append([.text(page.region(tile.code)), .text("–"), .text("–"), .text("–")])
                continue
            }
            let (eligible, rest) = (page.figures.area(tile.code, .eligible), page.figures.area(tile.code, .notRecorded))
            table.rows.append([
                .text(page.region(tile.code)), page.cell(eligible), page.cell(rest),
                page.shareCell(rest, of: eligible, rest: page.figures.area(tile.code, .recorded)),
            ])
        }
        return table
    }
}
