import Diagnostics
import Options

/// Help texts: examples first, 80 columns, in the reader's language.
enum Help {
    static let width = 80

    static func overview(_ console: Console) -> String {
        var text = console.text(
            Bilingual(
                id: "SiapPilih: siapa yang akan bisa memilih, dan apa yang masih kurang.",
                en: "SiapPilih: who will be able to vote, and what is still missing."))
        text += "\n\n" + console.heading(console.text(Bilingual(id: "Contoh", en: "Examples"))) + "\n"
        for example in Commands.all.compactMap(\.examples.first).prefix(3) { text += lines(example, console) }
        text += "\n" + console.heading(console.text(Bilingual(id: "Perintah", en: "Commands"))) + "\n"
        let rows =
            Commands.all.map { ("  \($0.name)", console.text($0.does)) } + [
                ("  --version", "siappilih \(programVersion)")
            ]
        text += table(rows)
        text +=
            "\n"
            + paragraph(
                Bilingual(
                    id:
                        "Bantuan satu perintah: siappilih help PERINTAH. Bahasa: --lang id|en. Program ini tidak pernah memakai jaringan.",
                    en:
                        "Help on one command: siappilih help COMMAND. Language: --lang id|en. The program never uses a network."
                ),
                console)
        text += "\n" + console.heading(console.text(Bilingual(id: "Kode keluar", en: "Exit codes"))) + "\n"
        text += table(ExitCodes.all.map { ("  \($0.code)", console.text($0.meaning)) })
        text += "\n" + paragraph(ExitCodes.precedence, console)
        return text
    }

    static func page(_ command: Command, _ console: Console) -> String {
        let rules = try? RuleAccess.find(nil)
        var text = command.line(in: console.language) + "\n"
        text += paragraph(command.does, console)
        text += "\n" + console.heading(console.text(Bilingual(id: "Contoh", en: "Examples"))) + "\n"
        for example in command.examples { text += lines(example, console) }
        let options = command.options(rules) + Command.terminalOptions
        for group in OptionSpec.Group.allCases {
            let rows = options.filter { $0.group == group }.map { option in
                ("  " + option.form(in: console.language), console.text(option.help))
            }
            if rows.isEmpty { continue }
            text += "\n" + console.heading(console.text(group.title)) + "\n" + table(rows)
        }
        for note in command.notes { text += "\n" + paragraph(note, console) }
        return text
    }

    private static func lines(_ example: Command.Example, _ console: Console) -> String {
        "  \(example.line)\n"
            + TextLayout.wrap(console.text(example.does), width - 6).map { "      \($0)\n" }.joined()
    }

    private static func paragraph(_ text: Bilingual, _ console: Console) -> String {
        TextLayout.wrap(console.text(text), width).map { "\($0)\n" }.joined()
    }

    /// Two columns; the second one wraps.
    private static func table(_ rows: [(String, String)]) -> String {
        let first = min(26, (rows.map(\.0.count).max() ?? 0) + 2)
        var text = ""
        for (name, words) in rows {
            var lines = TextLayout.wrap(words, width - first)
            text +=
                name.count > first - 2
                ? "\(name)\n" : TextLayout.left(name, first) + (lines.isEmpty ? "" : lines.removeFirst()) + "\n"
            for line in lines { text += TextLayout.left("", first) + line + "\n" }
        }
        return text
    }
}

extension OptionSpec {
    /// The option and what stands for its value.
    func form(in language: Language) -> String {
        "--\(name)" + (argument.map { " " + ValueNames.text($0.placeholder, in: language) } ?? "")
    }
}
