import Columns
import Foundation
import Testing

@testable import Tabular

/// What a written workbook is as a file; what stands in it is read back in `WorkbookReadBackTests`.
@Suite struct WorkbookWriterTests {
    private static func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "siappilih-\(UUID().uuidString)").path
        try Directories.create(path)
        return path
    }

    private static func write(
        _ name: String, in folder: String, memory: WorkbookWriter.Memory
    ) throws -> OutputFile.Written {
        let properties = WorkbookProperties(title: "A & B", comments: "x", created: 1_498_521_600)
        let book = try WorkbookWriter(
            creating: "\(folder)/\(name)", scratch: folder, properties: properties, memory: memory)
        let sheet = try book.addSheet("TPS/1")
        sheet.setWidths([5, 20])
        sheet.text("=HYPERLINK(\"x\")", 0, 0)
        sheet.integer(12, 0, 1)
        sheet.allow(["ya", "tidak"], rows: 1...3, columns: 0...0, hint: ("Isi", "ya atau tidak"))
        sheet.freeze(rows: 1, columns: 0)
        sheet.setPage(PageSetup())
        if memory == .whole {
            let cells = SheetChart.Cells(sheet: sheet.name, column: 1, rows: 0...0)
            let series = SheetChart.Series(name: "n", categories: cells, values: cells, color: 0x336699)
            sheet.insert(SheetChart(.stackedBars, title: "t", description: "d", series: [series]), 4, 0)
        }
        _ = try book.addSheet("TPS:1")
        #expect(book.sheetNames == ["TPS-1", "TPS-1~2"])
        return try book.finish(digest: true)
    }

    @Test(arguments: [WorkbookWriter.Memory.whole, .rowByRow])
    func sameCallsGiveSameBytesInAPrivateFile(memory: WorkbookWriter.Memory) throws {
        let folder = try Self.folder()
        defer { try? Directories.remove(folder) }
        let first = try Self.write("a.xlsx", in: folder, memory: memory)
        let second = try Self.write("b.xlsx", in: folder, memory: memory)
        #expect(first == second)
        #expect(first.bytes > 1000)
        // Nothing but the workbooks is left, and nobody else may read them.
        #expect(try Directories.names(in: folder) == ["a.xlsx", "b.xlsx"])
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.xlsx")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func neverOverAnExistingFile() throws {
        let folder = try Self.folder()
        defer { try? Directories.remove(folder) }
        _ = try Self.write("a.xlsx", in: folder, memory: .whole)
        let error = #expect(throws: FileError.self) { try Self.write("a.xlsx", in: folder, memory: .whole) }
        #expect(error?.cause == .exists)
        #expect(throws: FileError.self) { try Self.write("a.xlsx", in: "\(folder)/missing", memory: .whole) }
    }
}
