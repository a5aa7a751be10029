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
        default: SheetTarget.take(bytes)
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
        func lists(_ reading: PartReading) -> ListFile? {
            try? ListFile(
                file, path: "list.xlsx", spools: FuzzTarget.folder, schema: ForeignLists.schema, reading: reading)
        }
        let byParser = texts(lists(PartReading(takesShapes: false, headRows: 1)))
        precondition(texts(lists(PartReading(pieceSize: 1 + bytes.count % 500, headRows: 1))) == byParser)
        guard let lists = lists(.usual) else { return }
        for list in lists.lists {
            precondition(list.text.size >= 0)
            var head = [UInt8](repeating: 0, count: list.text.size)
            guard (try? list.text.read(at: 0, count: head.count, into: &head)) != nil else { continue }
            _ = try? list.open(ForeignLists.population, schema: ForeignLists.schema) { Array(head.prefix($0)) }
        }
    }

    /// The lists of a file as text; nil where it was refused.
    private static func texts(_ file: ListFile?) -> [[UInt8]]? {
        file?.lists.map { list in
            var text = [UInt8](repeating: 0, count: min(list.text.size, 1 << 20))
            _ = try? list.text.read(at: 0, count: text.count, into: &text)
            return text
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
}
