import Columns
import Testing

@testable import Tabular

@Suite struct WorkbookArchiveTests {
    private static let xml = Array(
        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"b\"/></Relationships>".utf8)
    private static let long =
        Array("<Relationships>".utf8) + [UInt8](repeating: 32, count: 3 << 20) + Array("</Relationships>".utf8)

    private static func part(_ name: String = "a.xml", _ change: (inout StoredArchive.Part) -> Void = { _ in })
        -> StoredArchive.Part
    {
        var part = StoredArchive.Part(name: name, bytes: xml)
        change(&part)
        return part
    }

    private static func read(_ archive: StoredArchive, _ name: String = "a.xml") throws(WorkbookProblem) -> Int? {
        let file: InputFile
        do { file = try archive.file() } catch { throw .noWorkbook }
        return try WorkbookArchive(file).read(name, into: RelationshipSink())?.found.count
    }

    @Test func partsAreRead() throws {
        #expect(try Self.read(StoredArchive(Self.part())) == 1)
        #expect(try Self.read(StoredArchive(Self.part { $0.isDeflated = true })) == 1)
        #expect(try Self.read(StoredArchive(Self.part { $0.isWide = true })) == 1)
        #expect(try Self.read(StoredArchive(Self.part("XL\\a%20b.xml")), "xl/A b.xml") == 1)
        #expect(try Self.read(StoredArchive(Self.part()), "none.xml") == nil)
        let long = StoredArchive.Part(name: "a.xml", bytes: Self.long, isDeflated: true)
        #expect(try Self.read(StoredArchive(long)) == 0)
    }

    /// Rows are taken by their shape from archives too, unless the parser shall read them all.
    @Test(arguments: [true, false]) func partsAreReadByEitherWay(takesShapes: Bool) throws {
        let rows = (1...200).map { "<row r=\"\($0)\"><c r=\"B\($0)\" t=\"str\"><v>x</v></c></row>" }.joined()
        let sheet = Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)
        let file = try StoredArchive(StoredArchive.Part(name: "a.xml", bytes: sheet, isDeflated: true)).file()
        let archive = try WorkbookArchive(file, PartReading(takesShapes: takesShapes, pieceSize: 700, headRows: 1))
        let spool = SheetSpool(try SpoolFile(in: SheetReading.folder), from1904: false, headRows: 1) { _ in false }
        let strings = SharedStrings(directory: SheetReading.folder)
        var sink = try #require(try archive.scan("a.xml", into: SheetSink(spool, strings, NumberFormats())))
        try sink.spool.finish()
        #expect(sink.spool.lines.lastColumn == (takesShapes ? 1 : nil) && sink.spool.lastRow == 200)
    }

    /// A comment of any length, even one that holds what looks like the end of an archive.
    @Test(arguments: [1, 20_000, 65_535]) func longComments(_ count: Int) throws {
        var archive = StoredArchive(Self.part())
        archive.comment = (0..<count).map { [0x50, 0x4B, 5, 6][$0 % 4] }
        #expect(try Self.read(archive) == 1)
    }

    static let refused: [(StoredArchive, WorkbookProblem)] = [
        (StoredArchive(part { $0.sum = 1 }), .damagedArchive),
        (StoredArchive(part { $0.declared = 9 }), .damagedArchive),
        (StoredArchive(part { ($0.isDeflated, $0.declared) = (true, 9) }), .damagedArchive),
        (StoredArchive(part { ($0.isDeflated, $0.sum) = (true, 9) }), .damagedArchive),
        (StoredArchive(part { $0.method = 12 }), .compression(part: "a.xml")),
        (StoredArchive(part { $0.method = 8 }), .damagedArchive),
        (StoredArchive(part { $0.offset = 4 }), .damagedArchive),
        (StoredArchive(part { $0.offset = 1 << 30 }), .damagedArchive),
        // Two parts in the same bytes: each would be inflated again.
        (StoredArchive(part(), part("b.xml") { $0.offset = 0 }), .damagedArchive),
        (StoredArchive(part(), part("A.xml")), .duplicatePart("a.xml")),
        (StoredArchive(part(), part("a%2Exml")), .duplicatePart("a.xml")),
        (StoredArchive(part("[Content_Types].xml"), part { $0.flags = 1 }), .encrypted),
        (StoredArchive(part("daftar.csv") { $0.flags = 1 }), .foreign(.lockedArchive)),
        (StoredArchive(part { $0.declared = 17 << 20 }), .bomb(inflated: 17 << 20, stored: 290)),
    ]

    @Test(arguments: refused.indices) func hostileArchivesAreRefused(_ place: Int) throws {
        let (archive, problem) = Self.refused[place]
        var said: WorkbookProblem?
        do throws(WorkbookProblem) { _ = try Self.read(archive) } catch { said = error }
        if case .bomb(let inflated, _)? = said, case .bomb(let expected, _) = problem {
            #expect(inflated == expected)
        } else {
            #expect(said == problem)
        }
    }

    @Test(arguments: [
        ("word/document.xml", "word"), ("ppt/presentation.xml", "powerpoint"), ("xl/workbook.bin", "binary_workbook"),
        ("visio/document.xml", "visio"),
    ])
    func archivesOfOtherPrograms(_ part: String, _ code: String) throws {
        var said: WorkbookProblem?
        do throws(WorkbookProblem) { _ = try Self.read(StoredArchive(Self.part(part))) } catch { said = error }
        guard case .foreign(let format)? = said else {
            Issue.record("\(part): \(said.debugDescription)")
            return
        }
        #expect(format.code == code)
    }

    /// A thread that inflates ahead hands its failure over behind what it made before.
    @Test func damageBehindMuchThatIsWhole() throws {
        var bytes = StoredArchive(StoredArchive.Part(name: "a.xml", bytes: Self.long, isDeflated: true)).bytes
        bytes[2 << 20] = 60
        let spool = try SpoolFile(in: SheetReading.folder)
        try spool.append(bytes.span)
        let archive = try WorkbookArchive(try spool.finish(calling: "archive"))
        #expect(throws: WorkbookProblem.self) { try archive.read("a.xml", into: RelationshipSink()) }
    }
}
