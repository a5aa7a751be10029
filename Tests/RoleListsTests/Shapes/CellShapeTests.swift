import Testing

@testable import RoleLists

@Suite struct CellShapeTests {
    private func shape(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var shape: [UInt8] = []
        CellShape.append(bytes.span, 0, bytes.count, to: &shape)
        return String(decoding: shape, as: UTF8.self)
    }

    @Test(arguments: [
        ("1271901708900001", "9999999999999999"), ("BUDI SITEPU", "AAAA AAAA"), ("Eko", "AAAA"), ("L", "A"),
        ("17|08|1990", "99|99|9999"), ("  spasi\t ganda  ", "AAAA AAAA"), ("", ""), (" \t", ""),
        ("127190**********", "999999**********"), ("1,27E+15", "9,99A+99"), ("Ñandú", "AAAA"), ("a<b>;$", "A?A???"),
        ("123456789012345678901234567890", "99999999999999999999…"),
    ])
    func shapes(text: String, expected: String) { #expect(shape(text) == expected) }

    /// A run of letters says nothing of its length, and a long text nothing of its end.
    @Test func lengthsAreCut() {
        #expect(shape("SITI") == shape("SITIHAJARASRIWAHYUNI"))
        #expect(shape("SATU DUA TIGA EMPAT LIMA ENAM TUJUH") == shape("SATU DUA TIGA EMPAT LIMA ENAM TUJUH LAGI"))
        #expect(shape("SATU DUA TIGA EMPAT LIMA ENAM TUJUH").count <= CellShape.longest + 5)
    }

    @Test(arguments: [
        ("99|99|9999", "DD|MM|YYYY"), ("9/9/9999", "DD/MM/YYYY"), ("9999-99-99", "YYYY-MM-DD"),
        ("9999-99-99A99:99:99", "YYYY-MM-DDThh:mm:ss"), ("9999-99-99 99:99", "YYYY-MM-DD hh:mm"),
        ("99 AAAA 9999", "DD MMM YYYY"), ("9-AAAA-9999", "DD-MMM-YYYY"),
    ])
    func formsOfDates(shape: String, form: String) { #expect(CellShape.dateForm(shape) == form) }
}
