import Testing

@testable import Schema
@testable import Tabular

/// Who is a person, by what the cells of a row mean.
@Suite struct MappedCellsTests {
    private static let map = ["nik": 1, "name": 2, "birth_date": 3, "marital_status": 4, "address": 5, "rt": 6]
    private static let heading = ["NO", "NIK", "NAMA", "TGL LAHIR", "KAWIN", "ALAMAT", "RT"]
    private let kinds = RowKinds(
        headingRows: [heading], Schema.all.dialects,
        MappedCells(Schema.population, map: map, [heading], Schema.all.headingWords))

    private func kind(_ cells: [Int: String]) -> RecordProblem? {
        kinds.kind(of: Self.heading.indices.map { cells[$0] ?? "" })
    }

    @Test(arguments: [
        [1: "1271901708900001"], [1: "12719017"], [3: "17-08-1990"], [3: "17/08/90"], [4: "BELUM KAWIN"],
        [2: "BUDI", 6: "3"], [0: "JUMLAH", 1: "1271901708900001"], [2: "TOTAL GINTING", 3: "17-08-1990"],
        [2: "JUMLAH", 3: "17 Agustus 1990"], [1: "127190 170890 0001"],
    ])
    func somebody(cells: [Int: String]) {
        #expect(kind(cells) == nil)
    }

    @Test(arguments: [
        ([5: "KETUA PPS"], RecordProblem.skippedNote), ([2: "(BUDI)"], .skippedName), ([0: "7"], .skippedNote),
        ([0: "7", 6: "3"], .skippedNote), ([1: "NIP. 19630212 198603 1 004"], .skippedNote),
        ([1: "196302121986031004"], .skippedNote), ([3: "Medan, 23 Maret 2018"], .skippedNote),
        ([1: "1271901"], .skippedNote), ([2: "...", 6: "3"], .skippedNote), ([2: "BUDI", 6: "0"], .skippedName),
        ([3: "00-00-0000"], .skippedNote), ([0: "Jumlah L+P", 6: "12"], .skippedTotal),
        ([2: "TOTAL 12"], .skippedTotal),
        ([1: "NO KTP", 2: "NAMA LENGKAP", 3: "TANGGAL LAHIR"], .skippedHeading), ([4: "B/S/P"], .skippedHeading),
        ([1: "NAMA", 2: "NIK"], .secondTable), ([1: "NIK", 2: "NAMA", 3: "ALAMAT"], .secondTable),
        ([0: "1", 1: "2", 2: "3", 3: "4"], .skippedNumbering),
    ])
    func nobody(cells: [Int: String], problem: RecordProblem) {
        #expect(kind(cells) == problem)
    }

    /// With the columns that lines of a letterhead are named by.
    private static let placed = {
        var schema = Schema.all
        schema.roles[0].columns += [
            ListSchema.Column(id: "region_district_name", kind: .text, headings: ["KECAMATAN"]),
            ListSchema.Column(id: "region_village_name", kind: .text, headings: ["DESA", "DESA/KELURAHAN"]),
            ListSchema.Column(id: "tps", kind: .integer, headings: ["TPS"]),
        ]
        return schema
    }()

    private struct Line: Sendable {
        let cells: [Int: String]
        let above: [String]
        let problem: RecordProblem?

        init(_ cells: [Int: String], below above: [String], _ problem: RecordProblem?) {
            self.cells = cells
            self.above = above
            self.problem = problem
        }
    }

    private static let lines: [Line] = [
        Line([0: "Desa/Kelurahan", 1: ": 1206902002"], below: ["Desa/Kelurahan : 1206902001"], .secondLetterhead),
        Line([0: "Desa/Kelurahan : 1206902002"], below: [], .secondLetterhead),
        Line([0: "KECAMATAN :", 2: "Contoh"], below: ["Kecamatan : LAIN"], .secondLetterhead),
        Line([0: "Desa/Kelurahan", 1: ": 1206902001"], below: ["Desa/Kelurahan :,1206902001"], .skippedNote),
        Line([0: "TPS", 1: ": 002"], below: ["TPS : 001"], .secondLetterhead),
        Line([0: "TPS", 1: ": 002"], below: [], .skippedNote),
        Line([0: "TPS", 1: ": 001"], below: ["TPS : 001"], .skippedNote),
        Line([0: "Desa : -"], below: [], .skippedNote),
        Line([0: "Desa", 1: ": 1271901708900001", 2: "BUDI"], below: [], nil),
    ]

    /// Lines in the middle of a list that state another region, or another station where one is stated above.
    @Test(arguments: lines.indices)
    func aSecondLetterheadBeginsAnotherList(number: Int) {
        let (cells, problem) = (Self.lines[number].cells, Self.lines[number].problem)
        let above = Self.lines[number].above.map { $0.split(separator: ",").map(String.init) }
        let kinds = RowKinds(
            headingRows: [Self.heading], Self.placed.dialects,
            MappedCells(Self.placed.roles[0], map: Self.map, [Self.heading], Self.placed.headingWords),
            above: StatedAbove(Self.placed.roles[0], map: Self.map, above, Self.placed.headingWords))
        #expect(kinds.kind(of: Self.heading.indices.map { cells[$0] ?? "" }) == problem)
    }

    @Test(arguments: [
        ("1271901708900001", true), ("12719017", true), ("1271901", false), ("NIP1963021219860310", false),
        ("196302121986031004", false), ("x2719017089000", true), (": 1271901002", false),
    ])
    func plainKeysAreSeenWithoutACloserLook(key: String, isPlain: Bool) {
        let bytes = Array(key.utf8)
        #expect(RowKinds.isPlainKey(bytes.span) == isPlain)
    }
}
