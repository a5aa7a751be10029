import Schema

@testable import Tabular

/// Rows of a sheet as any XML: those that are taken by their shape hold what the XML parser reads in them.
///
/// The first byte chooses the base of dates and how many bytes come at once; the rest is a part, or what stands among its
/// rows.
enum SheetTarget {
    static func take(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        let isPart = rest.starts(with: Array("<?xml".utf8)) || rest.starts(with: Array("<worksheet".utf8))
        let open = "<worksheet xmlns:x14ac=\"urn:x\"><sheetData>"
        let xml = isPart ? rest : Array(open.utf8) + rest + Array("</sheetData></worksheet>".utf8)
        let sheet = SheetWays(xml, from1904: first & 1 == 1)
        let expected = sheet.byParser()
        precondition(sheet.byShape(pieces: 700) == expected)
        precondition(sheet.byShape(pieces: 1 + Int(first)) == expected)
        guard case .success(let found) = expected, found.text.count < 1 << 20 else { return }
        // Every row is a record of the width of the table.
        let dialect = Dialect(.init(byte: 0x2C), encoding: .workbook)
        let records = RecordSplitter(dialect).records(in: found.text)
        precondition(records.count == found.lastRow)
        for record in records where record.problem == nil {
            precondition(record.cells.count == found.width || record.cells == [[]])
        }
    }
}
