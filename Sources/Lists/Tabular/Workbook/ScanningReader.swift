import Columns

/// Reads a part by the XML parser, and the plain items in it without.
///
/// The parser is fed all that comes before the items and behind them, and every item that is not plain, up to the end of
/// the piece. An item that was taken by its shape is well-formed by itself and changes nothing for what follows, so that
/// the parser need not know of it.
struct ScanningReader<Sink: ScannedSink> {
    private let reader: XMLReader<Sink>
    private let takesShapes: Bool
    private var isScanning = false
    /// The beginning of an item that does not end in the piece before.
    private var rest: [UInt8] = []

    /// - Parameter takesShapes: false where the parser shall read all of it.
    init(_ reader: XMLReader<Sink>, takesShapes: Bool = true) {
        self.reader = reader
        self.takesShapes = takesShapes
    }

    /// Takes in the next piece.
    mutating func take(_ piece: Piece) throws(WorkbookProblem) {
        if isScanning, !piece.prepend(rest.span) {
            try reader.feed(rest.span)
            isScanning = false
        }
        rest.removeAll(keepingCapacity: true)
        if !isScanning, takesShapes { try enter(piece) }
        if isScanning {
            if try !reader.scan(piece) {
                piece.withBytes { rest.append(copying: $0) }
                return
            }
            isScanning = false
        }
        // Whatever is odd, the parser reads to the end of the piece: looking for the way back at every item could be
        // made to cost more than it saves.
        try piece.withBytes { (bytes) throws(WorkbookProblem) in try reader.feed(bytes) }
    }

    func finish() throws(WorkbookProblem) -> Sink {
        try reader.feed(rest.span)
        return try reader.finish()
    }

    /// Lets the parser read to the end of the next item, if all that comes before is settled, and leaves the ones behind
    /// it to the scan.
    private mutating func enter(_ piece: Piece) throws(WorkbookProblem) {
        guard reader.isPlain, reader.isSettled, let end = piece.countBehind(Sink.itemEnd) else { return }
        try piece.withBytes(end) { (bytes) throws(WorkbookProblem) in try reader.feed(bytes) }
        piece.drop(end)
        isScanning = reader.isPlain && reader.standsBehindElement && reader.isBetweenItems
    }
}
