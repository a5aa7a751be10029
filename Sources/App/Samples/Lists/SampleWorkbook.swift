import Civil
import Diagnostics
import Files
import Tabular

/// A made-up list as an Excel workbook, beside its text: the same cells, with days as days and small numbers as numbers.
///
/// One sheet, or one a polling station for a list that has no column for it. Rows go to the disk as they come.
final class SampleWorkbook {
    /// The polling station of the rows to come; nil: all stand on one sheet.
    var station: Int?

    private enum Cell {
        case empty
        case text(String)
        case number(Int)
        case day(CivilDate)
    }

    private struct Sheet {
        var writer: SheetWriter
        var row = 0
    }

    private let name: String
    private let folder: RunDirectory
    private let book: WorkbookWriter
    private let sheetName: String
    /// The word before a station's number in its sheet's name.
    private let stationWord: String
    private var sheets: [Int: Sheet] = [:]
    private var last = 0
    /// Titles and heading, which stand on every sheet.
    private var head: [[Cell]] = []
    private var cells: [Cell] = []
    private var hasRecords = false

    /// Longer numbers are identities, and text.
    private static let longestNumber = 6

    /// - Parameter day: the day of the list, which is the workbook's date of creation.
    init(
        name: String, sheet: String, stationWord: String, day: Int, in folder: RunDirectory
    ) throws(Failure) {
        self.name = name
        self.folder = folder
        self.stationWord = stationWord
        sheetName = sheet
        let place = try folder.place(for: name)
        do {
            book = try WorkbookWriter(
                creating: place, scratch: folder.scratch,
                properties: WorkbookProperties(title: sheet, created: day * 86_400), memory: .rowByRow)
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(name)")
        }
    }

    func cell(_ text: [UInt8]) {
        cells.append(text.isEmpty ? .empty : .text(String(decoding: text, as: UTF8.self)))
    }

    func number(_ value: UInt64, width: Int) {
        if width <= Self.longestNumber, value < 1_000_000 { return cells.append(.number(Int(value))) }
        var digits: [UInt8] = []
        SampleBytes.append(value, width: width, to: &digits)
        cell(digits)
    }

    func day(_ number: Int) { cells.append(.day(CivilDate(dayNumber: Int32(clamping: number)))) }

    /// Ends a row that is nobody's.
    func endLine() throws(Failure) {
        if hasRecords { try write(cells) } else { head.append(cells) }
        cells.removeAll(keepingCapacity: true)
    }

    func endRecord() throws(Failure) {
        hasRecords = true
        last = station ?? 0
        try write(cells)
        cells.removeAll(keepingCapacity: true)
    }

    func close() throws(Failure) {
        if !hasRecords { try write([]) }
        do {
            _ = folder.adopt(name, try book.finish())
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(name)")
        }
    }

    private func write(_ cells: [Cell]) throws(Failure) {
        if sheets[last] == nil { try begin() }
        guard var sheet = sheets[last] else { return }
        for (column, cell) in cells.enumerated() {
            switch cell {
            case .empty: break
            case .text(let text): sheet.writer.text(text, sheet.row, column)
            case .number(let number): sheet.writer.integer(number, sheet.row, column, CellStyle())
            case .day(let day): sheet.writer.day(day, sheet.row, column)
            }
        }
        sheet.row += 1
        sheets[last] = sheet
    }

    private func begin() throws(Failure) {
        do {
            let writer = try book.addSheet(station == nil ? sheetName : "\(stationWord) \(last)")
            writer.setWidths((head.last ?? []).map { _ in 18 })
            sheets[last] = Sheet(writer: writer)
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(name)")
        }
        for row in head { try write(row) }
    }
}
