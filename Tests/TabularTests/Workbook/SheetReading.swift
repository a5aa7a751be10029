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

    static let folder = FileManager.default.temporaryDirectory.path

    /// - Parameters:
    ///   - xml: what stands in `sheetData`, or a whole part.
    ///   - strings: shared strings, as the XML of their items.
    init(
        _ xml: String, strings items: [String] = [], formats: String = "", from1904: Bool = false, pieces: Int = .max,
        dateHeadings: Set<String> = ["TGL LAHIR"]
    ) throws {
        let whole = xml.contains("sheetData") ? xml : "<worksheet><sheetData>\(xml)</sheetData></worksheet>"
        do throws(WorkbookProblem) {
            var strings = SharedStrings(directory: Self.folder)
            strings = try Self.read(SharedStringSink(strings), "<sst>\(items.joined())</sst>").strings
            try strings.finish()
            let styles = try Self.read(NumberFormats(), "<styleSheet>\(formats)</styleSheet>")
            let file: SpoolFile
            do { file = try SpoolFile(in: Self.folder) } catch { throw .spool(error) }
            let spool = SheetSpool(file, from1904: from1904) { dateHeadings.contains($0) }
            var sink = try Self.read(SheetSink(spool, strings, styles), whole, pieces: pieces)
            try sink.spool.finish()
            self.spool = sink.spool
            formulasWithoutResult = sink.formulasWithoutResult
            hiddenRows = sink.hiddenRows
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
        _ sink: Sink, _ xml: String, pieces: Int = .max
    ) throws(WorkbookProblem) -> Sink {
        let reader = try XMLReader(sink, part: "part")
        let bytes = Array(xml.utf8)
        var at = 0
        while at < bytes.count {
            let end = min(bytes.count, pieces == .max ? bytes.count : at + pieces)
            try reader.feed(bytes.span.extracting(at..<end))
            at = end
        }
        return try reader.finish()
    }
}
