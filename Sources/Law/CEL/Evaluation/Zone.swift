/// A time zone: how far local time lies from UTC at a moment.
struct Zone {
    private enum Kind {
        case fixed(Int64)
        case rules(ZoneFile)
    }

    private let kind: Kind

    /// Reads `UTC`, a fixed offset (`+11:00`, `02:00`), or a name of the system's tz database.
    init(named name: String) throws(OperationFailure) {
        if name == "UTC" || name == "Z" || name.isEmpty {
            kind = .fixed(0)
        } else if let offset = Self.offset(name) {
            kind = .fixed(offset)
        } else if let file = ZoneFile(named: name) {
            kind = .rules(file)
        } else {
            throw OperationFailure(
                id: "zona waktu '\(name.prefix(60))' tidak dikenal", en: "unknown time zone '\(name.prefix(60))'")
        }
    }

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int64 {
        switch kind {
        case .fixed(let offset): offset
        case .rules(let file): file.offset(at: seconds)
        }
    }

    private static func offset(_ text: String) -> Int64? {
        var reader = TextReader(text.hasPrefix("+") || text.hasPrefix("-") ? text : "+" + text)
        guard text != "Z", let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }
}
