extension CellStyle {
    /// A heading of a list of people.
    public static let listHeading = listBody.with {
        $0.isBold = true
        $0.alignment = .center
        $0.isMiddle = true
        $0.fill = 0xE7EDF3
    }

    /// A cell of a list of people: text that wraps, in small letters, within a border.
    public static let listBody = CellStyle(.text).with {
        $0.hasBorder = true
        $0.wraps = true
        $0.size = 9
    }
}
