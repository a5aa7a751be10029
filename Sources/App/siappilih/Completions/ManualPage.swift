import Diagnostics
import Options

/// The manual page (roff, `man 1 siappilih`), from the same table as parsing and help.
struct ManualPage {
    let commands: [Command]
    let rules: RuleAccess?
    let console: Console

    var text: String {
        var text = ".TH SIAPPILIH 1 \"\" \"siappilih \(programVersion)\"\n"
        func section(_ indonesian: String, _ english: String) { text += ".SH \(say(indonesian, english))\n" }
        func paragraph(_ words: String) { text += ".PP\n\(Self.escape(words))\n" }
        section("Nama", "NAME")
        text +=
            "siappilih \\- "
            + Self.escape(
                say(
                    "siapa yang akan bisa memilih, dan apa yang masih kurang",
                    "who will be able to vote, and what is still missing"))
            + "\n"
        section("RINGKASAN", "SYNOPSIS")
        text += ".B siappilih\n.I \(say("PERINTAH", "COMMAND"))\n[\(say("opsi", "options"))]\n"
        section("PERINTAH", "COMMANDS")
        for command in commands {
            text += ".SS \"\(Self.escape(command.line(in: console.language)))\"\n"
            text += Self.escape(console.text(command.does)) + "\n"
            for example in command.examples {
                text += ".PP\n.EX\n\(Self.escape(example.line))\n.EE\n\(Self.escape(console.text(example.does)))\n"
            }
            for option in command.options(rules) {
                text += Self.option(option, console)
            }
            for note in command.notes { paragraph(console.text(note)) }
        }
        section("OPSI SEMUA PERINTAH", "OPTIONS OF EVERY COMMAND")
        for option in Command.terminalOptions { text += Self.option(option, console) }
        section("KODE KELUAR", "EXIT STATUS")
        for (code, meaning) in ExitCodes.all { text += ".TP\n.B \(code)\n\(Self.escape(console.text(meaning)))\n" }
        section("YANG DIDAHULUKAN", "PRECEDENCE")
        text += Self.escape(console.text(ExitCodes.precedence)) + "\n"
        section("DATA PRIBADI", "PERSONAL DATA")
        text +=
            Self.escape(
                say(
                    "Program ini tidak memakai jaringan. Folder hasil hanya dapat dibuka pemiliknya; NIK tidak pernah ditulis pada baris perintah atau dalam pesan.",
                    "The program uses no network. Result folders are open to their owner alone; a NIK never stands on a command line or in a message."
                )) + "\n"
        return text
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        console.text(Bilingual(id: indonesian, en: english))
    }

    private static func option(_ option: OptionSpec, _ console: Console) -> String {
        let argument =
            option.argument.map { argument in
                " \\fI\(escape(ValueNames.text(argument.placeholder, in: console.language)))\\fR"
            } ?? ""
        return ".TP\n\\fB\(escape("--\(option.name)"))\\fR\(argument)\n\(escape(console.text(option.help)))\n"
    }

    /// Text as roff takes it: backslashes and hyphens as themselves, no line that begins a request.
    static func escape(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }
}
