import Columns
import Testing

@Suite struct TableTests {
    @Test func countsPairs() {
        var table = CountTable()
        var expected: [Int: Int] = [:]
        for number in 0..<50_000 {
            let key = number &* 7919 % 3001
            table.add(UInt64(key), UInt64(key % 7))
            expected[key, default: 0] += 1
        }
        var other = CountTable()
        other.add(1, 1, 5)
        other.add(table)
        #expect(table.count == 3001)
        for entry in table.entries { #expect(expected[Int(entry.first)] == entry.count) }
        #expect(other.entries.map(\.count).reduce(0, +) == 50_005)
    }

    @Test func tellsTextsApart() {
        var dictionary = ByteDictionary()
        let texts = (0..<1000).map { "status \($0 * 31)" } + [""]
        for (number, text) in texts.enumerated() {
            #expect(dictionary.number(of: Array(text.utf8).span) == nil)
            #expect(dictionary.add(Array(text.utf8).span) == number)
        }
        for (number, text) in texts.enumerated() {
            #expect(dictionary.number(of: Array(text.utf8).span) == number)
            #expect(Array(dictionary[number]) == Array(text.utf8))
        }
        #expect(dictionary.number(of: Array("status".utf8).span) == nil)
        #expect(dictionary[5000].isEmpty)
    }

    @Test func digestsDependOnTextAndWhereItIsCut() {
        func digest(_ pieces: [String]) -> UInt64 {
            var digest = TextDigest()
            for piece in pieces { digest.add(Array(piece.utf8)) }
            return digest.value
        }
        #expect(digest(["AB", "C"]) == digest(["AB", "C"]))
        let different = [
            ["AB", "C"], ["A", "BC"], ["ABC"], ["ABC", ""], ["", "ABC"], ["ABCDEFGH"], ["ABCDEFG", "H"], [],
        ]
        #expect(Set(different.map(digest)).count == different.count)
    }
}
