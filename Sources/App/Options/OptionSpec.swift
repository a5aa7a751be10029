public import Diagnostics

/// One option of a command. Parsing, help and the keys of a job file all derive from it.
public struct OptionSpec: Sendable, Equatable {
    /// Where help lists it.
    public enum Group: Int, Sendable, CaseIterable {
        case lists, decision, plan, output, terminal

        public var title: Bilingual {
            switch self {
            case .lists: Bilingual(id: "Daftar", en: "Lists")
            case .decision: Bilingual(id: "Aturan", en: "Rules")
            case .plan: Bilingual(id: "Rencana", en: "Plan")
            case .output: Bilingual(id: "Hasil", en: "Output")
            case .terminal: Bilingual(id: "Tampilan", en: "Display")
            }
        }
    }

    /// Without the leading `--`.
    public var name: String
    /// Nil for an option that takes none.
    public var argument: OptionArgument?
    public var help: Bilingual
    public var group: Group
    /// Whether each use adds to the others; of another option the last use counts.
    public var isRepeatable: Bool
    /// Whether a job file may hold it.
    public var isSetting: Bool

    public init(
        _ name: String, _ argument: OptionArgument? = nil, help: Bilingual, group: Group, isRepeatable: Bool = false,
        isSetting: Bool = true
    ) {
        self.name = name
        self.argument = argument
        self.help = help
        self.group = group
        self.isRepeatable = isRepeatable
        self.isSetting = isSetting
    }

    public var takesValue: Bool { argument != nil }

    /// Whether it names a list that is read.
    public var isList: Bool {
        switch argument {
        case .list, .listOfRole: true
        default: false
        }
    }

    /// Whether it says something of lists named elsewhere: in a job file, wherever it stands.
    public var qualifiesLists: Bool { group == .lists && isRepeatable && !isList }
}
