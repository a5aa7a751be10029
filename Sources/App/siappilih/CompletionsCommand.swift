import Diagnostics
import Options

/// `completions bash|zsh|fish`: the script by which a shell completes commands and options.
enum CompletionsCommand {
    static let command = Command(
        name: "completions", usage: ShellCompletions.shells.joined(separator: "|"),
        does: Bilingual(
            id: "Menulis skrip pelengkap baris perintah untuk satu shell.",
            en: "Writes the script by which a shell completes the command line."),
        examples: [
            .init(
                line: "siappilih completions bash > ~/.siappilih.bash",
                does: Bilingual(
                    id: "lalu baris ini di ~/.bashrc: source ~/.siappilih.bash",
                    en: "then this line in ~/.bashrc: source ~/.siappilih.bash"))
        ],
        options: { _ in [OptionSpec.rules] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 1)
        let shells = ShellCompletions.shells
        let list = shells.joined(separator: ", ")
        let shape = CommandLineShape(
            Commands.all, rules: try? RuleAccess.find(arguments.value("rules")), console: invocation.console)
        let shell = arguments.operands.first
        guard let shell, let script = ShellCompletions(shape: shape).script(for: shell) else {
            let guess = shell.flatMap { NearMiss.suggestion(for: $0, among: shells) }
            throw Failure(
                .usage,
                Finding(
                    code: "unknown_shell",
                    message: shell.map { Bilingual(id: "shell '\($0)' tidak dikenal", en: "unknown shell '\($0)'") }
                        ?? Bilingual(id: "shell belum disebut", en: "no shell given"),
                    remedy: guess.map { Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?") }
                        ?? Bilingual(id: "pilih: \(list)", en: "choose: \(list)")))
        }
        try invocation.console.write(script)
        return 0
    }
}

/// `man`: the manual page.
enum ManCommand {
    static let command = Command(
        name: "man", usage: "",
        does: Bilingual(
            id: "Menulis halaman manual (roff), dari tabel opsi yang sama dengan bantuan.",
            en: "Writes the manual page (roff), from the same table of options as help."),
        examples: [
            .init(
                line: "siappilih man > siappilih.1 && man ./siappilih.1",
                does: Bilingual(id: "membacanya", en: "to read it"))
        ],
        options: { _ in [OptionSpec.rules] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 0)
        let page = ManualPage(
            commands: Commands.all, rules: try? RuleAccess.find(arguments.value("rules")), console: invocation.console)
        try invocation.console.write(page.text)
        return 0
    }
}
