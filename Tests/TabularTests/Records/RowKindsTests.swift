import Testing

@testable import Tabular

@Suite struct RowKindsTests {
    private let kinds = RowKinds(headings: ["NO", "NIK", "Nama Lengkap", ""], totalWords: ["JUMLAH", "TOTAL"])

    @Test(arguments: [
        ([], RecordProblem.skippedBlank), ([""], .skippedBlank), (["", " ", "\u{A0}"], .skippedBlank),
        (["NO", "NIK", "NAMA LENGKAP", ""], .skippedHeading), (["no.", "nik", "nama_lengkap"], .skippedHeading),
        (["1", "2", "3"], .skippedNumbering), (["(1)", "(2)", "(3)", "(4)"], .skippedNumbering),
        (["-1", "-2", "-3"], .skippedNumbering), ([" 1 ", "( 2 )", "3", ""], .skippedNumbering),
        (["", "1", "2", "3", ""], .skippedNumbering), (["1", "2", "2", "3"], .skippedNumbering),
        (["JUMLAH", "12"], .skippedTotal), (["", "Total", "12"], .skippedTotal), (["Jumlah :", "12"], .skippedTotal),
        (["Total pemilih L+P", "12", "14"], .skippedTotal),
    ])
    func rowsThatAreNobody(cells: [String], kind: RecordProblem) {
        #expect(kinds.kind(of: cells) == kind)
    }

    @Test(arguments: [
        ["2", "3"], ["1", "2"], ["(1)"], ["2", "3", "4"], ["1", "1", "1"], ["1", "2", ""], ["1", "2", "4"],
        ["3", "2", "1"], ["1", "2", "SITI"], ["NO", "NIK", "SITI"],
        ["NIK"],
        ["JUMLAH", "1271901708900001"], ["", "1271901708900001", "", ""], ["JUMLAHI", ""], ["0"],
        ["10000", "10001", "10002"],
    ])
    func rowsThatAreSomebody(cells: [String]) {
        #expect(kinds.kind(of: cells) == nil)
    }

    @Test func aHeadingOfTwoRowsIsKnownRowByRow() {
        let kinds = RowKinds(headingRows: [["NIK", "ALAMAT", ""], ["", "JALAN", "RT"]], totalWords: [])
        #expect(kinds.kind(of: ["NIK", "ALAMAT", ""]) == .skippedHeading)
        #expect(kinds.kind(of: ["", "JALAN", "RT"]) == .skippedHeading)
        #expect(kinds.kind(of: ["NIK", "JALAN", "RT"]) == nil)
    }
}
