import Columns

/// Reads a workbook back that was just written, and holds it to what was meant: every part as long as what was put aside
/// for it, every sum right, and of a sheet written row by row all rows.
struct WrittenParts {
    private let file: InputFile
    private let isRowByRow: Bool
    /// Bytes of what the library put aside, in the order in which it packed it: the rows of a sheet before the sheet.
    private var meant: ArraySlice<Int>

    private init(_ file: InputFile, meant: [Int], isRowByRow: Bool) {
        self.file = file
        self.meant = meant[...]
        self.isRowByRow = isRowByRow
    }

    /// - Throws: where the file is not what was meant.
    static func check(_ file: InputFile, meant: [Int], isRowByRow: Bool) throws(FileError) {
        var parts = Self(file, meant: meant, isRowByRow: isRowByRow)
        do throws(WorkbookProblem) {
            for part in try ZipDirectory(file).parts { try parts.check(part) }
            guard parts.meant.isEmpty else { throw .damagedArchive }
        } catch {
            switch error {
            case .file(let problem): throw problem
            // Nothing of a job that was asked to stop is published.
            case .interrupted: return
            default: throw FileError.cutShort(file.path, .write)
            }
        }
    }

    private mutating func check(_ part: ZipDirectory.Part) throws(WorkbookProblem) {
        var rows: Int?
        if isRowByRow, part.name.hasPrefix("xl/worksheets/sheet"), let first = meant.first, first < part.size {
            rows = meant.popFirst()
        }
        guard meant.popFirst() == part.size else { throw .damagedArchive }
        try read(part, rows: rows)
    }

    private static let begin: StaticString = "<sheetData>"
    private static let end = Array("</sheetData>".utf8)

    /// Inflates a part to its end. Where `rows` says so, that many bytes stand between the tags of the sheet's rows.
    private func read(_ part: ZipDirectory.Part, rows: Int?) throws(WorkbookProblem) {
        let inflation = try PartInflation(part, of: file, InflationBudget(limit: .max, stored: file.size))
        let piece = Piece()
        var offset = 0
        // Where the closing tag is to stand, once the opening one was met; and what stands there.
        var place: Int?
        var found: [UInt8] = []
        while try inflation.fill(piece) {
            if let rows, offset == 0 {
                guard let behind = piece.countBehind(Self.begin) else { throw .damagedArchive }
                place = behind + rows
            }
            if let place {
                piece.withBytes { bytes in
                    let wanted = (place + found.count)..<(place + Self.end.count)
                    let here = wanted.clamped(to: offset..<(offset + bytes.count))
                    for at in here { found.append(bytes[at - offset]) }
                }
            }
            offset += piece.count
            piece.clear()
        }
        guard place == nil || found == Self.end else { throw .damagedArchive }
    }
}
