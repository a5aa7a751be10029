import Columns

/// The parts of a workbook, found by name, within what a list may inflate to. Any number of threads read it.
final class WorkbookArchive: Sendable {
    private let file: InputFile
    /// By folded name.
    private let parts: [String: ZipDirectory.Part]
    let budget: InflationBudget
    let reading: PartReading

    /// Inflated bytes that any workbook may have, however small its file.
    private static let free = 16 << 20
    /// Beyond those, so many times its file: the best that lists compress to is a quarter of that.
    private static let ratio = 200
    /// Parts of so many bytes are inflated by a thread of their own.
    private static let long = 1 << 20

    init(_ file: InputFile, _ reading: PartReading = .usual) throws(WorkbookProblem) {
        self.file = file
        self.reading = reading
        let (product, overflow) = file.size.multipliedReportingOverflow(by: Self.ratio)
        let limit = max(Self.free, overflow ? .max : product)
        budget = InflationBudget(limit: limit, stored: file.size)
        var parts: [String: ZipDirectory.Part] = [:]
        var declared = 0
        var isEncrypted = false
        var duplicate: String?
        for part in try ZipDirectory(file).parts {
            if part.name.hasSuffix("/") { continue }
            let name = PartName.folded(part.name)
            if parts.updateValue(part, forKey: name) != nil { duplicate = duplicate ?? name }
            declared = declared.addingReportingOverflow(part.size).partialValue
            if part.isEncrypted { isEncrypted = true }
        }
        if let foreign = ForeignFormat.ofArchive({ parts[$0] != nil }) { throw .foreign(foreign) }
        let isWorkbook = parts["[content_types].xml"] != nil || parts["_rels/.rels"] != nil
        if isEncrypted { throw isWorkbook ? .encrypted : .foreign(.lockedArchive) }
        if let duplicate { throw .duplicatePart(duplicate) }
        if declared < 0 || declared > limit { throw .bomb(inflated: max(limit, declared), stored: file.size) }
        self.parts = parts
    }

    /// Whether the archive has a part.
    func has(_ name: String) -> Bool { parts[PartName.folded(name)] != nil }

    /// Reads an XML part into a sink; nil if there is no such part.
    func read<Sink: XMLSink>(_ name: String, into sink: Sink) throws(WorkbookProblem) -> Sink? {
        let wanted = PartName.folded(name)
        guard let part = parts[wanted] else { return nil }
        let reader = try XMLReader(sink, part: wanted)
        try pieces(of: part) { (piece) throws(WorkbookProblem) in
            try piece.withBytes { (bytes) throws(WorkbookProblem) in try reader.feed(bytes) }
        }
        return try reader.finish()
    }

    /// Reads an XML part that is mostly a row of like items, most of them by their plain shape alone.
    func scan<Sink: ScannedSink>(_ name: String, into sink: Sink) throws(WorkbookProblem) -> Sink? {
        let wanted = PartName.folded(name)
        guard let part = parts[wanted] else { return nil }
        var reader = ScanningReader(try XMLReader(sink, part: wanted), takesShapes: reading.takesShapes)
        try pieces(of: part) { (piece) throws(WorkbookProblem) in try reader.take(piece) }
        return try reader.finish()
    }

    /// Hands over a part, piece by piece; of a long one, the next is inflated meanwhile.
    private func pieces(
        of part: ZipDirectory.Part, _ take: (Piece) throws(WorkbookProblem) -> Void
    ) throws(WorkbookProblem) {
        let file = self.file
        let budget = self.budget
        let isLong = part.size >= Self.long || part.stored >= Self.long
        let queue = isLong ? PieceQueue() : nil
        let make = { @Sendable () throws(WorkbookProblem) in try PartInflation(part, of: file, budget) }
        guard let queue, queue.start(make) else {
            let inflation = try make()
            let piece = Piece(room: reading.pieceSize)
            while try inflation.fill(piece) {
                try take(piece)
                piece.clear()
            }
            return
        }
        defer { queue.finish() }
        while let piece = try queue.next() {
            try take(piece)
            queue.give(piece)
        }
    }
}
