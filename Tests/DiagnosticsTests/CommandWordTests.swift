import Diagnostics
import Testing

@Suite struct CommandWordTests {
    @Test(arguments: [
        ("dp4.csv", "dp4.csv"), ("data/DP4-2018_a.xlsx#TPS", "data/DP4-2018_a.xlsx#TPS"),
        ("daftar pemilih.csv", "'daftar pemilih.csv'"), ("a'b", "'a'\\''b'"), ("$(x)", "'$(x)'"), ("", "''"),
    ])
    func aPathIsQuotedWhereAShellWouldNotTakeIt(_ path: String, _ word: String) {
        #expect(CommandWord.of(path) == word)
    }

    @Test(arguments: [(0, "sheets"), (1, "sheet"), (2, "sheets")]) func oneIsNotSeveral(_ count: Int, _ word: String) {
        #expect(Plural.of(count, "sheet", "sheets") == word)
    }
}
