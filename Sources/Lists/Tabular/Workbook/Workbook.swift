import Columns

/// An Excel workbook (Office Open XML, ECMA-376), opened: its sheets, their formats and shared texts.
struct Workbook {
    struct Sheet: Sendable {
        var name: String
        var isHidden: Bool
        /// The part that holds its rows; nil for a sheet without rows: a chart, a macro.
        var part: String?
    }

    let sheets: [Sheet]
    private let archive: WorkbookArchive
    private let formats: NumberFormats
    private let from1904: Bool
    private var strings: SharedStrings
    private let spools: String

    /// - Parameter spools: the folder in which files without a name may lie.
    init(_ file: InputFile, spools: String, stringMemory: Int = 64 << 20) throws(WorkbookProblem) {
        let archive = try WorkbookArchive(file)
        let roots = try archive.read(PartName.relationships(of: ""), into: RelationshipSink())?.found ?? [:]
        let root = roots.sorted { $0.key < $1.key }.map(\.value).first { $0.kind == "officeDocument" }
        guard let root else { throw .noWorkbook }
        let main = PartName.resolve(root.target, from: "")
        guard let book = try archive.read(main, into: WorkbookSink()), !book.sheets.isEmpty else { throw .noWorkbook }
        let parts = try archive.read(PartName.relationships(of: main), into: RelationshipSink())?.found ?? [:]
        self.archive = archive
        self.spools = spools
        from1904 = book.from1904
        sheets = try book.sheets.map { sheet throws(WorkbookProblem) in
            guard let relation = parts[sheet.relationship] else { throw .missingPart(sheet: sheet.name) }
            let part = PartName.resolve(relation.target, from: main)
            guard relation.kind == "worksheet" else { return Sheet(name: sheet.name, isHidden: sheet.isHidden) }
            guard archive.has(part) else { throw .missingPart(sheet: sheet.name) }
            return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part)
        }
        func part(_ kind: String) -> String? {
            parts.sorted { $0.key < $1.key }.first { $0.value.kind == kind }
                .map { PartName.resolve($0.value.target, from: main) }
        }
        formats =
            try part("styles").flatMap { name throws(WorkbookProblem) in
                try archive.read(name, into: NumberFormats())
            } ?? NumberFormats()
        var strings = SharedStrings(directory: spools, memory: stringMemory)
        if let name = part("sharedStrings") {
            strings = try archive.read(name, into: SharedStringSink(strings))?.strings ?? strings
        }
        try strings.finish()
        self.strings = strings
    }

    /// Reads the rows of a sheet.
    mutating func text(
        of part: String, calling path: String, isDateHeading: @escaping @Sendable (String) -> Bool
    ) throws(WorkbookProblem) -> SpooledSheet {
        let file: SpoolFile
        do { file = try SpoolFile(in: spools) } catch { throw .spool(error) }
        let spool = SheetSpool(file, from1904: from1904, isDateHeading: isDateHeading)
        guard var sink = try archive.read(part, into: SheetSink(spool, strings, formats)) else {
            throw .missingPart(sheet: part)
        }
        strings = sink.strings
        try sink.spool.finish()
        do {
            return SpooledSheet(file: try file.finish(calling: path), sink: sink)
        } catch {
            throw .spool(error)
        }
    }
}

/// The rows of a sheet as text, and what was met on the way.
struct SpooledSheet: Sendable {
    var file: InputFile
    var lastRow: Int
    var keyCells: Int
    var cellsBeyond: Int
    var hiddenRows: Int
    var formulasWithoutResult: Int
    var figures: [SheetSpool.ColumnFigures]

    init(file: InputFile, sink: SheetSink) {
        self.file = file
        lastRow = sink.spool.lastRow
        keyCells = sink.spool.keyCells
        cellsBeyond = sink.spool.cellsBeyond
        hiddenRows = sink.hiddenRows
        formulasWithoutResult = sink.formulasWithoutResult
        figures = sink.spool.figures
    }
}
