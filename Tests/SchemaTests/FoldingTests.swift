import Testing

@testable import Schema

/// The one folding of words.
@Suite struct FoldingTests {
    @Test(arguments: [
        ("Tgl_Lahir.", "TGLLAHIR"), ("TGL. LAHIR", "TGLLAHIR"), ("tgl-lahir", "TGLLAHIR"),
        (" T G L\nLAHIR ", "TGLLAHIR"),
        ("TGL\u{00A0}LAHIR", "TGLLAHIR"), ("TGL\u{200B}LAHIR", "TGLLAHIR"), ("\u{FEFF}NIK", "NIK"), ("L/P", "L/P"),
        ("", ""), ("._- ", ""), ("é", "É"), ("ß", "SS"),
    ]) func headings(text: String, folded: String) {
        #expect(Folding.heading(text) == folded)
    }

    @Test(arguments: [
        ("sent-for_\ncard printing", "SENT FOR CARD PRINTING"), (" Sudah  Rekam ", "SUDAH REKAM"),
        ("SUDAH\u{00A0}REKAM", "SUDAH REKAM"), ("SU\u{200B}DAH", "SUDAH"), ("_-_", ""), ("", ""), ("B.", "B."),
        ("belum\t\r\nkawin", "BELUM KAWIN"), ("-x-", "X"),
    ]) func codes(text: String, folded: String) {
        #expect(Folding.code(text) == folded)
    }

    /// Folding what is folded changes nothing, and spelling differences of one word fold to one.
    @Test(arguments: ["Tgl_Lahir.", "a - b", "  ", "SENT FOR CARD", "ﬁ", "x\u{200D}y", "İ"])
    func foldingIsIdempotent(text: String) {
        #expect(Folding.heading(Folding.heading(text)) == Folding.heading(text))
        #expect(Folding.code(Folding.code(text)) == Folding.code(text))
        #expect(Folding.code(text.uppercased()) == Folding.code(text))
    }

    /// Code words keep their parts apart, headings do not.
    @Test func partsOfWordsStay() {
        #expect(Folding.code("BELUM REKAM") != Folding.code("BELUMREKAM"))
        #expect(Folding.heading("BELUM REKAM") == Folding.heading("BELUMREKAM"))
    }

    @Test(arguments: [("", true), (" \t\u{00A0}\u{200B}\n", true), ("-", false), ("_", false), (" x ", false)])
    func blanks(text: String, isBlank: Bool) { #expect(Folding.isBlank(text) == isBlank) }
}

@Suite struct ListSchemaTests {
    private let schema = ListSchema(
        roles: [
            ListSchema.Role(
                id: "a", option: "a", title: [:], fact: "a",
                columns: [
                    ListSchema.Column(id: "x", kind: .text, headings: ["X"]),
                    ListSchema.Column(id: "x", kind: .date, headings: ["Y"]),
                ], rows: .every)
        ], dialects: ListSchema.Dialects(delimiters: [.init(byte: 9)], totalWords: []))

    @Test func rolesAndColumnsAreFoundByTheirId() {
        #expect(schema.role("a")?.id == "a")
        #expect(schema.role("A") == nil)
        #expect(schema.role("a")?.column("x")?.kind == .text)
        #expect(schema.role("a")?.column("y") == nil)
    }

    @Test func whatIsNotSaidIsNotAsked() {
        let column = schema.roles[0].columns[0]
        #expect(!column.required && column.codes.isEmpty)
        #expect(column.emptyCode == nil && column.otherCode == nil && column.absentCode == nil)
        #expect(schema.dialects.delimiters[0].quoting && schema.dialects.delimiters[0].emptyWord == nil)
        #expect(schema.equalRows == ListSchema.EqualRows(identity: [], classes: []))
        #expect(ListSchema.Column.Kind(rawValue: "region_part") == .regionPart)
    }
}
