import Testing

@testable import Outreach

@Suite struct ListPathTests {
    /// Regions of every length, known or not: no two share a file.
    @Test func everyRegionHasAFileOfItsOwn() {
        let paths = ["127190", "127191", "1271", "1206", "12", "13", ""].map(FieldLists.path)
        #expect(
            paths == [
                "1271/127190", "1271/127191", "1271/unknown", "1206/unknown", "12/unknown", "13/unknown",
                "unknown/unknown",
            ])
    }
}
