public import Columns

/// A new workbook (XLSX), written sheet by sheet. The only way the product makes one.
///
/// The file is made at once with mode 0600 and never over an existing one; what libxlsxwriter puts aside meanwhile are
/// nameless files of mode 0600 in `scratch`. Text is text: nothing that a person's cell holds is ever a formula. The
/// same calls give the same bytes. Belongs to one thread at a time.
public final class WorkbookWriter {
    public enum Memory: Sendable {
        /// Cells may be written in any order; for sheets of up to some ten thousand rows.
        case whole
        /// A row at a time, from top to bottom: for big sheets. Merged cells and charts over them do not work.
        case rowByRow
    }

    public let path: String
    public private(set) var sheetNames: [String] = []
    private let book: XLSXBook
    private let isRowByRow: Bool
    private var taken: Set<String> = []

    /// - Parameter scratch: an existing directory that only its owner may enter.
    public init(
        creating path: String, scratch: String, properties: WorkbookProperties, memory: Memory = .whole
    ) throws(FileError) {
        self.path = path
        // Made here so that it is ours alone; the library then only fills it.
        _ = try OutputFile(creating: path, digest: false, bufferSize: 1).finish()
        isRowByRow = memory == .rowByRow
        book = try XLSXBook(path: path, scratch: scratch, rowByRow: isRowByRow)
        book.set(properties)
    }

    /// Adds a sheet. Its name is `wanted` as spreadsheets accept it, made unique.
    public func addSheet(_ wanted: String) throws(FileError) -> SheetWriter {
        let name = SheetName.make(wanted, taken: taken)
        taken.insert(name)
        sheetNames.append(name)
        return SheetWriter(name: name, book: book, sheet: try book.addSheet(name))
    }

    /// Puts the workbook together and reads it back; nothing may be written afterwards.
    ///
    /// - Throws: also where it does not hold what was written.
    public func finish(digest: Bool = false) throws(FileError) -> OutputFile.Written {
        let parts = try book.finish()
        let file = try InputFile(path: path)
        try WrittenParts.check(file, meant: parts, isRowByRow: isRowByRow)
        return OutputFile.Written(bytes: file.size, sha256: digest ? try Self.digest(of: file) : nil)
    }

    private static func digest(of file: InputFile) throws(FileError) -> String {
        var sum = Digest()
        var buffer = [UInt8](repeating: 0, count: min(max(file.size, 1), 1 << 18))
        var offset = 0
        while true {
            let count = try file.read(at: offset, count: buffer.count, into: &buffer)
            if count == 0 { return sum.finish() }
            sum.update(buffer.span.extracting(0..<count))
            offset += count
        }
    }
}
