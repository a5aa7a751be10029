/// How a cell looks. Equal styles are stored once in a workbook.
public struct CellStyle: Hashable, Sendable {
    /// What the cell holds, for the spreadsheet.
    public enum Content: Hashable, Sendable {
        case general
        /// Text whatever it looks like: digits keep their zeros, and typing over it keeps it text.
        case text
        /// A count with thousands divided as the reader's spreadsheet does it.
        case integer
        /// A part of one, shown as per cent with one decimal.
        case share
        /// A count of change, with its sign.
        case change
        /// A day, shown day first whatever the reader's settings.
        case day
    }

    public enum Alignment: Hashable, Sendable { case natural, left, center, right }

    public var content: Content
    public var isBold = false
    public var isItalic = false
    /// Points; nil is the workbook's own size.
    public var size: Int?
    public var alignment: Alignment = .natural
    /// Whether text stands in the middle of its row's height, not at its top.
    public var isMiddle = false
    public var wraps = false
    public var hasBorder = false
    /// Red, green, blue as 0xRRGGBB.
    public var fill: UInt32?
    public var color: UInt32?

    public init(_ content: Content = .general) {
        self.content = content
    }

    /// The same style with some things changed.
    public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}
