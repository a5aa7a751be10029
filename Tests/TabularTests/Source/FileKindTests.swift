import Diagnostics
import Testing

@testable import Tabular

@Suite struct FileKindTests {
    @Test func kindsByTheirFirstBytes() {
        #expect(FileKind([0x50, 0x4B, 3, 4, 20, 0]) == .archive)
        let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1]
        #expect(FileKind(office) == .foreign(.oldOffice))
        let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        #expect(FileKind(office + [0, 1] + name) == .foreign(.lockedWorkbook))
        #expect(FileKind(office, tail: [0x45] + name) == .foreign(.lockedWorkbook))
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

    /// Texts whose first bytes could be a version and a date: a line number and two tabs, a number and line ends.
    @Test(arguments: ["10\t\tNIK\tNAMA\r\n", "1\r\n\r\nNIK;NAMA\r\n", "2\t\r\t"]) func textIsNoTableOfDBase(
        _ beginning: String
    ) {
        let rows = (0..<2000).map { "\($0)\t\t127190171090\(1000 + $0)\tUJI\r\n" }
        #expect(FileKind(Array((beginning + rows.joined()).utf8)) == .text)
    }

    @Test func thirtyTwoBits() {
        let little = "NIK;NAMA\n1;A\n".utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }
        let big = "NIK;NAMA\n1;A\n".utf8.flatMap { byte -> [UInt8] in [0, 0, 0, byte] }
        #expect(FileKind([0xFF, 0xFE, 0, 0] + little) == .foreign(.utf32))
        #expect(FileKind([0, 0, 0xFE, 0xFF] + big) == .foreign(.utf32))
        #expect(FileKind(little) == .foreign(.utf32) && FileKind(big) == .foreign(.utf32))
    }

    /// An OLE container whose directory names a stream.
    private static func container(_ stream: String) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
        for (place, byte) in stream.utf8.enumerated() { bytes[640 + 2 * place] = byte }
        return bytes
    }

    static let foreign: [(String, [UInt8])] = [
        ("old_word", container("WordDocument")), ("old_powerpoint", container("PowerPoint Document")),
        ("outlook", container("__substg1.0_0037001F")), ("visio", container("VisioDocument")),
        ("old_excel", container("Workbook")), ("old_excel", container("Book")),
        ("old_excel", [9, 8, 8, 0, 0, 0, 16, 0]), ("old_excel", [9, 0, 4, 0, 2, 0, 16, 0]),
        ("lotus", [0, 0, 2, 0, 6, 4, 6, 0]), ("lotus", [0, 0, 0x1A, 0, 2, 0x10, 4, 0]),
        ("compressed", Array("BZh91AY&SY".utf8)), ("access", [0, 1, 0, 0] + Array("Standard ACE DB\0".utf8)),
        (
            "open_document",
            Array(
                "<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                    .utf8)
        ),
        ("svg", Array("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">".utf8)),
        ("svg", Array("<svg width=\"1\">".utf8)), ("xml", Array("<?xml version=\"1.0\"?><daftar><nik/></daftar>".utf8)),
        ("web_page", Array("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">".utf8)),
        ("sylk", Array("ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"NIK\"\r\nE\r\n".utf8)),
        ("dif", Array("TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,2\r\n".utf8)),
        ("sqlite", Array("SQLite format 3\0".utf8)),
    ]

    @Test(arguments: foreign) func formsAreCalledWhatTheyAre(_ code: String, _ bytes: [UInt8]) throws {
        guard case .foreign(let format) = FileKind(bytes) else {
            Issue.record("\(code) is taken for a list")
            return
        }
        #expect(format.code == code)
        let finding = format.finding("daftar.csv")
        #expect(finding.remedy != nil && finding.message.indonesian != finding.message.english)
    }

    /// Lists whose beginning resembles another form.
    @Test(arguments: [
        "ID;PROVINSI;NIK\n1;SUMUT;2\n", "ID;P\n1;2\n", "TABLE,NIK\n0,1\n", "BZh,NIK\n1,2\n", "P;NIK\nC;1\n",
    ])
    func listsAreLists(_ text: String) {
        #expect(FileKind(Array(text.utf8)) == .text)
    }

    /// Every form is told by something, and has words of its own.
    @Test func theTableIsWhole() {
        #expect(Set(ForeignFormat.all.map(\.code)).count == ForeignFormat.all.count)
        let findings = ForeignFormat.all.map { $0.finding("x").message.indonesian }
        #expect(Set(findings).count == findings.count)
    }
}
