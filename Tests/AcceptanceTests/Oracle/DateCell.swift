/// What the text of a date cell says.
enum DateCell: Equatable, Sendable {
    case empty
    case day(Day)
    case unreadable

    var day: Day? {
        if case .day(let day) = self { return day }
        return nil
    }

    init(_ text: String) {
        let text = Text.trimmed(text)
        if text.isEmpty {
            self = .empty
        } else if let day = DateCell.numeric(text) ?? DateCell.iso(text) ?? DateCell.named(text) {
            self = .day(day)
        } else {
            self = .unreadable
        }
    }

    /// `DD|MM|YYYY`, `DD-MM-YYYY`, `DD/MM/YYYY`, `DD.MM.YYYY`.
    private static func numeric(_ text: String) -> Day? {
        for separator in ["|", "-", "/", "."] as [Character] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, parts.map(\.count) == [2, 2, 4], parts.allSatisfy(Text.isDigits) else { continue }
            return day(parts[2], parts[1], parts[0])
        }
        return nil
    }

    /// `YYYY-MM-DD`, also followed by a blank or `T` and a time.
    private static func iso(_ text: String) -> Day? {
        let date = String(text.prefix(10))
        let rest = String(text.dropFirst(10))
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy(Text.isDigits) else { return nil }
        if !rest.isEmpty {
            guard rest.hasPrefix(" ") || rest.hasPrefix("T"), rest.contains(":") else { return nil }
        }
        return day(parts[0], parts[1], parts[2])
    }

    /// `17 Agustus 1990`, `17-Agu-1990`.
    private static func named(_ text: String) -> Day? {
        for separator in [" ", "-"] as [Character] {
            let parts = text.split(separator: separator).map(String.init)
            guard parts.count == 3, Text.isDigits(parts[0]), Text.isDigits(parts[2]), parts[2].count == 4 else {
                continue
            }
            guard let month = months[parts[1].uppercased()] else { continue }
            return day(parts[2], String(month), parts[0])
        }
        return nil
    }

    private static func day(_ year: String, _ month: String, _ day: String) -> Day? {
        guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return Day(year, month, day)
    }

    static let monthNames = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ]

    private static let months: [String: Int] = {
        var table: [String: Int] = [:]
        for (index, name) in monthNames.enumerated() {
            table[name.uppercased()] = index + 1
            table[name.prefix(3).uppercased()] = index + 1
        }
        return table
    }()
}
