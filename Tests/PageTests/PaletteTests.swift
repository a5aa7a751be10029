import Foundation
import Testing

@testable import Page

/// WCAG 2 AA: text stands off its ground by 4.5 to 1, what is drawn by 3 to 1.
@Suite struct PaletteTests {
    /// How far two colours stand apart, after WCAG 2 (relative luminance of sRGB).
    private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
        func luminance(_ color: UInt32) -> Double {
            func part(_ shift: UInt32) -> Double {
                let value = Double(color >> shift & 0xFF) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func measuresAsTheStandardDoes() {
        #expect(abs(Self.contrast(0x000000, 0xFFFFFF) - 21) < 0.001)
        #expect(abs(Self.contrast(0x767676, 0xFFFFFF) - 4.54) < 0.01)
    }

    @Test(arguments: [Palette.light, .dark])
    func textCanBeRead(palette: Palette) {
        for ground in [palette.paper, palette.panel] {
            for text in [palette.ink, palette.quiet, palette.link] {
                #expect(Self.contrast(text, ground) >= 4.5, "\(Palette.text(text)) on \(Palette.text(ground))")
            }
        }
    }

    @Test(arguments: [Palette.light, .dark])
    func drawingsCanBeSeen(palette: Palette) {
        let drawn =
            [palette.bar, palette.firstTime] + palette.ready + palette.waiting + palette.open + palette.out
            + palette.strokes
        for color in drawn {
            #expect(
                Self.contrast(color, palette.paper) >= 3, "\(Palette.text(color)) on \(Palette.text(palette.paper))")
        }
    }

    @Test func tilesCanBeRead() {
        for tile in Palette.tiles + [Palette.blankTile] {
            #expect(Self.contrast(tile.ink, tile.ground) >= 4.5, "\(Palette.text(tile.ground))")
        }
    }
}
