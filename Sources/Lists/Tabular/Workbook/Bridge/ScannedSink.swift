/// What takes in a part that is mostly a row of like items: the rows of a sheet, shared texts.
protocol ScannedSink: XMLSink {
    /// The tag that ends an item.
    static var itemEnd: StaticString { get }
    /// Whether items may be taken from here on, once the parser stands between two of them.
    var isSettled: Bool { get }
    /// Whether the parser stands between two items.
    var isBetweenItems: Bool { get }
    /// Takes plain items from the beginning of a piece and drops them from it.
    ///
    /// - Parameter hasX14ac: whether attributes may have that prefix.
    /// - Returns: whether what stands there now is no plain item; false where it only does not end in the piece.
    mutating func scan(_ piece: Piece, hasX14ac: Bool) throws(WorkbookProblem) -> Bool
}
