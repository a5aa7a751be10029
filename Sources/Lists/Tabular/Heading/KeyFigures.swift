/// What the keys of a list's first rows look like, for judging damage: how many there are, and how they end.
public struct KeyFigures: Sendable, Equatable {
    /// Keys of sixteen digits, and those among them that end in 0.
    public var whole = 0
    public var rounded = 0
    /// `1.27E+15`: the digits behind are gone.
    public var scientific = 0
    /// Cells that hold anything.
    public var filled = 0

    public init() {}

    /// - Parameter cell: where the key stands in a row; nil where the list has none.
    init(_ rows: RowSample, cell: Int?) {
        guard let cell else {
            self.init()
            return
        }
        self.init(rows.indices.lazy.compactMap { rows.text($0, cell) })
    }

    init(_ keys: some Sequence<String>) {
        for key in keys {
            let text = key.utf8.filter { $0 != 0x20 && $0 != 0x27 }
            if text.isEmpty { continue }
            filled += 1
            if text.count == 16, text.allSatisfy({ 48...57 ~= $0 }) {
                whole += 1
                if text.last == 48 { rounded += 1 }
            } else if Self.isScientific(text) {
                scientific += 1
            }
        }
    }

    /// `1.27190170890000E+15`, `1,27E+15`.
    private static func isScientific(_ text: [UInt8]) -> Bool {
        guard let e = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), e > 0, 48...57 ~= text[0] else {
            return false
        }
        let mantissa = text[..<e].allSatisfy { 48...57 ~= $0 || $0 == 0x2E || $0 == 0x2C }
        let power = text[(e + 1)...].drop { $0 == 0x2B }
        return mantissa && (1...3).contains(power.count) && power.allSatisfy { 48...57 ~= $0 }
    }
}
