/// The colours of the page, by what they mean. Each stands off its ground as WCAG 2 AA asks: text by 4.5 to 1, what is
/// drawn by 3 to 1.
struct Palette: Sendable {
    var paper: UInt32
    /// Cards, headings of tables.
    var panel: UInt32
    var line: UInt32
    var ink: UInt32
    /// Text of less weight.
    var quiet: UInt32
    var link: UInt32
    /// Bars of people still to record.
    var bar: UInt32
    /// Bars of first-time voters.
    var firstTime: UInt32
    /// Outcomes: ready, recorded but waiting, still to settle, not eligible; several of a kind in the order of the rules.
    var ready: [UInt32]
    var waiting: [UInt32]
    var open: [UInt32]
    var out: [UInt32]
    /// Lines of the chart over time, in place of the colours it has when it stands alone.
    var strokes: [UInt32]

    static let light = Palette(
        paper: 0xFFFFFF, panel: 0xF3F5F7, line: 0xC6CED6, ink: 0x1B1F24, quiet: 0x4A5460, link: 0x1A5A96, bar: 0xA8322A,
        firstTime: 0x6B4FA0, ready: [0x2A6F4E, 0x4C8F70], waiting: [0x8A6D00], open: [0xA8501F, 0xA8322A, 0x6B4FA0],
        out: [0x66707B], strokes: [0x1B4F8A, 0xA4161A, 0x2B6A30, 0x8A5A00])

    static let dark = Palette(
        paper: 0x14181D, panel: 0x1E242B, line: 0x46505B, ink: 0xE9ECEF, quiet: 0xB0BAC5, link: 0x85BBEE, bar: 0xF08A80,
        firstTime: 0xB9A3E8, ready: [0x6CC295, 0x9AD7B6], waiting: [0xE0BE4A], open: [0xF0A070, 0xF08A80, 0xB9A3E8],
        out: [0x98A3AE], strokes: [0x85BBEE, 0xF08A80, 0x7FCB86, 0xE0B050])

    /// Tiles from few to many people not recorded, and the text on them. They carry their own ground in light and dark.
    static let tiles: [(ground: UInt32, ink: UInt32)] = [
        (0xFFF6E6, 0x1B1F24), (0xFFE0B0, 0x1B1F24), (0xF8B870, 0x1B1F24), (0xE08040, 0x1B1F24), (0xA23A18, 0xFFFFFF),
    ]
    /// A tile without figures.
    static let blankTile: (ground: UInt32, ink: UInt32) = (0xE6EAEE, 0x1B1F24)

    static func text(_ color: UInt32) -> String {
        let digits = String(color, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}
