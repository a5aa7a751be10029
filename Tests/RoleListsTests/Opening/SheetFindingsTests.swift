import Diagnostics
import Testing

@testable import RoleLists

/// Sheets that are left out are said: one by one, or together where a workbook has a cover for every list.
@Suite struct SheetFindingsTests {
    private static let one = Finding(
        code: "sheet_left_out", severity: .warning, message: Bilingual(id: "lembar ini kosong; dilewati", en: "empty"))

    @Test func oneSheetIsNamed() {
        #expect(SheetFindings.together([], "a.xlsx").isEmpty)
        #expect(SheetFindings.together([Self.one], "a.xlsx").map(\.code) == ["sheet_left_out"])
    }

    @Test func severalSheetsAreCounted() {
        let found = SheetFindings.together([Self.one, Self.one, Self.one], "a.xlsx")
        #expect(
            found.map(\.message) == [
                Bilingual(
                    id: "3 lembar tanpa daftar dilewati: ringkasan, sampul, daftar kosong",
                    en: "3 sheets without a list are left out: summaries, covers, empty lists")
            ])
    }
}
