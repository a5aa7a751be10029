import Foundation
import Testing

@testable import Options
@testable import siappilih

@Suite struct CompletionsTests {
    static let console = Console(words: ["--lang", "en"], environment: [:])

    private func shape() throws -> CommandLineShape {
        CommandLineShape(Commands.all, rules: try RuleAccess(directory: Shipped.rules), console: Self.console)
    }

    /// Runs a tool with a text on its standard input; nil where it is not installed.
    private func run(_ path: String, _ arguments: [String], _ input: String) throws -> (code: Int32, output: String)? {
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("siappilih-test-\(UUID())")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments + [file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test(arguments: ShellCompletions.shells)
    func everyCommandAndOptionIsOffered(shell: String) throws {
        let shape = try shape()
        let script = try #require(ShellCompletions(shape: shape).script(for: shell))
        for entry in shape.commands {
            for word in entry.words { #expect(script.contains(word), "\(word)") }
            for option in entry.options {
                #expect(script.contains(shell == "fish" ? "-l \(option.name)" : "--\(option.name)"), "\(option.name)")
            }
        }
        #expect(script.contains("pilkada-2018"))
        #expect(ShellCompletions(shape: shape).script(for: "csh") == nil)
    }

    @Test(arguments: [("bash", "/bin/bash"), ("zsh", "/usr/bin/zsh"), ("fish", "/usr/bin/fish")])
    func theShellAcceptsItsScript(shell: String, path: String) throws {
        let script = try #require(ShellCompletions(shape: try shape()).script(for: shell))
        guard let checked = try run(path, ["-n"], script) else { return }
        #expect(checked.code == 0, "\(checked.output)")
    }

    @Test(arguments: [
        ("siappilih ''", ["check", "outreach", "--version"]), ("siappilih che", ["check"]),
        ("siappilih rules ''", ["list", "show", "eval"]), ("siappilih rules sh", ["show"]),
        ("siappilih check --elec", ["--election"]),
        ("siappilih check --election pil", ["pilkada-2017", "pilkada-2018"]),
        ("siappilih rules show --as", ["--as-of"]), ("siappilih pace --lang ''", ["id", "en"]),
    ])
    func bashCompletes(line: String, expected: [String]) throws {
        let script = try #require(ShellCompletions(shape: try shape()).script(for: "bash"))
        let asked = """
            \(script)
            COMP_WORDS=(\(line)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _siappilih; printf '%s\\n' "${COMPREPLY[@]}"
            """
        guard let answer = try run("/bin/bash", [], asked) else { return }
        let words = answer.output.split(separator: "\n").map(String.init)
        for word in expected { #expect(words.contains(word), "\(line): \(words)") }
        if !line.hasSuffix("''") { #expect(Set(words) == Set(expected), "\(line)") }
    }

    @Test(arguments: [
        Console(words: ["--lang", "en"], environment: [:]), Console(words: ["--lang", "id"], environment: [:]),
    ])
    func theManualPageHoldsEverything(console: Console) throws {
        let page = ManualPage(commands: Commands.all, rules: try RuleAccess(directory: Shipped.rules), console: console)
        let text = page.text
        for command in Commands.all {
            #expect(text.contains(".SS \"siappilih \(ManualPage.escape(command.name))"))
            for option in command.options(nil) { #expect(text.contains(ManualPage.escape("--\(option.name)"))) }
        }
        for (code, _) in ExitCodes.all { #expect(text.contains(".B \(code)\n")) }
        // No line begins a request that was not meant.
        let requests = Set(text.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
        #expect(requests.isSubset(of: [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I", ".EX", ".EE"]))
        if let rendered = try run("/usr/bin/groff", ["-man", "-Tutf8", "-ww"], text) {
            #expect(rendered.code == 0)
            #expect(!rendered.output.contains("warning"))
        }
    }
}
