import Diagnostics
import Testing

@testable import Schema
@testable import Tabular

@Suite struct OpeningTests {
    private func open(
        _ text: String, _ role: ListSchema.Role = Schema.population, _ schema: ListSchema = Schema.all,
        isWhole: Bool = true
    ) throws(Failure) -> Opening {
        try Opening(
            head: Array(text.utf8), isWhole: isWhole, file: "list.csv", role: schema.role(role.id) ?? role,
            schema: schema)
    }

    @Test(arguments: [",", ";", "\t", "#", "|"])
    func everyDelimiterIsFound(delimiter: String) throws {
        let text = "NIK,NAMA,TGL LAHIR\n1271901708900001,SITI,17/08/1990\n".replacing(",", with: delimiter)
        let opening = try open(text)
        #expect(opening.dialect.delimiter == delimiter.utf8.first)
        #expect(opening.dialect.quoting == (delimiter != "#"))
        #expect(opening.dialect.emptyWord == (delimiter == "#" ? "null" : nil))
        #expect(opening.map == ["nik": 0, "name": 1, "birth_date": 2])
        #expect(opening.headingRow == 1 && opening.firstRecordRow == 2 && opening.width == 3)
        #expect(opening.firstRecordOffset == 19 && opening.warnings.isEmpty)
    }

    @Test func barsInDatesAreNoDelimiters() throws {
        let opening = try open("NIK;NAMA;TGL LAHIR\n1271901708900001;SITI;17|08|1990\n")
        #expect(opening.dialect.delimiterName == ";")
    }

    @Test func commasInNamesDoNotDecide() throws {
        let opening = try open("NIK;NAMA\n1271901708900001;SITI, S.Pd, M.M\n1271901708900002;ANI, S.H\n")
        #expect(opening.dialect.delimiter == 0x3B && opening.width == 2)
    }

    @Test(arguments: [
        ("sep=;\nNIK;NAMA\n1;A\n", ";", 6), ("\u{FEFF}sep=,\r\nNIK,NAMA\r\n1,A\r\n", ",", 10),
        ("\"sep=|\"\nNIK|NAMA\n1|A\n", "|", 8), ("SEP=\t\nNIK\tNAMA\n1\tA\n", "TAB", 6),
        ("sep=^\nNIK^NAMA\n1^A\n", "^", 6),
    ])
    func aSeparatorLineWins(text: String, delimiter: String, start: Int) throws {
        let opening = try open(text)
        #expect(opening.dialect.delimiterName == delimiter && opening.dialect.hasSeparatorLine)
        #expect(opening.dialect.start == start && opening.headingRow == 1)
    }

    @Test(arguments: [
        ("NIK,NAMA\n1,A\n", Dialect.Newline.lf), ("NIK,NAMA\r\n1,A\r\n", .crlf), ("NIK,NAMA\r1,A\r", .cr),
    ])
    func lineEnds(text: String, newline: Dialect.Newline) throws {
        #expect(try open(text).dialect.newline == newline)
    }

    @Test func encodings() throws {
        #expect(try open("NIK,NAMA\n1,A\n").dialect.encoding == .utf8)
        let marked = try open("\u{FEFF}NIK,NAMA\n1,A\n")
        #expect(marked.dialect.encoding == .utf8WithMark && marked.dialect.start == 3)
        let bytes = Array("NIK,NAMA\n1,JOS".utf8) + [0xE9, 10]
        let windows = try Opening(
            head: bytes, isWhole: true, file: "list.csv", role: Schema.population, schema: Schema.all)
        #expect(windows.dialect.encoding == .windows1252)
        // A character cut off by the end of the first part is none the less UTF-8.
        let cut = Array("NIK,NAMA\n1,A\n2,é".utf8).dropLast()
        let part = try Opening(
            head: Array(cut), isWhole: false, file: "list.csv", role: Schema.population, schema: Schema.all)
        #expect(part.dialect.encoding == .utf8)
    }

    @Test func theHeadingMayStandBelowTitles() throws {
        let opening = try open(
            "DAFTAR PENDUDUK,,\nKECAMATAN CONTOH,,\n\n,,\nTAHUN 2018,,\nNO,NIK,NAMA\n(1),(2),(3)\n1,1271901708900001,A\n"
        )
        #expect(opening.headingRow == 6 && opening.firstRecordRow == 7)
        #expect(opening.map == ["nik": 1, "name": 2] && opening.unknownHeadings == ["NO"])
    }

    @Test func twoHeadingRowsAreMerged() throws {
        let opening = try open("NIK,NAMA,ALAMAT,,,KET\n,,JALAN,RT,RW,\n1271901708900001,A,JL X,1,2,\n")
        #expect(opening.headings == ["NIK", "NAMA", "JALAN", "RT", "RW", "KET"])
        #expect(opening.map == ["nik": 0, "name": 1, "address": 2, "rt": 3, "rw": 4])
        #expect(opening.headingRow == 1 && opening.firstRecordRow == 3 && opening.headingRows.count == 2)
    }

