import Foundation
import Testing

/// A case of a transcript, played in a folder of its own for each language.
struct Rehearsal {
    static let languages = ["id": "id_ID.UTF-8", "en": "en_US.UTF-8"]

    private let played: Transcript.Case
    private let language: String
    private let workdir: Workdir
    private var input = ""

    private init(_ played: Transcript.Case, in language: String) throws {
        self.played = played
        self.language = language
        workdir = try Workdir()
    }

    /// What each command of the case says (its exit code, standard output, standard error) and each file shown holds.
    static func said(_ played: Transcript.Case, in language: String) async throws -> [[String]] {
        var rehearsal = try Rehearsal(played, in: language)
        return try await rehearsal.said()
    }

    private mutating func said() async throws -> [[String]] {
        var said: [[String]] = []
        for block in played.blocks {
            let name = block.words.dropFirst().first ?? ""
            switch block.kind {
            case "file": try workdir.write(name, block.text)
            case "rows": try workdir.write(name, Rehearsal.grown(block))
            case "hex": try workdir.write(name, block.lines.flatMap(Rehearsal.bytes))
            case "zip": try workdir.write(name, Rehearsal.archive(block).bytes)
            case "edit": try edit(name, block)
            case "agree": try ManifestToForge.agree(workdir, name)
            case "samples": try copy("samples", as: "samples")
            case "mini": try copy("Tests/AcceptanceTests/Transcripts/mini", as: "rules")
            case "folder":
                try FileManager.default.createDirectory(atPath: workdir.path(name), withIntermediateDirectories: true)
            case "remove": try FileManager.default.removeItem(atPath: workdir.path(name))
            case "show": said.append(try shown(name))
            case "input": input = block.text
            case "run", "warnings": said.append(try await run(block))
            case "id", "en": break
            default: Issue.record("\(played.name): there is no block '\(block.kind)'")
            }
        }
        return said
    }

    /// All that a command says; of `warnings` what it says beside its data.
    private func run(_ block: Transcript.Block) async throws -> [String] {
        let rules = workdir.exists("rules") ? "rules" : Program.rules
        let environment = ["LANG": Rehearsal.languages[language] ?? "", "SIAPPILIH_RULES": rules]
        let outcome = try await workdir.run(
            Array(block.words.dropFirst()), environment: environment, input: input)
        let text = "exit \(outcome.exitCode)\n" + (block.kind == "run" ? outcome.output : "") + outcome.errors
        // `inspect` shows the shape of a NIK as nines.
        #expect(
            !Lists.hasLongDigits(text.replacing("9999999999999999", with: "")), "\(played.name): a whole NIK is said")
        return lines(text)
    }

    /// A file that a command wrote.
    private func shown(_ name: String) throws -> [String] { lines(try workdir.text(name)) }

    private func lines(_ text: String) -> [String] {
        var lines = Masked.text(text, folder: workdir.url.path).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map(String.init)
    }

    /// Changes a file: every line of the block above `=>` becomes what stands below. A rule is changed in a copy of all.
    private func edit(_ name: String, _ block: Transcript.Block) throws {
        if name.hasPrefix("rules/"), !workdir.exists("rules") {
            try copy("rules", as: "rules")
        }
        let parts = block.lines.split(separator: "=>", maxSplits: 1, omittingEmptySubsequences: false)
        let old = parts[0].joined(separator: "\n")
        let text = try workdir.text(name)
        try #require(text.contains(old), "\(played.name): \(name) does not hold what is to be changed")
        try workdir.write(name, text.replacing(old, with: parts.dropFirst().joined().joined(separator: "\n")))
    }

    private func copy(_ folder: String, as name: String) throws {
        try FileManager.default.copyItem(
            atPath: Program.root.appendingPathComponent(folder).path, toPath: workdir.path(name))
    }

    /// The lines of a block, the last as often as its heading says.
    private static func grown(_ block: Transcript.Block) -> String {
        guard let last = block.lines.last, let count = block.words.last.flatMap({ Int($0) }) else { return "" }
        return block.lines.dropLast().map { $0 + "\n" }.joined() + String(repeating: last + "\n", count: count)
    }

    /// Parts of an archive, each below its name behind `+ `.
    private static func archive(_ block: Transcript.Block) -> ZipArchive {
        var archive = ZipArchive(parts: [])
        for line in block.lines {
            if line.hasPrefix("+ ") {
                archive.parts.append(ZipArchive.Part(name: String(line.dropFirst(2)), bytes: []))
            } else if let last = archive.parts.indices.last {
                archive.parts[last].bytes += Array((line + "\n").utf8)
            }
        }
        return archive
    }

    private static func bytes(_ line: String) -> [UInt8] {
        line.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }
}
