/// How the long parts of a workbook are read. All ways give the same; others than the usual one are for proving it.
struct PartReading: Sendable {
    /// Plain items are taken by their shape, not by the XML parser.
    var takesShapes = true
    /// Bytes of a part that come at once.
    var pieceSize = Piece.room
    /// Rows by which the width of a table is told: the parser reads them.
    var headRows = SheetSpool.usualHeadRows

    static let usual = PartReading()
}
