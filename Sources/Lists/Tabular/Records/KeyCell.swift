import Civil

/// Cells of NIKs and family cards: whether one says anything.
enum KeyCell {
    /// With fewer digits a cell identifies nobody.
    static let fewestDigits = 8

    /// Whether a cell holds a number that may be somebody's, however damaged: of eight digits or more, behind no word, and
    /// no longer than such numbers are. Fewer digits behind a colon are what a letterhead states: `: 1271901002`.
    static func isReadable(_ cell: String) -> Bool {
        let bytes = Array(cell.utf8)
        if case .value = NIK.read(bytes.span) { return true }
        let digits = bytes.count { $0 &- 48 < 10 }
        guard digits >= fewestDigits, digits <= RowKinds.keyDigits else { return false }
        if digits < RowKinds.keyDigits, bytes.first(where: { $0 > 32 }) == UInt8(ascii: ":") { return false }
        return bytes.prefix { $0 &- 48 >= 10 }.count { ($0 | 0x20) &- 97 < 26 } < 2
    }
}
