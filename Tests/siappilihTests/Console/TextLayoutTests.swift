import Testing

@testable import siappilih

/// Text in columns: nothing is wider than its room.
@Suite struct TextLayoutTests {
    @Test(arguments: [
        ("perekaman-1.csv", 20, "perekaman-1.csv"), ("perekaman-1.csv", 15, "perekaman-1.csv"),
        ("perekaman-1.csv", 10, "perekaman…"), ("abc", 1, "…"), ("", 0, ""),
    ])
    func textIsCutAtItsEnd(text: String, width: Int, expected: String) {
        #expect(TextLayout.cut(text, width) == expected)
    }

    /// Files are told apart by how they begin and how they end.
    @Test(arguments: [
        ("perekaman-1.csv", 15, "perekaman-1.csv"), ("perekaman-1.csv", 14, "perekam…-1.csv"),
        ("penduduk-1213-mandailing-natal.csv", 26, "penduduk-1213…ng-natal.csv"), ("abcd", 3, "a…d"),
        ("abc", 2, "a…"), ("abc", 1, "…"),
    ])
    func namesAreCutInside(text: String, width: Int, expected: String) {
        #expect(TextLayout.cutInside(text, width) == expected)
    }

    @Test func columnsHaveTheirWidth() {
        #expect(TextLayout.left("ab", 4) == "ab  " && TextLayout.right("ab", 4) == "  ab")
        #expect(TextLayout.left("abcde", 4) == "abcde" && TextLayout.right("abcde", 4) == "abcde")
    }

    /// A command that is copied keeps its quoted path on one line.
    @Test func quotedPathsAreNotBroken() {
        #expect(
            TextLayout.wrap("siappilih check 'tugas yang baru.json5' --election ID", 24) == [
                "siappilih check", "'tugas yang baru.json5'", "--election ID",
            ])
        #expect(TextLayout.wrap("Dukcapil's 'a b', then it's 'c", 12) == ["Dukcapil's", "'a b', then", "it's 'c"])
    }

    /// No word is lost or broken, and no line could have held another one.
    @Test(arguments: [1, 7, 12, 40, 200]) func wordsKeepTheirOrder(width: Int) {
        let text = "  satu dua  tiga empat lima enam tujuhdelapansembilan sepuluh "
        let lines = TextLayout.wrap(text, width)
        #expect(lines.flatMap { $0.split(separator: " ") } == text.split(separator: " "))
        for (line, next) in zip(lines, lines.dropFirst()) {
            #expect(line.count <= width || !line.contains(" "))
            #expect(line.count + 1 + (next.split(separator: " ").first?.count ?? 0) > width)
        }
        #expect(TextLayout.wrap("", width).isEmpty)
    }
}
