import Columns

@testable import Tabular

/// The XML of a sheet, read by the parser alone and by the shape of its rows, from the second row on.
struct SheetWays {
    struct Found: Equatable {
        var text: [UInt8]
        var lastRow: Int
        var width: Int
        var keyCells: Int
        var cellsBeyond: Int
        var hiddenRows: Int
        var formulasWithoutResult: Int
        var figures: [[Int]]
        var merges: [MergedArea]
    }

    let xml: [UInt8]
    let from1904: Bool

    init(_ xml: [UInt8], from1904: Bool) {
        self.xml = xml
        self.from1904 = from1904
    }

    func byParser() -> Result<Found, WorkbookProblem> {
        found { (sink) throws(WorkbookProblem) in
            let reader = try XMLReader(sink, part: "part")
            try reader.feed(xml.span)
            return try reader.finish()
        }
    }

    /// - Parameter pieces: bytes that come at once.
    func byShape(pieces: Int) -> Result<Found, WorkbookProblem> {
        found { (sink) throws(WorkbookProblem) in
            var reader = ScanningReader(try XMLReader(sink, part: "part"))
            let piece = Piece()
            var at = 0
            while at < xml.count {
                let end = min(xml.count, at + pieces)
                piece.clear()
                piece.append(xml.span.extracting(at..<end))
                piece.seal()
                try reader.take(piece)
                at = end
            }
            return try reader.finish()
        }
    }

    private func found(
        _ read: (SheetSink) throws(WorkbookProblem) -> SheetSink
    ) -> Result<Found, WorkbookProblem> {
        do throws(WorkbookProblem) {
            let file: SpoolFile
            do { file = try SpoolFile(in: FuzzTarget.folder, bufferSize: 1 << 12) } catch { throw .spool(error) }
            let spool = SheetSpool(file, from1904: from1904, headRows: 1) { $0 == "TGL LAHIR" }
            var strings = SharedStrings(directory: FuzzTarget.folder)
            for text in ["Budi", "", "a,b", "1271901708900010"] { try strings.append(Array(text.utf8).span) }
            try strings.finish()
            var sink = try read(SheetSink(spool, strings, NumberFormats()))
            try sink.spool.finish()
            return .success(try Self.found(sink, file))
        } catch {
            return .failure(error)
        }
    }

    private static func found(_ sink: SheetSink, _ file: SpoolFile) throws(WorkbookProblem) -> Found {
        var text: [UInt8] = []
        do throws(FileError) {
            let written = try file.finish(calling: "sheet")
            text = [UInt8](repeating: 0, count: min(written.size, 1 << 20))
            _ = try written.read(at: 0, count: text.count, into: &text)
        } catch {
            throw .spool(error)
        }
        return Found(
            text: text, lastRow: sink.spool.lastRow, width: sink.spool.width, keyCells: sink.spool.keyCells,
            cellsBeyond: sink.spool.cellsBeyond, hiddenRows: sink.spool.hiddenRows,
            formulasWithoutResult: sink.formulasWithoutResult,
            figures: sink.spool.figures.map {
                [$0.longNumbers, $0.roundedNumbers, $0.longTexts, $0.roundedTexts]
            }, merges: sink.merges)
    }
}
