import Columns
import Foundation
import Synchronization
import Testing

@testable import Tabular

/// Reads workbooks by the XML parser alone and by the shape of their rows: both must give the same cells, figures and
/// refusals. Every workbook that lies in a folder where the program ran goes through here, and every one of the sources.
enum WorkbookWays {
    /// What a sheet came to.
    private struct Sheet: Equatable {
        var text: [UInt8]
        var numbers: [Int]
        var figures: [SheetSpool.ColumnFigures]
        var merged: [[ClosedRange<Int>]]
    }

    /// Sheets by name, and why reading stopped.
    private struct Found: Equatable {
        var sheets: [String: Sheet] = [:]
        var problem: WorkbookProblem?
    }

    /// Digests of those that were compared.
    private static let known = Mutex<Set<Int>>([])
    /// Beyond so many bytes a workbook is read once by each way.
    private static let large = 8 << 20

    /// Whether a file is an archive, by its first bytes.
    private static func isArchive(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 4)) == Data([0x50, 0x4B, 3, 4])
    }

    /// The archives in a folder and all folders in it.
    static func archives(in folder: URL) -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        var found: [String] = []
        while let file = files?.nextObject() as? URL {
            guard (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else { continue }
            if isArchive(file.path) { found.append(file.path) }
        }
        return found.sorted()
    }

    /// Compares every workbook in a folder that was not compared before, unless it goes away meanwhile.
    static func compareAll(in folder: URL) throws {
        for path in archives(in: folder) {
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            if known.withLock({ $0.insert(Array(bytes).hashValue).inserted }) { try compare(Array(bytes), path) }
        }
    }

    /// - Returns: how many sheets were the same.
    @discardableResult static func compare(_ bytes: [UInt8], _ path: String) throws -> Int {
        let spool = try SpoolFile(in: FileManager.default.temporaryDirectory.path)
        try spool.append(bytes.span)
        let file = try spool.finish(calling: path)
        let usual = found(file, .usual, textMemory: 64 << 20)
        var parser = PartReading(takesShapes: false)
        #expect(found(file, parser, textMemory: 64 << 20) == usual, "\(path)")
        if file.size > large { return usual.sheets.count }
        // The second row on, by shape: of parts that come in pieces which end anywhere, of texts that lie in a file.
        parser.headRows = 1
        let expected = found(file, parser, textMemory: 64 << 20)
        for (pieceSize, textMemory) in [(331, 64), (16 << 10, 64 << 20)] {
            let shape = PartReading(takesShapes: true, pieceSize: pieceSize, headRows: 1)
            #expect(found(file, shape, textMemory: textMemory) == expected, "\(path), pieces of \(pieceSize) bytes")
        }
        return usual.sheets.count
    }

    private static func found(_ file: InputFile, _ reading: PartReading, textMemory: Int) -> Found {
        var found = Found()
        do throws(WorkbookProblem) {
            let spools = FileManager.default.temporaryDirectory.path
            let workbook = try Workbook(file, spools: spools, stringMemory: textMemory, reading: reading)
            for sheet in workbook.sheets {
                guard case .rows(let part) = sheet.content else { continue }
                let text = try workbook.text(of: part, calling: "sheet") {
                    $0.contains("TANGGAL") || $0.contains("TGL")
                }
                found.sheets[sheet.name] = try Self.sheet(text)
            }
        } catch {
            found.problem = error
        }
        return found
    }

    private static func sheet(_ sheet: SpooledSheet) throws(WorkbookProblem) -> Sheet {
        var text = [UInt8](repeating: 0, count: sheet.file.size)
        do { _ = try sheet.file.read(at: 0, count: text.count, into: &text) } catch { throw .spool(error) }
        return Sheet(
            text: text,
            numbers: [
                sheet.lastRow, sheet.keyCells, sheet.cellsBeyond, sheet.hiddenRows, sheet.formulasWithoutResult,
            ], figures: sheet.figures, merged: sheet.merged)
    }
}

@Suite struct WorkbookWaysTests {
    static let workbooks = ["samples", "Tests"].flatMap {
        WorkbookWays.archives(in: Program.root.appendingPathComponent($0))
    }

    /// Whatever workbook lies among the sources, wherever it is put.
    @Test(arguments: workbooks)
    func workbooksOfTheSources(path: String) throws {
        let bytes = try #require(FileManager.default.contents(atPath: path))
        #expect(try WorkbookWays.compare(Array(bytes), path) > 0)
    }
}
