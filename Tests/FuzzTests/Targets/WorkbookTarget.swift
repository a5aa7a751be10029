import Columns

@testable import Schema
@testable import Tabular

/// Parts of workbooks as any XML, and files as any bytes. The first byte chooses.
enum WorkbookTarget {
    static func take(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        switch first % 8 {
        case 0: readWhole(rest)
        case 1: _ = try? read(WorkbookSink(), rest)
        case 2: _ = try? read(RelationshipSink(), rest)
        case 3: _ = try? read(NumberFormats(), rest)
        case 4: readStrings(rest)
        default: readSheet(rest, from1904: first % 8 == 5)
        }
    }

    private static func read<Sink: XMLSink>(_ sink: Sink, _ xml: [UInt8]) throws(WorkbookProblem) -> Sink {
        let reader = try XMLReader(sink, part: "part")
        // In two pieces, cut anywhere: the parser must not care.
        let cut = xml.count / 3
        try reader.feed(xml.span.extracting(0..<cut))
        try reader.feed(xml.span.extracting(cut..<xml.count))
        return try reader.finish()
    }

    private static func readWhole(_ bytes: [UInt8]) {
        guard let file = RecordTarget.file(bytes) else { return }
        guard
            let lists = try? ListFile(
                file, path: "list.xlsx", spools: FuzzTarget.folder, schema: ForeignLists.schema)
        else { return }
        for list in lists.lists {
            precondition(list.text.size >= 0)
            var head = [UInt8](repeating: 0, count: list.text.size)
            guard (try? list.text.read(at: 0, count: head.count, into: &head)) != nil else { continue }
            _ = try? list.open(ForeignLists.population, schema: ForeignLists.schema) { Array(head.prefix($0)) }
        }
    }

    private static func readStrings(_ bytes: [UInt8]) {
        // So little memory that texts spill.
        let strings = SharedStrings(directory: FuzzTarget.folder, memory: 64)
        guard var found = try? read(SharedStringSink(strings), bytes).strings else { return }
        guard (try? found.finish()) != nil else { return }
        var text: [UInt8] = []
        for number in [0, found.count / 2, found.count - 1] where number >= 0 {
            guard let isThere = try? found.copy(number, to: &text) else { continue }
            precondition(isThere == (number < found.count))
        }
    }

    private static func readSheet(_ bytes: [UInt8], from1904: Bool) {
        guard let file = try? SpoolFile(in: FuzzTarget.folder, bufferSize: 1 << 12) else { return }
        let spool = SheetSpool(file, from1904: from1904) { $0 == "TGL LAHIR" }
        var strings = SharedStrings(directory: FuzzTarget.folder)
        guard (try? strings.append(Array("Budi".utf8).span)) != nil, (try? strings.finish()) != nil else { return }
        let prolog = Array("<worksheet><sheetData>".utf8)
        let isPart = bytes.starts(with: Array("<?xml".utf8)) || bytes.starts(with: Array("<worksheet".utf8))
        let xml = isPart ? bytes : prolog + bytes + Array("</sheetData></worksheet>".utf8)
        guard var sink = try? read(SheetSink(spool, strings, NumberFormats()), xml) else { return }
        guard (try? sink.spool.finish()) != nil, let text = try? file.finish(calling: "sheet") else { return }
        // Every row is a record of the width of the table.
        var all = [UInt8](repeating: 0, count: text.size)
        guard text.size < 1 << 20, (try? text.read(at: 0, count: all.count, into: &all)) != nil else { return }
        let dialect = Dialect(.init(byte: 0x2C), encoding: .workbook)
        let records = RecordSplitter(dialect).records(in: all)
        precondition(records.count == sink.spool.lastRow)
        for record in records where record.problem == nil {
            precondition(record.cells.count == sink.spool.width || record.cells == [[]])
        }
    }
}
