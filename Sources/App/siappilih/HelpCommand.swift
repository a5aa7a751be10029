import Diagnostics
import Options

/// `help [COMMAND]`
enum HelpCommand {
    static let command = Command(
        name: "help", usage: "[COMMAND]",
        does: Bilingual(id: "Menjelaskan satu perintah.", en: "Explains one command."),
        examples: [
            .init(
                line: "siappilih help check",
                does: Bilingual(id: "semua opsi pemeriksaan", en: "every option of a check"))
        ],
        options: { _ in [] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let arguments = try invocation.arguments(nil)
        let name = arguments.operands.joined(separator: " ")
        guard !name.isEmpty else {
            try invocation.console.write(Help.overview(invocation.console))
            return 0
        }
        let group = Commands.all.filter { $0.name.hasPrefix("\(name) ") }
        let commands = group.isEmpty ? [try Commands.find(name)] : group
        try invocation.console.write(
            commands.map { Help.page($0, invocation.console) }.joined(separator: "\n\n"))
        return 0
    }
}
