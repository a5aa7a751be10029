extension CivilDate {
    /// Reads exactly `YYYY-MM-DD`; nil for anything else.
    public init?(iso bytes: Span<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.number(bytes, 0, 4), let month = Digits.number(bytes, 5, 7),
            let day = Digits.number(bytes, 8, 10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads exactly `YYYY-MM-DD`; nil for anything else.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        self.init(iso: bytes.span)
    }

    /// Writes `YYYY-MM-DD`; nothing for a day outside the years 1 to 9999.
    public func append(to bytes: inout [UInt8]) {
        guard self >= .earliest, self <= .latest else { return }
        let parts = components
        func digit(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: 48 &+ value % 10)) }
        digit(parts.year / 1000)
        digit(parts.year / 100)
        digit(parts.year / 10)
        digit(parts.year)
        bytes.append(UInt8(ascii: "-"))
        digit(parts.month / 10)
        digit(parts.month)
        bytes.append(UInt8(ascii: "-"))
        digit(parts.day / 10)
        digit(parts.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
