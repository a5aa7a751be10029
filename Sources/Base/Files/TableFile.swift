public import Columns

/// A file of lines being written: as programs read them, or as a spreadsheet opens them.
public final class TableFile: Sendable {
    public let file: OutputFile
    private let form: Guarded<SpreadsheetForm>?

    /// - Parameter form: of what is written; nil leaves the lines as they come.
    public init(_ file: OutputFile, as form: SpreadsheetForm? = nil) throws(FileError) {
        self.file = file
        self.form = form.map { Guarded($0) }
        if form != nil { try file.append(SpreadsheetForm.mark) }
    }

    public func append(_ text: String) throws(FileError) {
        try append(Array(text.utf8).span)
    }

    public func append(_ lines: borrowing LineBuffer) throws(FileError) {
        guard form != nil else { return try file.append(lines) }
        try append(lines.contents.span)
    }

    public func append(_ text: Span<UInt8>) throws(FileError) {
        guard let form else { return try file.append(text) }
        var written: [UInt8] = []
        written.reserveCapacity(text.count + text.count / 4)
        form.withLock { $0.append(text, to: &written) }
        try file.append(written)
    }
}
