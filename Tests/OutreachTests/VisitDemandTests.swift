import Testing

@testable import Outreach

@Suite struct VisitDemandTests {
    @Test func peopleGoWhereTheirDesaIs() {
        let demand = VisitDemand([
            "1271901002": 5, "1271901001": 3, "127190": 2, "1206902001": 4, "1271": 7, "": 1, "12": 6, "1206902002": 0,
        ])
        #expect(demand.offices.map(\.kabupaten) == ["1206", "1271"])
        #expect(demand.offices[1].sites.map(\.region) == ["127190", "1271901001", "1271901002"])
        #expect(demand.unplaced.map(\.region) == ["12", "1271", ""])
        #expect(demand.people == 28)
    }
}
