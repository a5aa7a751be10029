import Foundation
import Testing

/// No text that the program can say is without a test that shows it whole, in both languages.
struct MessageTests {
    @Test func everyTextIsShownByATest() throws {
        let shown = try ShownTexts()
        let messages = try ProgramMessage.all()
        #expect(messages.count > 500)
        for message in messages {
            for text in message.texts where !shown.hold(text) {
                let words = String(decoding: text.map { $0 == SwiftTokens.gap ? UInt8(ascii: "~") : $0 }, as: UTF8.self)
                Issue.record("\(message.place): no test shows \"\(words)\"")
            }
        }
    }

    @Test(arguments: [
        (#"f(id: "satu \(n) dua", en: "one \(n) two")"#, ["satu \0 dua", "one \0 two"]),
        (#"f(id: "a" + "b", en: n == 1 ? "c" : "d \(g("x")) e")"#, ["ab", "c", "d \0 e"]),
        (#"f(id: name, en: "one")"#, ["one"]),
        (#"f(id: "x", name: "y"); // f(id: "a", en: "b")"#, []),
    ])
    func textsAreReadFromSource(_ source: String, _ texts: [String]) {
        let messages = ProgramMessage.messages(of: SwiftTokens(Array(source.utf8)).tokens, in: "")
        #expect(messages.flatMap(\.texts) == texts.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("one \0 two", true), ("one 12 two", true), ("ne 12 two", false), ("one 12 tw", false), ("12", true),
        ("three", false), ("\0", true),
    ])
    func aTextIsFoundWhole(_ text: String, _ isHeld: Bool) {
        #expect(ShownTexts(["say one 12\n   two."]).hold(Array(text.utf8)) == isHeld)
    }
}
