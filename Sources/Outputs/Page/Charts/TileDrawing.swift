import Diagnostics
import Rules

/// Regions as tiles, the darker the greater the share of their people who are not recorded. Every tile says its share, so
/// that nothing hangs on telling colours apart.
struct TileDrawing {
    var id: String
    var title: String
    var text: String
    var map: TileMap
    /// People not recorded in hundredths of a percent of the eligible, by code; missing: no figures, or hidden ones.
    var shares: [String: Int]
    /// What a tile without a share says.
    var blank: [String: String]
    var legend: [String]
    var language: Language

    private static let tile = 78
    private static let gap = 4

    /// From this share on (in hundredths of a percent) a tile is of the next class.
    static let bounds = [500, 1_000, 2_000, 3_000]

    var markup: Markup {
        let step = Self.tile + Self.gap
        let columns = (map.tiles.map(\.column).max() ?? 0) + 1
        let rows = (map.tiles.map(\.row).max() ?? 0) + 1
        let foot = rows * step + 8
        var drawing = Drawing(id: id, width: columns * step, height: foot + 22)
        for tile in map.tiles {
            let (x, y) = (tile.column * step, tile.row * step)
            let share = shares[tile.code]
            let kind = share.map { "tile\(Self.level($0))" } ?? "blank"
            drawing.rectangle(x + 1, y + 1, Self.tile, Self.tile, "\(kind) outline", round: 4)
            let lines = Drawing.lines(tile.label, room: 12)
            for (place, line) in lines.prefix(3).enumerated() {
                drawing.text(line, x + 1 + Self.tile / 2, y + 16 + place * 13, "\(kind) tile middle")
            }
            let figure = share.map { Figures.share($0, of: 10_000, language) } ?? blank[tile.code] ?? "–"
            drawing.text(figure, x + 1 + Self.tile / 2, y + Self.tile - 8, "\(kind) strong middle")
        }
        let width = columns * step / max(1, legend.count)
        for (place, words) in legend.enumerated() {
            let kind = place < Palette.tiles.count ? "tile\(place)" : "blank"
            drawing.rectangle(place * width + 1, foot, 14, 14, "\(kind) outline", round: 2)
            drawing.text(words, place * width + 20, foot + 12, "small")
        }
        return drawing.markup(title: title, text: text, kind: "map")
    }

    private static func level(_ share: Int) -> Int { bounds.filter { share >= $0 }.count }
}
