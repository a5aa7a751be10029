import Columns

/// An Excel workbook (Office Open XML, ECMA-376), opened: its sheets, their formats and shared texts.
///
/// Its sheets are read by any number of threads.
struct Workbook: Sendable {
    struct Sheet: Sendable {
        var name: String
        var isHidden: Bool
        var content: Content
    }

    /// What a sheet holds.
    enum Content: Sendable, Equatable {
        /// Rows, in this part.
        case rows(part: String)
        /// No rows: a chart, a macro.
        case noRows
        /// The workbook names no part of it, as old macro modules have none.
        case nothing
    }

    let sheets: [Sheet]
    private let archive: WorkbookArchive
    private let formats: NumberFormats
    private let from1904: Bool
    private let strings: SharedStrings
    private let spools: String

    /// - Parameter spools: the folder in which files without a name may lie.
    init(
        _ file: InputFile, spools: String, stringMemory: Int = SharedStrings.usualMemory,
        reading: PartReading = .usual
    ) throws(WorkbookProblem) {
        let archive = try WorkbookArchive(file, reading)
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
            var found = Sheet(name: sheet.name, isHidden: sheet.isHidden, content: .nothing)
            if sheet.relationship.isEmpty { return found }
            guard let relation = parts[sheet.relationship] else { throw .missingPart(sheet: sheet.name) }
            let part = PartName.resolve(relation.target, from: main)
            guard relation.kind == "worksheet" else {
                found.content = .noRows
                return found
            }
            guard archive.has(part) else { throw .missingPart(sheet: sheet.name) }
            found.content = .rows(part: part)
            return found
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
            strings = try archive.scan(name, into: SharedStringSink(strings))?.strings ?? strings
        }
        try strings.finish()
        self.strings = strings
    }

    /// Reads the rows of a sheet.
    func text(
        of part: String, calling path: String, isDateHeading: @escaping @Sendable (String) -> Bool
    ) throws(WorkbookProblem) -> SpooledSheet {
        let file: SpoolFile
        do { file = try SpoolFile(in: spools) } catch { throw .spool(error) }
        let spool = SheetSpool(
            file, from1904: from1904, headRows: archive.reading.headRows, isDateHeading: isDateHeading)
        guard var sink = try archive.scan(part, into: SheetSink(spool, strings, formats)) else {
            throw .missingPart(sheet: part)
        }
        try sink.spool.finish()
        let text: InputFile
        do { text = try file.finish(calling: path) } catch { throw .spool(error) }
        var sheet = SpooledSheet(file: text, sink: sink)
        if !sink.merges.isEmpty {
            (sheet.file, sheet.merged) = try MergeFill.fill(
                text, sink.merges, width: sink.spool.width, lastRow: sheet.lastRow, part: part, spools: spools,
                archive.budget)
        }
        return sheet
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
    /// For each column the rows whose value there comes from a merged area.
    var merged: [[ClosedRange<Int>]] = []

    init(file: InputFile, sink: SheetSink) {
        self.file = file
        lastRow = sink.spool.lastRow
        keyCells = sink.spool.keyCells
        cellsBeyond = sink.spool.cellsBeyond
        hiddenRows = sink.spool.hiddenRows
        formulasWithoutResult = sink.formulasWithoutResult
        figures = sink.spool.figures
    }
}
