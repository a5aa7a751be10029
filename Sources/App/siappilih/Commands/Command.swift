import Diagnostics
import Options

/// One command: what it is called, what it does, what help says of it.
struct Command: Sendable {
    /// A command line to copy, and what it does.
    struct Example: Sendable {
        var line: String
        var does: Bilingual
    }

    /// `check`, `rules eval`.
    var name: String
    /// What follows the name in its usage line.
    var usage: String
    var does: Bilingual
    var examples: [Example]
    /// Paragraphs after the options.
    var notes: [Bilingual] = []
    /// Its own options, for a program that found its rules.
    var options: @Sendable (RuleAccess?) -> [OptionSpec]
    var run: @Sendable (Invocation) throws -> Int32

    /// Its usage line.
    func line(in language: Language) -> String {
        "siappilih \(name)" + (usage.isEmpty ? "" : " " + ValueNames.text(usage, in: language))
    }

    /// The options every command takes.
    static let terminalOptions = [
        OptionSpec(
            "lang", .choice(["id", "en"]),
            help: Bilingual(id: "bahasa (bawaan: menurut pengaturan komputer)", en: "language (default: the locale's)"),
            group: .terminal, isSetting: false),
        OptionSpec(
            "json",
            help: Bilingual(id: "satu dokumen JSON di keluaran standar", en: "one JSON document on standard output"),
            group: .terminal, isSetting: false),
        OptionSpec(
            "quiet", help: Bilingual(id: "hanya kesalahan", en: "errors only"), group: .terminal, isSetting: false),
        OptionSpec(
            "no-color", help: Bilingual(id: "tanpa warna", en: "no colours"), group: .terminal, isSetting: false),
        OptionSpec("help", help: Bilingual(id: "bantuan ini", en: "this help"), group: .terminal, isSetting: false),
    ]
}

/// A command about to run: what the user wrote after it.
struct Invocation: Sendable {
    var command: Command
    /// Everything but the command's own words.
    var words: [String]
    var console: Console

    func arguments(_ rules: RuleAccess?) throws(Failure) -> Arguments {
        let arguments = try Arguments(words, options: command.options(rules) + Command.terminalOptions)
        if let language = arguments.value("lang"), Language(rawValue: language) == nil {
            throw Failure(
                .usage,
                Finding(
                    code: "unknown_language",
                    message: Bilingual(
                        id: "bahasa '\(language)' tidak ada", en: "there is no language '\(language)'"),
                    remedy: Bilingual(id: "pilih --lang id atau --lang en", en: "choose --lang id or --lang en")))
        }
        return arguments
    }

    /// Refuses operands the command has no use for.
    func requireOperands(_ arguments: Arguments, atMost count: Int) throws(Failure) {
        guard arguments.operands.count > count else { return }
        throw Failure(
            .usage,
            Finding(
                code: "surplus_operand",
                message: Bilingual(
                    id: "terlalu banyak kata sesudah '\(command.name)'", en: "too many words after '\(command.name)'"),
                remedy: Bilingual(
                    id: "bentuknya: \(command.line(in: .indonesian))",
                    en: "its form: \(command.line(in: .english))")))
    }
}