    @Test func dataBelowAHeadingIsNoSecondHeading() throws {
        let opening = try open("NIK,NAMA,,KET\n,A,KAWIN,\n1271901708900001,B,,\n")
        #expect(opening.firstRecordRow == 2)
    }

    @Test func emptyHeadingsAtTheEndCountOnlyIfRowsHaveThem() throws {
        #expect(try open("NIK,NAMA,,\n1,A\n2,B\n").width == 2)
        #expect(try open("NIK,NAMA,,\n1,A,x,\n2,B,y,\n").width == 4)
        #expect(try open("NIK,NAMA\n1,A,,\n2,B,,\n").width == 2)
    }

    @Test func aMaskedDoubleOfTheKeyIsLeft() throws {
        let opening = try open(
            "NIK,NAMA,NIK\n127190**********,A,1271901708900001\n127190**********,B,1271901708900002\n")
        #expect(opening.map["nik"] == 2)
        let empty = try open("NIK,NAMA,NO KTP\n,A,1271901708900001\n-,B,1271901708900002\n")
        #expect(empty.map["nik"] == 2)
        let same = try open("NIK,NAMA,NIK\n1271901708900001,A,1271901708900001\n")
        #expect(same.map["nik"] == 0)
    }

    @Test func severalHeadingsOfOneColumnGoByTheSchemasOrder() throws {
        let opening = try open("NIK,NAMA,DUSUN,ALAMAT\n1271901708900001,A,II,JL X\n")
        #expect(opening.map["address"] == 3)
        #expect(
            opening.warnings.map { $0.rendered(in: .english) } == [
                "list.csv:1: for ALAMAT the column ALAMAT (D) is used, not DUSUN (C)"
            ])
    }

    @Test func aMaskedKeyIsSaid() throws {
        let opening = try open("NIK,NAMA\n127190**********,A\n127190xxxxxxxxxx,B\n")
        #expect(
            opening.warnings.map { $0.rendered(in: .english) } == [
                "list.csv:1: the NIKs in column NIK (A) are masked; nobody can be matched; "
                    + "ask for the list with full NIKs"
            ])
    }

    @Test func anotherListOfPeopleGivenForAListIsSaid() throws {
        let born = try open("NIK,NAMA,TGL LAHIR\n1271901708900001,A,17/08/1990\n", Schema.military, Schema.telling)
        #expect(born.warnings.map(\.code) == ["role_not_told"])
        #expect(born.warnings.map(\.severity) == [.warning])
        let voters = "NIK,NAMA,TGL LAHIR,KAWIN,RT,RW\n1271901708900001,A,17/08/1990,B,1,2\n"
        let refused = #expect(throws: Failure.self) { try open(voters, Schema.military, Schema.telling) }
        #expect(refused?.findings.map(\.code) == ["wrong_role"])
    }

    @Test func aHundredThousandColumns() throws {
        let text = "NIK,NAMA" + String(repeating: ",", count: 100_000) + "\n1,A\n"
        #expect(try open(text).width == 2)
    }

    @Test func aFirstPartOfAFileIsEnough() throws {
        let opening = try open("NIK,NAMA\n1271901708900001,A\n12719", isWhole: false)
        #expect(opening.firstRecordOffset == 9)
        #expect(try open("NIK,NAMA\n\"12719", isWhole: false).firstRecordOffset == 9)
    }

    /// No more of a list is looked at than tells what more would.
    @Test(arguments: [(20, [256 << 10]), (3000, [256 << 10, 4 << 20])])
    func longRowsTakeASecondLook(width: Int, readings: [Int]) throws {
        var text = "NIK,NAMA,ALAMAT,DUSUN\n"
        for row in 0..<2500 {
            text += "12719017089\(10000 + row),A,\(String(repeating: "x", count: width)),\(row < 900 ? "" : "II")\n"
        }
        let bytes = Array(text.utf8)
        var read: [Int] = []
        let opening = try Opening(
            size: bytes.count, file: "list.csv", role: Schema.population, schema: Schema.all, dialect: nil,
            isAccepted: false
        ) { count throws(Failure) in
            read.append(count)
            return Array(bytes.prefix(count))
        }
        let whole = try open(text)
        #expect(read == readings.map { min($0, bytes.count) } && opening.map == whole.map)
        #expect(opening.dialect == whole.dialect && opening.width == whole.width && opening.keys == whole.keys)
        #expect(opening.warnings == whole.warnings && opening.firstRecordOffset == whole.firstRecordOffset)
    }
}
