import Diagnostics
import Testing

@testable import siappilih

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (196_545_636, "196.545.636", "196,545,636"),
        (-1234, "-1.234", "-1,234"),
    ])
    func thousandsStandApart(number: Int, indonesian: String, english: String) {
        #expect(Figures.count(number, .indonesian) == indonesian)
        #expect(Figures.count(number, .english) == english)
    }

    @Test(arguments: [
        (0, 0, "-", "-"), (1, 3, "33,3 %", "33.3%"), (1, 1, "100,0 %", "100.0%"), (1, 2000, "0,1 %", "0.1%"),
        (1, 2001, "0,0 %", "0.0%"),
    ])
    func sharesRoundHalfUp(part: Int, whole: Int, indonesian: String, english: String) {
        #expect(Figures.share(part, of: whole, .indonesian) == indonesian)
        #expect(Figures.share(part, of: whole, .english) == english)
    }

    @Test func aBarIsNeverLongerThanItsPlaceAndNeverVanishes() {
        #expect(Figures.bar(0, of: 10, width: 4, blocks: false) == "")
        #expect(Figures.bar(1, of: 1_000_000, width: 4, blocks: false) == "#")
        #expect(Figures.bar(5, of: 10, width: 4, blocks: true) == "██")
        #expect(Figures.bar(20, of: 10, width: 4, blocks: false) == "####")
    }

    @Test func textWrapsAtBlanks() {
        #expect(TextLayout.wrap("satu dua tiga", 8) == ["satu dua", "tiga"])
        #expect(TextLayout.wrap("sepanjang-panjangnya ya", 5) == ["sepanjang-panjangnya", "ya"])
        #expect(TextLayout.wrap("", 5) == [])
        #expect(TextLayout.cut("Padangsidimpuan", 8) == "Padangs…")
    }
}
