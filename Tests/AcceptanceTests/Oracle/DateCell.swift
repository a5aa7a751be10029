/// What the text of a date cell says (lists.md, "Dates").
enum DateCell: Equatable, Sendable {
    /// Blank, `-`, `0`, or zeros with any divider or order: missing, not wrong.
    case empty
    case day(Day)
    case unreadable

    var day: Day? {
        if case .day(let day) = self { return day }
        return nil
    }

    init(_ text: String) {
        let text = Text.trimmed(text)
        if DateCell.isMissing(text) {
            self = .empty
        } else if let day = DateCell.date(text) {
            self = .day(day)
        } else {
            self = .unreadable
        }
    }

    private static func isMissing(_ text: String) -> Bool {
        let (date, isWhole) = withoutTime(text)
        return text.isEmpty || text == "-" || isZeros(text) || (isWhole && isZeros(date))
    }

    private static func isZeros(_ text: String) -> Bool {
        text.contains("0") && text.allSatisfy { "0|-/. ".contains($0) }
    }

    private static func date(_ text: String) -> Day? {
        let (date, isWhole) = withoutTime(text)
        guard isWhole else { return nil }
        for divider in ["|", "-", "/", ".", " "] as [Character] {
            let parts = date.split(separator: divider, omittingEmptySubsequences: divider == " ").map(String.init)
            guard parts.count == 3 else { continue }
            return divided(parts, by: divider)
        }
        return nil
    }

    /// Day first always, the year with four digits; `YYYY-MM-DD` alone begins with the year.
    private static func divided(_ parts: [String], by divider: Character) -> Day? {
        if divider == "-", parts[0].count == 4 { return day(parts[0], parts[1], parts[2]) }
        if let month = months[parts[1].uppercased()] {
            return divider == "-" || divider == " " ? day(parts[2], String(month), parts[0]) : nil
        }
        return divider == " " ? nil : day(parts[2], parts[1], parts[0])
    }

    private static func day(_ year: String, _ month: String, _ day: String) -> Day? {
        guard [year, month, day].allSatisfy(Text.isDigits), year.count == 4, month.count <= 2, day.count <= 2 else {
            return nil
        }
        guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return Day(year, month, day)
    }

    /// "A time after any of them is cut off": the date before it, and whether what was cut off is a time.
    private static func withoutTime(_ text: String) -> (date: String, isWhole: Bool) {
        var words = text.split(whereSeparator: { $0.unicodeScalars.allSatisfy(Text.isBlank) }).map(String.init)
        if words.count == 1, let mark = words[0].firstIndex(of: "T"), words[0].contains(":") {
            words = [String(words[0][..<mark]), String(words[0][words[0].index(after: mark)...])]
        }
        // `17 Agustus 1990` is three words of its own.
        let length = words.count >= 3 && months[words[1].uppercased()] != nil ? 3 : 1
        let time = words.dropFirst(length)
        let isTime = time.enumerated().allSatisfy { place, word in
            place == 0 ? isClock(word) : ["AM", "PM", "WIB", "WITA", "WIT", "UTC", "Z"].contains(word.uppercased())
        }
        return (words.prefix(length).joined(separator: " "), isTime)
    }

    /// `00:00:00`, `0:00`, `00.00`, `07:30:00.000`, `12:30:00Z`, `00:00:00+07:00`.
    private static func isClock(_ word: String) -> Bool {
        let time = word.uppercased().split(whereSeparator: { "Z+".contains($0) }).first.map(String.init) ?? ""
        let parts = time.split(whereSeparator: { ":.".contains($0) }).map(String.init)
        return (2...4).contains(parts.count) && parts.allSatisfy(Text.isDigits)
    }

    static let monthNames = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ]

    private static let months: [String: Int] = {
        var table = ["PEBRUARI": 2, "PEB": 2, "NOPEMBER": 11, "NOP": 11, "AGT": 8]
        for (index, name) in monthNames.enumerated() {
            table[name.uppercased()] = index + 1
            table[name.prefix(3).uppercased()] = index + 1
        }
        return table
    }()
}
