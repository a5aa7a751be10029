import Testing

@testable import Schema
@testable import Tabular

@Suite struct SheetStationTests {
    static let column = ListSchema.Column(id: "tps", kind: .text, headings: ["TPS", "NO TPS"])

    @Test(arguments: [
        ("TPS 001", "001"), ("tps-1", "1"), ("NO TPS 12", "12"), ("DESA SUKA TPS 3", "3"), ("TPS A", "A"),
        ("007", "007"),
        ("TPS_5 (rev)", "5"), ("TPS 7A", "7A"), ("TPS 1-2", "1-2"), ("TPS012", "012"), ("TPS: 4", "4"),
    ])
    func namesThatSaySoThemselves(_ name: String, _ station: String) {
        for several in [true, false] {
            #expect(SheetStation.station(name, column: Self.column, isOneOfSeveral: several) == station)
        }
    }

    @Test(arguments: ["Sheet1", "Lembar 2", "Sheet1 (2)", "Worksheet"]) func namesTheSpreadsheetGave(_ name: String) {
        #expect(SheetStation.station(name, column: Self.column, isOneOfSeveral: true) == nil)
    }

    @Test func otherNamesCountOnlyAmongSeveral() {
        #expect(SheetStation.station("Melati", column: Self.column, isOneOfSeveral: true) == "Melati")
        #expect(SheetStation.station("Melati", column: Self.column, isOneOfSeveral: false) == nil)
        #expect(SheetStation.station("DP4 2017", column: Self.column, isOneOfSeveral: false) == nil)
    }
}
