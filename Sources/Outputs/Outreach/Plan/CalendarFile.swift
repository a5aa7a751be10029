import Civil

/// A calendar file (RFC 5545) with one team's visits: an event for each stretch of days, lines folded at 75 octets.
struct CalendarFile {
    struct Event {
        /// Never given twice.
        var id: String
        var first: CivilDate
        /// Included.
        var last: CivilDate
        var summary: String
        var location: String
        var description: String
    }

    /// Seconds since 1970 that every event bears as the time it was made.
    let stamp: Int
    let product: String
    let name: String
    let events: [Event]

    var bytes: [UInt8] {
        var out: [UInt8] = []
        func line(_ text: String) { Self.fold(text, into: &out) }
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:\(Self.escape(product))")
        line("CALSCALE:GREGORIAN")
        line("X-WR-CALNAME:\(Self.escape(name))")
        for event in events {
            line("BEGIN:VEVENT")
            line("UID:\(event.id)")
            line("DTSTAMP:\(Self.time(stamp))")
            line("DTSTART;VALUE=DATE:\(Self.day(event.first))")
            // The first day that no longer belongs to the event.
            line("DTEND;VALUE=DATE:\(Self.day(event.last.adding(days: 1) ?? event.last))")
            line("SUMMARY:\(Self.escape(event.summary))")
            line("LOCATION:\(Self.escape(event.location))")
            line("DESCRIPTION:\(Self.escape(event.description))")
            line("END:VEVENT")
        }
        line("END:VCALENDAR")
        return out
    }

    /// Text as a value: what divides values and lines is escaped; other control characters cannot stand in one.
    static func escape(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped.append(" ")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Lines of at most 75 octets; those that go on begin with a blank, and no character is cut.
    private static func fold(_ text: String, into out: inout [UInt8]) {
        var width = 0
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if width + bytes.count > 75 {
                out += [0x0D, 0x0A, 0x20]
                width = 1
            }
            out += bytes
            width += bytes.count
        }
        out += [0x0D, 0x0A]
    }

    /// `20171231`
    private static func day(_ day: CivilDate) -> String { String(day.description.filter { $0 != "-" }) }

    /// `20171231T170000Z`
    private static func time(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rest = seconds % 86_400
        let date = CivilDate(dayNumber: Int32(clamping: seconds / 86_400))
        return "\(day(date))T\(two(rest / 3600))\(two(rest / 60 % 60))\(two(rest % 60))Z"
    }
}
