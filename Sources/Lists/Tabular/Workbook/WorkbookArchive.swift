import Columns

/// The parts of a workbook, found by name and read one at a time, within what a list may inflate to.
final class WorkbookArchive {
    private let file: InputFile
    /// Folded name -> declared size.
    private let parts: [String: Int]
    private var inflated = 0
    private let budget: Int

    /// Inflated bytes that any workbook may have, however small its file.
    private static let free = 16 << 20
    /// Beyond those, so many times its file: the best that lists compress to is a quarter of that.
    private static let ratio = 200

    init(_ file: InputFile) throws(WorkbookProblem) {
        self.file = file
        let (product, overflow) = file.size.multipliedReportingOverflow(by: Self.ratio)
        budget = max(Self.free, overflow ? .max : product)
        var parts: [String: Int] = [:]
        var declared = 0
        var isEncrypted = false
        let archive = try ArchiveReader(file)
        while let part = try archive.next() {
            if part.name.hasSuffix("/") { continue }
            let name = PartName.folded(part.name)
            if parts.updateValue(part.size, forKey: name) != nil { throw .duplicatePart(name) }
            declared = declared.addingReportingOverflow(part.size).partialValue
            if part.isEncrypted { isEncrypted = true }
        }
        if parts["content.xml"] != nil, parts["meta-inf/manifest.xml"] != nil { throw .openDocument }
        if parts["xl/workbook.bin"] != nil { throw .binaryWorkbook }
        if isEncrypted { throw .encrypted }
        if declared < 0 || declared > budget { throw .bomb(inflated: max(budget, declared), stored: file.size) }
        self.parts = parts
    }

    /// Whether the archive has a part.
    func has(_ name: String) -> Bool { parts[PartName.folded(name)] != nil }

    /// Reads an XML part into a sink; nil if there is no such part.
    func read<Sink: XMLSink>(_ name: String, into sink: Sink) throws(WorkbookProblem) -> Sink? {
        let wanted = PartName.folded(name)
        guard parts[wanted] != nil else { return nil }
        let archive = try ArchiveReader(file)
        while let part = try archive.next() {
            guard PartName.folded(part.name) == wanted else { continue }
            let reader = try XMLReader(sink, part: wanted)
            try archive.read { (bytes) throws(WorkbookProblem) in
                inflated += bytes.count
                if inflated > budget { throw .bomb(inflated: budget, stored: file.size) }
                if Interruption.isRequested { throw .interrupted }
                try reader.feed(bytes)
            }
            return try reader.finish()
        }
        return nil
    }
}
