import Testing

@testable import Tabular

@Suite struct FileKindTests {
    @Test func kindsByTheirFirstBytes() {
        #expect(FileKind([0x50, 0x4B, 3, 4, 20, 0]) == .archive)
        let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1]
        #expect(FileKind(office) == .foreign(.oldExcel))
        let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(FileKind(office + [0, 1] + name) == .foreign(.encrypted))
        #expect(FileKind(office, tail: [0x45] + name) == .foreign(.encrypted))
        #expect(FileKind([]) == .text && FileKind(Array("NIK,NAMA\n1,<b>\n".utf8)) == .text)
        #expect(FileKind(Array("%PDF-1.4".utf8)) == .foreign(.pdf))
        #expect(FileKind([0x1F, 0x8B, 8, 0]) == .foreign(.compressed))
    }

    @Test(arguments: [
        "<html><table>", "\n <!DOCTYPE html>", "\u{FEFF}<table border=1>", "<HTML xmlns:o=\"x\">",
        "<meta charset=utf-8>",
    ])
    func webPages(_ text: String) {
        #expect(FileKind(Array(text.utf8)) == .foreign(.webPage))
    }

    @Test func spreadsheetsInXML() {
        let text = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
        #expect(FileKind(Array(text.utf8)) == .foreign(.xmlSpreadsheet))
    }

    @Test func sixteenBits() {
        let text = Array("NIK;NAMA\n1;A\n".utf16)
        let little = text.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = text.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        #expect(FileKind([0xFF, 0xFE] + little) == .utf16(bigEndian: false))
        #expect(FileKind([0xFE, 0xFF] + big) == .utf16(bigEndian: true))
        #expect(FileKind(little) == .utf16(bigEndian: false) && FileKind(big) == .utf16(bigEndian: true))
    }

    @Test func tablesOfDBase() {
        var head = [UInt8](repeating: 0, count: 200)
        (head[0], head[1], head[2], head[3], head[8], head[64]) = (3, 118, 11, 24, 65, 13)
        #expect(FileKind(head) == .foreign(.dbase))
    }
}
