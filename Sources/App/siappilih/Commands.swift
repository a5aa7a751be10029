import Diagnostics
import Options

/// Finds the command in a command line, runs it, and turns its end into an exit code.
enum Commands {
    static let all = [
        CheckCommand.command, InspectCommand.command, ReportCommand.command, OutreachCommand.command,
        PaceCommand.command, DiffCommand.command, VerifyCommand.command,
        RulesList.command,
        RulesShow.command,
        RulesEval.command,
        SampleCommand.command,
        CompletionsCommand.command, ManCommand.command, HelpCommand.command,
    ]

    static func run(_ words: [String], _ console: Console) -> Int32 {
        do {
            return try dispatch(words, console)
        } catch let failure as Failure {
            for finding in failure.findings { console.report(finding) }
            if failure.findings.isEmpty { reportDefect(console) }
            return failure.kind.rawValue
        } catch {
            // The error may hold a cell of a list, so nothing of it is shown.
            reportDefect(console)
            return Failure.Kind.internal.rawValue
        }
    }

    private static func reportDefect(_ console: Console) { console.report(defect) }

    static let defect = Finding(
        code: "internal",
        message: Bilingual(
            id: "kesalahan di dalam program ini; laporkan dengan versi \(programVersion)",
            en: "a defect of this program; please report it with version \(programVersion)"))

    private static func dispatch(_ words: [String], _ console: Console) throws -> Int32 {
        let line = CommandWords(words, commands: all)
        guard let name = line.name else { return try withoutCommand(words, console) }
        let command = try find(name)
        if command.name != HelpCommand.command.name, isHelpAsked(line.rest) {
            try console.write(Help.page(command, console))
            return 0
        }
        return try command.run(Invocation(command: command, words: line.rest, console: console))
    }

    private static func withoutCommand(_ words: [String], _ console: Console) throws -> Int32 {
        if words.contains("--version") {
            try console.write("siappilih \(programVersion)\n")
            return 0
        }
        if isHelpAsked(words) {
            try console.write(Help.overview(console))
            return 0
        }
        // Says what is wrong with options that stand alone.
        _ = try Arguments(words, options: Command.terminalOptions)
        console.say(Help.overview(console))
        return Failure.Kind.usage.rawValue
    }

    private static func isHelpAsked(_ words: [String]) -> Bool {
        words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    /// - Throws: `.usage` with the nearest command, or those of the group.
    static func find(_ name: String) throws(Failure) -> Command {
        if let command = all.first(where: { $0.name == name }) { return command }
        let group = all.map(\.name).filter { $0.hasPrefix("\(name.prefix { $0 != " " }) ") }
        let remedy =
            if let near = NearMiss.suggestion(for: name, among: all.map(\.name)),
                !group.contains(where: { $0.hasPrefix("\(name) ") })
            {
                Bilingual(id: "maksudnya '\(near)'?", en: "did you mean '\(near)'?")
            } else if group.isEmpty {
                Bilingual(id: "lihat: siappilih help", en: "see: siappilih help")
            } else {
                Bilingual(
                    id: "pilih: \(group.joined(separator: ", "))", en: "choose: \(group.joined(separator: ", "))")
            }
        throw Failure(
            .usage,
            Finding(
                code: "unknown_command",
                message: Bilingual(id: "perintah '\(name)' tidak dikenal", en: "unknown command '\(name)'"),
                remedy: remedy))
    }
}

/// The command in a command line, wherever it stands, and everything else in order.
struct CommandWords {
    /// The command's words joined; the first operand if no word is a command; nil if there is no operand.
    private(set) var name: String?
    private(set) var rest: [String]

    init(_ words: [String], commands: [Command]) {
        let options = Command.terminalOptions + commands.flatMap { $0.options(nil) }
        let withValue = Set(options.filter(\.takesValue).map { "--\($0.name)" })
        var operands: [Int] = []
        var index = 0
        while index < words.count, words[index] != "--" {
            if !words[index].hasPrefix("-") { operands.append(index) }
            index += withValue.contains(words[index]) ? 2 : 1
        }
        rest = words
        let known = operands.firstIndex { place in
            commands.contains { $0.name == words[place] || $0.name.hasPrefix("\(words[place]) ") }
        }
        guard let place = known ?? operands.indices.first else { return }
        let first = words[operands[place]]
        name = first
        let isGroup = commands.contains { $0.name.hasPrefix("\(first) ") }
        if isGroup, operands.indices.contains(place + 1) {
            name = "\(first) \(words[operands[place + 1]])"
            rest.remove(at: operands[place + 1])
        }
        rest.remove(at: operands[place])
    }
}
