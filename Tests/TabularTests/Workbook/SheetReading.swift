import Columns
import Foundation
import Testing

@testable import Tabular

/// A sheet's XML read as the text that lists are read from.
struct SheetReading {
    var text = ""
    var problem: WorkbookProblem?
    var spool: SheetSpool?
    var formulasWithoutResult = 0
    var hiddenRows = 0
    var merges: [MergedArea] = []

    static let folder = FileManager.default.temporaryDirectory.path

    /// How the XML is read; both ways must give the same.
    enum Way: CaseIterable {
        /// Every element by the XML parser.
        case parser
        /// Plain rows by their shape, from the second row on.
        case shape
    }

    /// - Parameters:
    ///   - xml: what stands in `sheetData`, or a whole part.
    ///   - strings: shared strings, as the XML of their items.
    ///   - headRows: rows by which the width of the table is told; nil for the usual ones, or one where the others are to
    ///     be taken by their shape.
    ///   - textMemory: bytes of shared strings that stay in memory.
    init(
        _ xml: String, strings items: [String] = [], formats: String = "", from1904: Bool = false, pieces: Int = .max,
        dateHeadings: Set<String> = ["TGL LAHIR"], way: Way = .parser, headRows: Int? = nil, textMemory: Int = 1 << 20
    ) throws {
        // Whatever sheet a test makes, it proves one thing more with it.
        let bytes = Array(xml.utf8)
        func read(_ pieces: Int, _ way: Way, _ headRows: Int?) throws -> SheetReading {
            try SheetReading(
                bytes, isPart: xml.contains("sheetData"), strings: items, formats: formats, from1904: from1904,
                pieces: pieces, dateHeadings: dateHeadings, way: way, headRows: headRows, textMemory: textMemory)
        }
        let expected = try read(.max, .parser, 1)
        for share in [2, 7, 400] {
            let found = try read(max(1, bytes.count / share), .shape, 1)
            #expect(found.describesTheSame(as: expected), "\(share) pieces of \(xml.prefix(500))")
        }
        self = try read(pieces, way, headRows)
    }

    /// The same of bytes in whatever encoding, by one way alone.
    init(
        _ xml: [UInt8], isPart: Bool = true, strings items: [String] = [], formats: String = "", from1904: Bool = false,
        pieces: Int = .max, dateHeadings: Set<String> = ["TGL LAHIR"], way: Way = .parser, headRows: Int? = nil,
        textMemory: Int = 1 << 20
    ) throws {
        let whole =
            isPart ? xml : Array("<worksheet><sheetData>".utf8) + xml + Array("</sheetData></worksheet>".utf8)
        do throws(WorkbookProblem) {
            var strings = SharedStrings(directory: Self.folder, memory: textMemory)
            let texts = Array("<sst>\(items.joined())</sst>".utf8)
            strings = try Self.scan(SharedStringSink(strings), texts, pieces, way).strings
            try strings.finish()
            let styles = try Self.read(NumberFormats(), Array("<styleSheet>\(formats)</styleSheet>".utf8), pieces)
            let file: SpoolFile
            do { file = try SpoolFile(in: Self.folder) } catch { throw .spool(error) }
            let spool = SheetSpool(
                file, from1904: from1904, headRows: headRows ?? (way == .shape ? 1 : SheetSpool.usualHeadRows)
            ) {
                dateHeadings.contains($0)
            }
            var sink = try Self.scan(SheetSink(spool, strings, styles), whole, pieces, way)
            try sink.spool.finish()
            self.spool = sink.spool
            formulasWithoutResult = sink.formulasWithoutResult
            hiddenRows = sink.spool.hiddenRows
            merges = sink.merges
            text = try Self.text(file)
        } catch {
            problem = error
        }
    }

    static func text(_ spool: SpoolFile) throws(WorkbookProblem) -> String {
        do {
            return try text(spool.finish(calling: "sheet"))
        } catch {
            throw .spool(error)
        }
    }

    static func text(_ file: InputFile) throws(FileError) -> String {
        var bytes = [UInt8](repeating: 0, count: file.size)
        _ = try file.read(at: 0, count: bytes.count, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func read<Sink: XMLSink>(
        _ sink: Sink, _ xml: [UInt8], _ pieces: Int
    ) throws(WorkbookProblem) -> Sink {
        let reader = try XMLReader(sink, part: "part")
        var at = 0
        while at < xml.count {
            let end = pieces == .max ? xml.count : min(xml.count, at + pieces)
            try reader.feed(xml.span.extracting(at..<end))
            at = end
        }
        return try reader.finish()
    }

    private static func scan<Sink: ScannedSink>(
        _ sink: Sink, _ xml: [UInt8], _ pieces: Int, _ way: Way
    ) throws(WorkbookProblem) -> Sink {
        if way == .parser { return try read(sink, xml, pieces) }
        var reader = ScanningReader(try XMLReader(sink, part: "part"))
        let piece = Piece()
        var at = 0
        while at < xml.count {
            let end = min(xml.count, at + min(pieces, Piece.room))
            piece.clear()
            piece.append(xml.span.extracting(at..<end))
            piece.seal()
            try reader.take(piece)
            at = end
        }
        return try reader.finish()
    }
}
