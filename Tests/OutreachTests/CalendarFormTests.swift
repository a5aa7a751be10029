import Civil
import Testing

@testable import Outreach

/// Calendar files as RFC 5545 has them.
@Suite struct CalendarFormTests {
    private func text(_ events: [CalendarFile.Event], name: String = "Tim 1") -> String {
        String(
            decoding: CalendarFile(stamp: 1_521_763_200, product: "-//X//x 1//ID", name: name, events: events).bytes,
            as: UTF8.self)
    }

    private func event(_ summary: String) throws -> CalendarFile.Event {
        CalendarFile.Event(
            id: "1@x", first: try #require(CivilDate(iso: "2018-03-26")),
            last: try #require(CivilDate(iso: "2018-03-30")),
            summary: summary, location: "Kota; Medan", description: "a\nb")
    }

    @Test func aFileReadsAsDescribed() throws {
        #expect(
            text([try event("Perekaman, hari ke-1")])
                == [
                    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//X//x 1//ID", "CALSCALE:GREGORIAN",
                    "X-WR-CALNAME:Tim 1",
                    "BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20180323T000000Z", "DTSTART;VALUE=DATE:20180326",
                    "DTEND;VALUE=DATE:20180331", "SUMMARY:Perekaman\\, hari ke-1", "LOCATION:Kota\\; Medan",
                    "DESCRIPTION:a\\nb", "END:VEVENT", "END:VCALENDAR", "",
                ].joined(separator: "\r\n"))
    }

    /// No line is longer than 75 octets, no character is cut, and unfolded it is what it was.
    @Test(arguments: [10, 66, 67, 68, 74, 75, 200]) func longLinesAreFolded(count: Int) throws {
        for sign in ["x", "é", "🙂"] {
            let summary = String(repeating: sign, count: count)
            let text = text([try event(summary)])
            // CR LF is one character to Swift: cut the bytes.
            let lines = Array(text.utf8).split(separator: 10).map { $0.last == 13 ? $0.dropLast() : $0 }
            #expect(lines.allSatisfy { $0.count <= 75 })
            #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
            #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(summary)\r\n"))
        }
    }

    @Test(arguments: [("a;b,c\\d\ne", "a\\;b\\,c\\\\d\\ne"), ("\u{7}\r\u{7F}x", "   x"), ("", "")])
    func signsThatWouldDivideAreEscaped(text: String, escaped: String) { #expect(CalendarFile.escape(text) == escaped) }

    /// A visit over a weekend is two events.
    @Test func stretchesHaveNoGaps() throws {
        func days(_ numbers: [Int32]) -> [CivilDate] { numbers.map { CivilDate(dayNumber: $0) } }
        let stretches = PlanFiles.stretches(days([1, 2, 3, 6, 7, 9]))
        #expect(stretches.map { [$0.lowerBound.dayNumber, $0.upperBound.dayNumber] } == [[1, 3], [6, 7], [9, 9]])
        #expect(PlanFiles.stretches([]).isEmpty)
    }
}
