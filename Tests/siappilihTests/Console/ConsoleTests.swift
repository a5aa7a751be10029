import Diagnostics
import Testing

@testable import siappilih

@Suite struct ConsoleTests {
    @Test(
        arguments: [
            ([], [:], Language.english),
            ([], ["LANG": "id_ID.UTF-8"], .indonesian),
            ([], ["LANG": "C", "LC_MESSAGES": "id_ID"], .indonesian),
            ([], ["LC_ALL": "C", "LANG": "id_ID"], .english),
            ([], ["LC_ALL": "", "LANG": "id"], .indonesian),
            (["--lang", "id"], ["LANG": "en_US"], .indonesian),
            (["check", "--lang=en"], ["LANG": "id_ID"], .english),
            (["--", "--lang", "id"], [:], .english),
        ] as [([String], [String: String], Language)])
    func languageComesFromTheOptionOrTheLocale(words: [String], environment: [String: String], expected: Language) {
        #expect(Console(words: words, environment: environment).language == expected)
    }

    @Test func blocksNeedAnEncodingThatHasThem() {
        #expect(Console(words: [], environment: ["LANG": "id_ID.UTF-8"]).hasBlocks)
        #expect(!Console(words: [], environment: ["LANG": "C"]).hasBlocks)
    }
}
