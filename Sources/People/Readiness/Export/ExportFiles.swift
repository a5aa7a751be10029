import Columns
import Diagnostics
import Files
import RunFolder
import Workers

/// The files of people while they are being written: those of `Exports.kinds` in region order, and `persons.csv` in the
/// order of the lists where it is asked for.
struct ExportFiles {
    private static let persons = PersonTable.everyone.rawValue

    /// Takes lines of all exports, piece by piece, in the order in which pieces are read.
    let exported: OrderedWriter
    /// Takes lines of `persons.csv` in the same way; nil where it is not asked for.
    let persons: OrderedWriter?
    private let kinds: [Exports.Kind]
    /// By place in `kinds`.
    private let files: [TableFile]
    private let personsFile: TableFile?
    /// Bytes of the headings, by place in `Exports.kinds`.
    private let headingBytes: [Int]
    private let directory: RunDirectory

    /// - Parameter forSpreadsheets: whether files are written as a spreadsheet opens them.
    init(
        _ directory: RunDirectory, _ kinds: [Exports.Kind], withPersons: Bool, forSpreadsheets: Bool
    ) throws(Failure) {
        func open(_ name: String, _ columns: [PersonColumn]) throws(Failure) -> TableFile {
            let output = try directory.open(name)
            do {
                let file = try TableFile(output, as: forSpreadsheets ? .people(columns) : nil)
                try file.append(columns.map(\.rawValue).joined(separator: ",") + "\n")
                return file
            } catch {
                throw error.outputFailure(shown: "\(directory.path)/\(name)")
            }
        }
        var files: [TableFile] = []
        for kind in kinds { files.append(try open(kind.fileName, PersonColumn.allCases)) }
        personsFile = withPersons ? try open(Self.persons, PersonColumn.ofEveryone) : nil
        self.files = files
        self.kinds = kinds
        headingBytes = files.map { $0.file.byteCount }
        self.directory = directory
        exported = OrderedWriter(zip(files, kinds).map { ($0, "\(directory.path)/\($1.fileName)") })
        persons = personsFile.map { OrderedWriter([($0, "\(directory.path)/\(Self.persons)")]) }
    }

    /// Appends the lines that do not stand in order yet, then closes all files.
    ///
    /// - Parameters:
    ///   - sorted: such lines of all threads, by place in `Exports.kinds`, then those of `persons.csv`.
    ///   - guarded: cells guarded in lines, by place in `Exports.kinds`, then those of `persons.csv`.
    /// - Returns: what was written, and those of `Exports.kinds` that hold more than a heading.
    func finish(
        _ sorted: [[RegionSorter.Runs]], guarded: [Int], threads: Int, _ progress: RunProgress?
    ) throws(Failure) -> (reports: [OutputReport], filled: Set<PersonTable>) {
        let counter = Counter()
        let files = self.files + [personsFile].compactMap { $0 }
        let names = kinds.map(\.fileName) + [Self.persons]
        let shown = directory.path
        _ = try Workers.run(min(threads, files.count)) {
        } _: { (_, stop) throws(Failure) in
            while let place = counter.next(below: files.count) {
                var merge = try RegionMerge(sorted[place], calling: "\(shown)/\(names[place])")
                try merge.append(to: files[place]) { (bytes) throws(Failure) in
                    progress?.add(.sorted, bytes)
                    return try !stop.check()
                }
            }
        }
        var reports: [OutputReport] = []
        for (place, file) in files.enumerated() {
            var report = try directory.close(file.file)
            report.guardedCells = guarded[place]
            reports.append(report)
        }
        let filled = zip(kinds, zip(reports, headingBytes)).filter { $1.0.bytes > $1.1 }
        return (reports, Set(filled.map { $0.0.table }))
    }
}

extension SpreadsheetForm {
    /// Of a list of people with these columns.
    static func people(_ columns: [PersonColumn]) -> SpreadsheetForm {
        SpreadsheetForm(identities: Set(columns.indices.filter { columns[$0] == .nik || columns[$0] == .nkk }))
    }
}
