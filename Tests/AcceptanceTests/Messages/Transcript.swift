import Foundation

/// A file of `Transcripts/`: cases, each with the files of a folder, command lines, and every word that the program then
/// says, in Indonesian and in English.
///
/// `=== ` begins a case, `--- ` a block of it; what precedes the first block says what the case is about.
struct Transcript: Sendable {
    struct Case: Sendable {
        var name: String
        var remarks: [String] = []
        var blocks: [Block] = []

        var text: String {
            let heads = ["=== " + name] + remarks
            return heads.map { $0 + "\n" }.joined() + blocks.map { $0.heading + "\n" + $0.text }.joined()
        }
    }

    /// A heading line of words, and the lines below it.
    struct Block: Sendable {
        var words: [String]
        var lines: [String] = []

        var kind: String { words.first ?? "" }
        fileprivate var heading: String { "--- " + words.map(Transcript.quoted).joined(separator: " ") }
        /// The lines as a file's text.
        var text: String { lines.map { $0 + "\n" }.joined() }
    }

    var remarks: [String] = []
    var cases: [Case] = []

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        for line in lines {
            if line.hasPrefix("=== ") {
                cases.append(Case(name: String(line.dropFirst(4))))
            } else if cases.isEmpty {
                remarks.append(line)
            } else if line.hasPrefix("--- ") {
                cases[cases.count - 1].blocks.append(Block(words: Transcript.words(line.dropFirst(4))))
            } else if let block = cases[cases.count - 1].blocks.indices.last {
                cases[cases.count - 1].blocks[block].lines.append(line)
            } else {
                cases[cases.count - 1].remarks.append(line)
            }
        }
    }

    /// The file again.
    var text: String { remarks.map { $0 + "\n" }.joined() + cases.map(\.text).joined() }

    /// Words between blanks; one that holds blanks stands between `'`.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        for (place, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
            let isQuoted = place % 2 == 1
            words += isQuoted ? [String(part)] : part.split(separator: " ").map { String($0) }
        }
        return words
    }

    private static func quoted(_ word: String) -> String { word.isEmpty || word.contains(" ") ? "'\(word)'" : word }
}
