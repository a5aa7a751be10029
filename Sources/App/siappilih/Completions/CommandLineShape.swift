import Options
import Rules

/// Commands and options as a shell needs them: read off the same table as parsing and help.
struct CommandLineShape {
    /// What a shell can offer after an option.
    enum Value: Equatable {
        case none
        case file
        case folder
        case words([String])
        /// Something only the user knows.
        case other
    }

    struct Option {
        var name: String
        var value: Value
        var help: String
    }

    struct Entry {
        /// `check`, `rules list`.
        var name: String
        var does: String
        var options: [Option]
        var words: [Substring] { name.split(separator: " ") }
    }

    let commands: [Entry]

    init(_ commands: [Command], rules: RuleAccess?, console: Console) {
        self.commands = commands.map { command in
            Entry(
                name: command.name, does: console.text(command.does),
                options: (command.options(rules) + Command.terminalOptions).map { option in
                    Option(
                        name: option.name, value: Self.value(option, rules), help: console.text(option.help))
                })
        }
    }

    private static func value(_ option: OptionSpec, _ rules: RuleAccess?) -> Value {
        switch option.argument {
        case nil: return .none
        case .file, .list: return .file
        case .folder: return .folder
        case .choice(let words): return .words(words)
        case .id(let kind):
            let ids = rules?.ids(kind) ?? []
            return ids.isEmpty ? .other : .words(ids)
        case .listOfRole, .other: return .other
        }
    }

    /// First words of commands, each once, in order.
    var firstWords: [String] {
        var seen: Set<Substring> = []
        return commands.compactMap { $0.words.first }.filter { seen.insert($0).inserted }.map(String.init)
    }

    /// Second words of a group of commands; none for a command of one word.
    func secondWords(_ first: String) -> [String] {
        commands.filter { $0.words.first == first[...] && $0.words.count > 1 }.map { String($0.words[1]) }
    }

    /// What the commands of a group, or the command itself, do.
    func does(_ first: String) -> String {
        let found = commands.filter { $0.words.first == first[...] }
        return found.count == 1 ? found[0].does : found.map { String($0.words.last ?? "") }.joined(separator: ", ")
    }

    /// Every option that takes a value, each name once.
    var valued: [Option] {
        var seen: Set<String> = []
        return commands.flatMap(\.options).filter { $0.value != .none && seen.insert($0.name).inserted }
    }
}

extension RuleAccess {
    fileprivate func ids(_ kind: OptionArgument.Kind) -> [String] {
        switch kind {
        case .election: book.elections.map(\.id)
        case .instrument: book.instruments.map(\.id)
        case .profile: book.profiles.map(\.id)
        }
    }
}
