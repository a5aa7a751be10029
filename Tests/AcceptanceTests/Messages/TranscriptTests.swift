import Foundation
import Testing

/// The program says, word for word and in both languages, what the files of `Transcripts/` hold.
@Suite(.enabled(if: Program.canCheck)) struct TranscriptTests {
    static let folder = Program.root.appendingPathComponent("Tests/AcceptanceTests/Transcripts")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.sorted()

    @Test func thereAreTranscripts() {
        #expect(TranscriptTests.names.count > 5)
    }

    @Test(arguments: names) func theProgramSaysThis(_ name: String) async throws {
        let file = TranscriptTests.folder.appendingPathComponent(name)
        let text = try String(contentsOf: file, encoding: .utf8)
        var heard = Transcript(text)
        for index in heard.cases.indices {
            let played = heard.cases[index]
            async let indonesian = Rehearsal.said(played, in: "id")
            async let english = Rehearsal.said(played, in: "en")
            let said = ["id": try await indonesian, "en": try await english]
            let expected = heard.cases[index]
            heard.cases[index].blocks = TranscriptTests.blocks(expected, said)
            guard !Golden.isRecording else { continue }
            let difference = TextDifference(expected.text, heard.cases[index].text)
            if let difference { Issue.record("\(name): \(expected.name)\n\(difference)") }
        }
        if Golden.isRecording { try Golden.record(heard.text, in: file) }
    }

    /// The blocks of a case with what was said in place of what it says now.
    private static func blocks(_ played: Transcript.Case, _ said: [String: [[String]]]) -> [Transcript.Block] {
        var blocks: [Transcript.Block] = []
        var runs = 0
        for block in played.blocks where !["id", "en"].contains(block.kind) {
            blocks.append(block)
            guard ["run", "warnings", "show"].contains(block.kind) else { continue }
            for language in ["id", "en"] {
                blocks.append(Transcript.Block(words: [language], lines: said[language]?[runs] ?? []))
            }
            runs += 1
        }
        return blocks
    }
}
