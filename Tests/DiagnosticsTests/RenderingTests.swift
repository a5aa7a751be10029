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

    @Test func caretStandsUnderThePlace() {
        let finding = Finding(
            code: "x", message: Bilingual(both: "no such fact"),
            excerpt: Excerpt(line: "person.age > 3", indent: 7, width: 3))
        #expect(finding.rendered(in: .english) == "no such fact\n | person.age > 3\n |        ^^^")
    }
}
