import Diagnostics
import Testing

@testable import Schema
@testable import Tabular

@Suite struct HeadingPairTests {
    private func open(_ text: String) throws(Failure) -> Opening {
        try Opening(
            head: Array(text.utf8), isWhole: true, file: "list.csv", role: Schema.population, schema: Schema.all)
    }

    @Test(arguments: [
        ("NIK,NAMA,LAHIR,,KET\n,,TEMPAT,TANGGAL,\n", ["NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "KET"]),
        ("NIK,NAMA,Lahir,Lahir,KET\nNIK,NAMA,Tempat,Tgl,KET\n", ["NIK", "NAMA", "Tempat Lahir", "Tgl Lahir", "KET"]),
        ("NIK,NAMA,LAHIR,,KET\n,,TEMPAT,TGL (B/S/P),\n", ["NIK", "NAMA", "TEMPAT LAHIR", "TGL LAHIR", "KET"]),
        ("NIK,NAMA,STATUS,KET,RT\n,,KAWIN,,\n", ["NIK", "NAMA", "STATUS KAWIN", "KET", "RT"]),
        ("NIK,NAMA,KAWIN,KET,RT\n,,B/S/P,,\n", ["NIK", "NAMA", "KAWIN", "KET", "RT"]),
        ("NIK,NAMA,ALAMAT,ALAMAT,ALAMAT\nNIK,NAMA,JALAN,RT,RW\n", ["NIK", "NAMA", "JALAN", "RT", "RW"]),
        ("NIK,NAMA,ALAMAT,,\n,,JALAN,RT,RW\n", ["NIK", "NAMA", "JALAN", "RT", "RW"]),
        ("NIK,NAMA,TGL LAHIR,\"RT/RW\",X\n,,DD|MM|YYYY,,\n", ["NIK", "NAMA", "TGL LAHIR", "RT/RW", "X"]),
    ])
    func twoRowsAreOneHeading(text: String, headings: [String]) throws {
        let opening = try open(text + "1271901708900001,A,1,2,3\n")
        #expect(opening.headings == headings)
        #expect(opening.headingRow == 1 && opening.firstRecordRow == 3)
    }

    @Test func aTitleIsNoPartOfTheHeading() throws {
        let opening = try open("DAFTAR PEMILIH,,\nNIK,NAMA,KET\n1271901708900001,A,\n")
        #expect(opening.headingRow == 2 && opening.headingRows.count == 1)
    }

    @Test func cellsOfTwoColumnsAreNoColumnsYet() throws {
        let opening = try open("NIK,NAMA,TEMPAT/TGL LAHIR,RT/RW\n1271901708900001,A,MEDAN 17-08-1990,1/2\n")
        #expect(opening.map == ["nik": 0, "name": 1])
        #expect(opening.combined.map(\.cell) == [2, 3] && opening.unknownHeadings.isEmpty)
    }

    @Test(arguments: [
        ("STATUS KAWIN B/S/P", "marital_status"), ("STATUS KAWIN (B/S/P) *", "marital_status"),
        ("KAWIN*)", "marital_status"),
        ("NIK 1)", "nik"), ("TGL LAHIR [DD|MM|YYYY]", "birth_date"), ("NAMA :", "name"), ("NAMA (AYAH)", nil),
        ("NAMA L/P/X", nil), ("L/P", nil), ("(B/S/P)", nil),
    ])
    func legendsAreLeftOut(heading: String, column: String?) {
        #expect(Schema.all.headingWords.column(heading, in: Schema.population) == column)
    }
}
