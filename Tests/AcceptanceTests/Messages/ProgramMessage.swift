import Foundation

/// A text that the program says in two languages: the arguments `id:` and `en:` of one call, as CONTRIBUTING has it.
struct ProgramMessage {
    let place: String
    /// Both languages' texts; a choice between several (one person, several people) is several.
    let texts: [[UInt8]]

    /// Every one under `Sources`.
    static func all() throws -> [ProgramMessage] {
        try SourceFiles.under("Sources", endings: [".swift"]).flatMap { file in
            ProgramMessage.messages(of: SwiftTokens(file.bytes).tokens, in: file.path)
        }
    }

    static func messages(of tokens: [SwiftTokens.Token], in path: String) -> [ProgramMessage] {
        tokens.indices.compactMap { index in
            guard isLabel("id", tokens, index) else { return nil }
            let indonesian = argument(tokens, from: index + 2)
            guard isLabel("en", tokens, indonesian.upperBound + 1) else { return nil }
            let english = argument(tokens, from: indonesian.upperBound + 3)
            let texts = SwiftTokens.texts(tokens[indonesian]) + SwiftTokens.texts(tokens[english])
            return ProgramMessage(place: path, texts: texts)
        }
    }

    private static func isLabel(_ name: String, _ tokens: [SwiftTokens.Token], _ index: Int) -> Bool {
        tokens.indices.contains(index + 1) && tokens[index] == .word(name)
            && tokens[index + 1] == .sign(UInt8(ascii: ":"))
    }

    /// The tokens up to the comma or bracket that ends an argument.
    private static func argument(_ tokens: [SwiftTokens.Token], from start: Int) -> Range<Int> {
        var depth = 0
        var end = start
        while end < tokens.count {
            if case .sign(let sign) = tokens[end] {
                if "([{".utf8.contains(sign) { depth += 1 }
                if ")]}".utf8.contains(sign) { depth -= 1 }
                if depth < 0 || (depth == 0 && sign == UInt8(ascii: ",")) { break }
            }
            end += 1
        }
        return min(start, end)..<end
    }
}
