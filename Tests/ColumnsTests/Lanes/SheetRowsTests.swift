import CLanes
import Testing

/// Rows of worksheets and shared texts are taken alike by registers of every width, and as looking at byte after byte
/// says.
@Suite struct SheetRowsTests {
    /// A piece of a text: its bytes, what is met in it, and whether plain rows have it at all.
    private struct Fragment {
        var bytes: [UInt8]
        var met: Int
        var isPlain: Bool

        init(_ text: String, met: Int = 0, isPlain: Bool = true) { self.init(Array(text.utf8), met: met, isPlain) }

        init(_ bytes: [UInt8], met: Int = 0, _ isPlain: Bool) {
            self.bytes = bytes
            self.met = met
            self.isPlain = isPlain
        }
    }

    private static let plain: [Fragment] =
        ["a", "b", "c", "Budi ", "\t", ">", "'", "=", "é", "\u{7FF}", "\u{800}", "\u{FFFD}", "\u{10FFFF}"].map {
            Fragment($0)
        } + [",", "\"", "\n"].map { Fragment($0, met: LANES_MET_QUOTE) } + [Fragment("_", met: LANES_MET_UNDERSCORE)]
        + ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#xd;"].map {
            Fragment($0, met: LANES_MET_ENTITY)
        }

    /// None of these stands in a plain text.
    private static let odd: [Fragment] =
        ["\r", "\u{1}", "\u{FFFE}", "\u{FFFF}", "]]>", "]>", "&", "&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&#;"].map
    {
        Fragment($0, isPlain: false)
    }
        + [[0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]].map {
            Fragment($0, false)
        }

    /// Texts of 0 to 80 fragments; every third of them with one that is not plain, anywhere.
    private static let texts: [[Fragment]] = {
        var random = SeededBytes(5)
        return (0..<2000).map { number in
            let isDull = random.below(2) == 0
            var text = (0..<random.below(80)).map { _ in plain[random.below(isDull ? 3 : plain.count)] }
            if number % 3 == 0 { text.insert(odd[random.below(odd.count)], at: random.below(text.count + 1)) }
            return text
        }
    }()

    private static func part(_ head: String, _ text: [Fragment], _ tail: String) -> (all: [UInt8], text: [UInt8]) {
        let bytes = text.flatMap(\.bytes)
        return (Array(head.utf8) + bytes + Array(tail.utf8), bytes)
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: Int(LANES_SHEET_SLACK))
    }

    private struct Taken {
        var outcome: Int32 = -1
        var sheet = lanes_sheet()
        var cells = [lanes_cell](repeating: lanes_cell(), count: 8)
    }

    private static func rows(_ width: Int32, _ bytes: [UInt8]) -> Taken {
        var taken = Taken()
        taken.sheet.column = -1
        #expect(
            unsafe lanes_take_sheet_rows_by(
                width, padded(bytes), Int64(bytes.count), &taken.sheet, &taken.cells, 8, &taken.outcome) == 1)
        return taken
    }

    private static func expect(_ cell: lanes_cell, at start: Int, _ text: [Fragment]) {
        #expect(Int(cell.start) == start && Int(cell.length) == text.reduce(0) { $0 + $1.bytes.count })
        #expect(Int(cell.met) == text.reduce(0) { $0 | $1.met })
    }

    @Test(
        arguments: Registers.here(LANES_TAKE_SHEET_ROWS),
        [
            ("<row r=\"7\"><c r=\"A7\" t=\"str\"><v>", "</v></c></row>"),
            ("<row><c t=\"inlineStr\"><is><t>", "</t></is></c></row>"),
            ("<row><c t=\"str\"><f>A1&amp;\"x\"</f><v>", "</v></c></row>"),
        ])
    func rowsAreTakenWholeOrNotAtAll(_ width: Int32, _ around: (String, String)) {
        for text in Self.texts where !text.isEmpty {
            let (all, _) = Self.part(around.0, text, around.1)
            let taken = Self.rows(width, all)
            if text.allSatisfy(\.isPlain) {
                #expect(taken.outcome == LANES_SHEET_CUT && taken.sheet.at == all.count && taken.sheet.count == 2)
                Self.expect(taken.cells[1], at: around.0.utf8.count, text)
            } else {
                #expect(taken.outcome == LANES_SHEET_ODD && taken.sheet.at == 0 && taken.sheet.count == 0)
            }
        }
    }

    /// A formula is left out, and judged like any text.
    @Test(arguments: Registers.here(LANES_TAKE_SHEET_ROWS)) func formulasAreLookedAt(_ width: Int32) {
        for text in Self.texts {
            let (all, _) = Self.part("<row><c><f ca=\"1\">", text, "</f><v>5</v></c></row>")
            let taken = Self.rows(width, all)
            #expect(taken.sheet.count == (text.allSatisfy(\.isPlain) ? 2 : 0))
            if taken.sheet.count == 2 { #expect(taken.cells[1].length == 1 && taken.cells[1].met == 0) }
        }
    }

    /// Wherever the bytes end within a row, nothing of it is taken.
    @Test(arguments: Registers.here(LANES_TAKE_SHEET_ROWS)) func aRowThatIsCutWaits(_ width: Int32) {
        let long = String(repeating: "panjang, ", count: 5)
        let row = Array("<row r=\"1\" spans=\"1:2\"><c r=\"A1\" s=\"1\" t=\"str\"><v>\(long)</v></c><c/></row>".utf8)
        for count in 0..<row.count {
            let taken = Self.rows(width, Array(row[..<count]))
            #expect(taken.outcome == LANES_SHEET_CUT && taken.sheet.at == 0 && taken.sheet.count == 0)
        }
        #expect(Self.rows(width, row).sheet.count == 2)
    }

    @Test(arguments: Registers.here(LANES_TAKE_SHEET_ROWS)) func sharedTextsAreTaken(_ width: Int32) {
        for text in Self.texts {
            let head = "<si><t>Siti</t></si>\n<si><t xml:space=\"preserve\">"
            let (all, _) = Self.part(head, text, "</t></si>")
            var (at, count, outcome): (Int64, Int64, Int32) = (0, 0, -1)
            var cells = [lanes_cell](repeating: lanes_cell(), count: 8)
            #expect(
                unsafe lanes_take_shared_texts_by(
                    width, Self.padded(all), Int64(all.count), &at, &cells, &count, 8, &outcome) == 1)
            if text.allSatisfy(\.isPlain) {
                #expect(outcome == LANES_SHEET_CUT && at == all.count && count == 2)
                Self.expect(cells[1], at: head.utf8.count, text)
            } else {
                #expect(outcome == LANES_SHEET_ODD && at == 20 && count == 1)
            }
        }
    }

    @Test func noOtherWidthIsThere() {
        var taken = Taken()
        var (at, count): (Int64, Int64) = (0, 0)
        let bytes = Self.padded([])
        for width: Int32 in [0, 8, 32, 64] {
            #expect(
                unsafe lanes_take_sheet_rows_by(width, bytes, 0, &taken.sheet, &taken.cells, 8, &taken.outcome) == 0)
            #expect(
                unsafe lanes_take_shared_texts_by(width, bytes, 0, &at, &taken.cells, &count, 8, &taken.outcome) == 0)
        }
    }
}
