import Diagnostics
import Testing

@testable import Options

/// Usage lines in the reader's language.
@Suite struct ValueNamesTests {
    @Test(arguments: [
        ("RUN | --outstanding N [options]", "HASIL | --outstanding N [opsi]"),
        ("RUN_A RUN_B [options]", "HASIL_LAMA HASIL_BARU [opsi]"),
        ("[JOB.json5] [options]", "[TUGAS.json5] [opsi]"), ("ROLE=F...", "PERAN=F..."), ("N|KAB=N", "N|KAB=N"),
        ("none|kpu2018|kpu2020", "none|kpu2018|kpu2020"),
        ("--people N --seed S --out DIR", "--people N --seed S --out FOLDER"),
        ("", ""),
    ])
    func wordsForValuesAreTheReaders(english: String, indonesian: String) {
        #expect(ValueNames.text(english, in: .english) == english)
        #expect(ValueNames.text(english, in: .indonesian) == indonesian)
    }
}
