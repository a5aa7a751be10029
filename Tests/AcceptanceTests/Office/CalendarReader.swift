/// A reader of calendar files written from RFC 5545 alone: it shares no code with the writer and refuses what the
/// standard refuses.
struct CalendarReader {
    struct Refusal: Error { let what: String }

    /// Properties of one VEVENT: name to parameters and value.
    let events: [[String: (parameters: [String: String], value: String)]]

    init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(what: "no UTF-8") }
        guard bytes.suffix(2) == [13, 10] else { throw Refusal(what: "last line without CRLF") }
        var lines: [String] = []
        for physical in text.dropLast().unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = String(String.UnicodeScalarView(physical))
            if physical.last == "\r" { line = String(String.UnicodeScalarView(physical.dropLast())) }
            guard line.utf8.count <= 75 else { throw Refusal(what: "line over 75 octets") }
            guard !line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
                throw Refusal(what: "control character or bare line end")
            }
            if line.hasPrefix(" ") || line.hasPrefix("\t") {
                guard !lines.isEmpty else { throw Refusal(what: "continuation of nothing") }
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(line)
            }
        }
        if lines.last == "" { lines.removeLast() }
        guard lines.first == "BEGIN:VCALENDAR", lines.last == "END:VCALENDAR" else {
            throw Refusal(what: "no calendar")
        }
        var stack: [String] = []
        var seen: [String: Int] = [:]
        var events: [[String: (parameters: [String: String], value: String)]] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw Refusal(what: "no property: \(line)") }
            var parts = line[..<colon].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            let name = parts.removeFirst()
            let value = String(line[line.index(after: colon)...])
            guard !name.isEmpty, name.utf8.allSatisfy({ (65...90).contains($0) || $0 == 45 }) else {
                throw Refusal(what: "name \(name)")
            }
            switch name {
            case "BEGIN":
                stack.append(value)
                if value == "VEVENT" { events.append([:]) }
            case "END":
                guard stack.popLast() == value else { throw Refusal(what: "END:\(value)") }
            default:
                guard stack.last == "VEVENT" else {
                    seen[name, default: 0] += 1
                    continue
                }
                var parameters: [String: String] = [:]
                for part in parts {
                    let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                    guard pair.count == 2 else { throw Refusal(what: "parameter \(part)") }
                    parameters[pair[0]] = pair[1]
                }
                guard events[events.count - 1].updateValue((parameters, value), forKey: name) == nil else {
                    throw Refusal(what: "\(name) twice")
                }
            }
        }
        guard stack.isEmpty, seen["VERSION"] == 1, seen["PRODID"] == 1, !events.isEmpty else {
            throw Refusal(what: "calendar without VERSION, PRODID or event")
        }
        for event in events {
            for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"] where event[name] == nil {
                throw Refusal(what: "event without \(name)")
            }
            guard let stamp = event["DTSTAMP"]?.value, stamp.utf8.count == 16, stamp.hasSuffix("Z") else {
                throw Refusal(what: "DTSTAMP")
            }
        }
        self.events = events
    }

    /// A text value as people read it.
    static func text(_ value: String) -> String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
