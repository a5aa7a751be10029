import Diagnostics
import Testing

@testable import ReportData

@Suite struct OfficialTotalsTests {
    /// The governor's office's figures of November 2017, which do not agree with each other.
    @Test(arguments: [",", ";"])
    func figuresAndTheirOwnDifference(divider: String) throws {
        let text = "\u{FEFF}region,eligible,recorded,not_recorded\r\n,10.335.695,8.580.828,1.774.867\r\n12.71,500,,\n\n"
            .split(separator: ",", omittingEmptySubsequences: false).joined(separator: divider)
        let totals = try OfficialTotals(name: "resmi.csv", text: text)
        #expect(totals.lines[""] == .init(eligible: 10_335_695, recorded: 8_580_828, notRecorded: 1_774_867))
        #expect(totals.lines[""]?.ownDifference == -20_000)
        #expect(totals.lines["1271"] == .init(eligible: 500, recorded: nil, notRecorded: nil))
        #expect(totals.lines["1271"]?.ownDifference == nil)
    }

    @Test(arguments: [
        ("a,b\n", "resmi.csv:1: its heading must be region,eligible,recorded,not_recorded"),
        (
            "region,eligible,recorded,not_recorded\n,10,335,695,8\n",
            "resmi.csv:2: expected 4 cells, found 5; divide thousands by dots, not commas"
        ),
        (
            "region,eligible,recorded,not_recorded\n127,1,1,1\n",
            "resmi.csv:2: the region must be empty or have 2, 4, 6 or 10 digits"
        ),
        ("region,eligible,recorded,not_recorded\n,x,1,1\n", "resmi.csv:2: figures must be whole numbers"),
        ("region,eligible,recorded,not_recorded\n,1,1,1\n,1,1,1\n", "resmi.csv:3: this region stands twice"),
        ("", "resmi.csv:1: its heading must be region,eligible,recorded,not_recorded"),
    ])
    func refusals(text: String, message: String) {
        let failure = #expect(throws: Failure.self) { try OfficialTotals(name: "resmi.csv", text: text) }
        #expect(failure?.kind == .input)
        #expect(failure?.findings.map { $0.rendered(in: .english) } == [message])
    }
}
