public import Columns
public import Diagnostics
public import Schema

/// A file that holds lists, whatever it is: text in some encoding, or a workbook whose sheets are lists.
///
/// Every list in it comes out as text in UTF-8: the file itself, or a file without a name into which it was written
/// again. All that reads lists reads those.
public struct ListFile: Sendable {
    /// As the user gave it.
    public let path: String
    /// The file itself.
    public let file: InputFile
    /// The lists it holds; a workbook may hold none.
    public private(set) var lists: [ListSource] = []
    /// Sheets of a workbook, whether or not there are lists on them; 0 for text.
    public private(set) var sheetCount = 0
    /// What there is to say about the file as a whole.
    public private(set) var notes: [Finding] = []

    /// - Parameters:
    ///   - spools: the folder in which files without a name may lie.
    ///   - schema: tells which headings are those of dates.
    ///   - sheet: the one sheet to read, where not all of a workbook are meant.
    ///   - textMemory: bytes of a workbook's shared texts that stay in memory; more of them go to disk.
    public init(
        _ file: InputFile, path: String, spools: String, schema: ListSchema, sheet: String? = nil,
        textMemory: Int = Self.usualTextMemory
    ) throws(ListFileError) {
        try self.init(
            file, path: path, spools: spools, schema: schema, sheet: sheet, textMemory: textMemory, reading: .usual)
    }

    /// - Parameter reading: how the parts of a workbook are read.
    init(
        _ file: InputFile, path: String, spools: String, schema: ListSchema, sheet: String? = nil,
        textMemory: Int = Self.usualTextMemory, reading: PartReading
    ) throws(ListFileError) {
        self.path = path
        self.file = file
        var head = try Self.read(file, at: 0, Self.glance, path)
        var tail: [UInt8] = []
        if head.starts(with: [0xD0, 0xCF]) {
            // What an old Office file holds stands in a directory anywhere in it.
            head = try Self.read(file, at: 0, Self.window, path)
            tail = try Self.read(file, at: max(0, file.size - Self.window) / 128 * 128, Self.window + 128, path)
        }
        switch FileKind(head, tail: tail) {
        case .foreign(let format): throw .refused(format.finding(path))
        case .archive: try readWorkbook(spools, schema, only: sheet, textMemory, reading)
        case .utf16(let bigEndian): try readUTF16(bigEndian, spools)
        case .text:
            lists = [ListSource(label: path, file: file, text: try mended(file, spools))]
            if Self.isNamedWorkbook(path), file.size > 0 { notes.append(SourceNote.textNamedWorkbook(path)) }
        }
    }

    /// Bytes of shared texts that stay in memory while one workbook is read.
    public static let usualTextMemory = SharedStrings.usualMemory

    /// Enough to tell what a file is, the longest header of a dBASE table included.
    private static let glance = 64 << 10
    private static let window = 4 << 20

    private static func read(
        _ file: InputFile, at offset: Int, _ count: Int, _ path: String
    ) throws(ListFileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, min(count, file.size - offset)))
        do {
            _ = try file.read(at: offset, count: bytes.count, into: &bytes)
        } catch {
            throw .unreadable(error)
        }
        return bytes
    }

    private static func isNamedWorkbook(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasSuffix(".xlsx") || name.hasSuffix(".xls") || name.hasSuffix(".xlsm")
    }

    private mutating func readUTF16(_ bigEndian: Bool, _ spools: String) throws(ListFileError) {
        let found: UTF16Text.Result
        do {
            found = try UTF16Text.transcode(file, bigEndian: bigEndian, spools: spools, calling: path)
        } catch {
            throw ListFileError(error, path)
        }
        notes.append(SourceNote.utf16(path, broken: found.broken))
        var list = ListSource(label: path, file: file, text: try mended(found.file, spools))
        list.encoding = bigEndian ? .utf16BigEndian : .utf16LittleEndian
        lists = [list]
    }

    /// The text with line ends of one kind.
    private mutating func mended(_ text: InputFile, _ spools: String) throws(ListFileError) -> InputFile {
        guard LineEnds.areTripled(try Self.read(text, at: 0, Self.glance, path)) else { return text }
        notes.append(SourceNote.tripledLineEnds(path))
        do { return try LineEnds.mend(text, spools: spools, calling: path) } catch { throw ListFileError(error, path) }
    }

    private mutating func readWorkbook(
        _ spools: String, _ schema: ListSchema, only: String?, _ textMemory: Int, _ reading: PartReading
    ) throws(ListFileError) {
        let words = schema.headingWords
        let workbook: Workbook
        do {
            workbook = try Workbook(file, spools: spools, stringMemory: textMemory, reading: reading)
        } catch {
            throw ListFileError(error, path)
        }
        sheetCount = workbook.sheets.count
        if let only, !workbook.sheets.contains(where: { $0.name == only }) {
            throw .refused(SourceNote.noSuchSheet(path, only, workbook.sheets.map(\.name)))
        }
        var names: Set<String> = []
        for sheet in workbook.sheets where !names.insert(sheet.name.lowercased()).inserted {
            // Excel holds names of sheets apart without regard to case.
            throw ListFileError(.duplicatePart(sheet.name), path)
        }
        let wanted = workbook.sheets.filter { only == nil || $0.name == only }
        let labels = wanted.map { sheetCount == 1 ? path : "\(path)#\($0.name)" }
        let texts = SheetTexts.read(wanted, workbook, labels: labels) { words.isDate($0) }
        for ((sheet, label), text) in zip(zip(wanted, labels), texts) {
            switch (sheet.content, text) {
            case (.noRows, _): notes.append(SourceNote.chart(label))
            case (.nothing, _): notes.append(SourceNote.noContent(label))
            case (.rows, .failure(let problem)?): throw ListFileError(problem, label)
            case (.rows, .success(let text)?):
                var list = ListSource(label: label, file: file, text: text.file)
                list.encoding = .workbook
                list.sheet = ListSource.Sheet(sheet, text)
                lists.append(list)
            case (.rows, nil): throw .interrupted
            }
        }
    }
}

/// Why no list came out of a file.
public enum ListFileError: Error, Sendable {
    /// It is something else, or damaged.
    case refused(Finding)
    case unreadable(FileError)
    /// There is no room to set aside what it holds.
    case unspooled(FileError)
    case interrupted

    init(_ problem: WorkbookProblem, _ file: String) {
        switch problem {
        case .file(let error): self = .unreadable(error)
        case .spool(let error): self = .unspooled(error)
        case .interrupted: self = .interrupted
        default: self = problem.finding(file).map(Self.refused) ?? .interrupted
        }
    }
}
