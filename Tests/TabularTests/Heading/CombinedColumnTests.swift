import Testing

@testable import Schema
@testable import Tabular

@Suite struct CombinedColumnTests {
    private func parts(_ text: String, _ form: ListSchema.Combined.Form) -> [String] {
        let column = CombinedColumn(cell: 0, columns: ["a", "b"], form: form)
        let parts = column.parts(Array(text.utf8))
        return [parts.first, parts.second].map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("MEDAN, 17-08-1990", ["MEDAN", "17-08-1990"]),
        ("Tiga Panah 17 Agustus 1990", ["Tiga Panah", "17 Agustus 1990"]),
        ("17/08/1990", ["", "17/08/1990"]), ("Medan", ["Medan", ""]), ("", ["", ""]), ("-", ["-", ""]),
        ("MEDAN/17-08-1990 00:00:00", ["MEDAN", "17-08-1990 00:00:00"]),
        ("MEDAN, 30-02-1990", ["MEDAN", "30-02-1990"]),
        ("Dusun 3, 7-8-1990", ["Dusun 3", "7-8-1990"]), ("Lr. 12 17-08-1990", ["Lr. 12", "17-08-1990"]),
        ("Sibolga ,  1990-08-17 ", ["Sibolga", "1990-08-17"]), ("Kuta2017-08-1990", ["Kuta", "2017-08-1990"]),
    ])
    func aDateStandsAtTheEnd(text: String, expected: [String]) {
        #expect(parts(text, .dateAtEnd) == expected)
    }

    @Test(arguments: [
        ("003/001", ["003", "001"]), ("4 / 2", ["4", "2"]), ("5", ["5", ""]), ("/2", ["", "2"]), ("-", ["-", ""]),
        ("1/2/3", ["1", "2/3"]), ("-/-", ["-", "-"]),
    ])
    func aSlashStandsBetween(text: String, expected: [String]) {
        #expect(parts(text, .slash) == expected)
    }

    /// Whatever a cell says, its parts hold every letter and digit of it, in order.
    @Test func nothingIsLost() {
        var dice = Dice(seed: 5)
        let pieces = ["MEDAN", "17-08-1990", " ", ", ", "/", "3", "Agustus", "1990", "-", "é", "08.17.90", "\"", ";"]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
                pieces.randomElement(using: &dice) ?? ""
            }.joined()
            for form in [ListSchema.Combined.Form.dateAtEnd, .slash] {
                let whole = parts(text, form).joined().filter { $0.isLetter || $0.isNumber }
                #expect(whole == text.filter { $0.isLetter || $0.isNumber }, "\(text)")
            }
        }
    }

    @Test func aColumnOfItsOwnComesFirst() {
        let both = CombinedColumn(cell: 3, columns: ["birth_place", "birth_date"], form: .dateAtEnd)
        #expect(CombinedColumn.needed([both]) { _ in false } == [both])
        #expect(CombinedColumn.needed([both]) { $0 == "birth_date" }.first?.columns == ["birth_place", nil])
        #expect(CombinedColumn.needed([both]) { _ in true }.isEmpty)
        #expect(CombinedColumn.needed([both, both]) { _ in false } == [both])
    }
}
