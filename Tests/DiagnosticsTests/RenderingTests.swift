import Diagnostics
import Testing

@Suite struct RenderingTests {
    @Test func placeMessageAndRemedyStandOnOneLine() {
        let finding = Finding(
            code: "missing_column",
            message: Bilingual(id: "kolom NIK tidak ada", en: "there is no NIK column"),
            remedy: Bilingual(id: "periksa baris judul", en: "check the heading row"),
            location: SourceLocation(file: "dp4.csv", row: 3, column: "NAMA"))
        #expect(finding.rendered(in: .english) == "dp4.csv:3:NAMA: there is no NIK column; check the heading row")
        #expect(finding.rendered(in: .indonesian) == "dp4.csv:3:NAMA: kolom NIK tidak ada; periksa baris judul")
    }

    /// A word of the command line, a path or a name may hold a NIK; digests and shorter numbers stay.
    @Test(arguments: [
        ("there is no '1271902907620001'", "there is no '127190**********'"),
        ("a/1271902907620001.csv", "a/127190**********.csv"), ("127190290762000", "127190290762000"),
        ("12719029076200011", "12719029076200011"), ("1.234.567 rows", "1.234.567 rows"),
        ("a1271902907620001", "a1271902907620001"), ("20180627", "20180627"),
    ])
    func numbersOfPeopleAreMasked(text: String, shown: String) {
        let finding = Finding(code: "x", message: Bilingual(both: text), location: SourceLocation(file: text))
        #expect(finding.rendered(in: .english) == "\(shown): \(shown)")
    }

    @Test func caretStandsUnderThePlace() {
        let finding = Finding(
            code: "x", message: Bilingual(both: "no such fact"),
            excerpt: Excerpt(line: "person.age > 3", indent: 7, width: 3))
        #expect(finding.rendered(in: .english) == "no such fact\n | person.age > 3\n |        ^^^")
    }
}
