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
    /// What stands for its value in help; nil for an option that takes none.
    public var argument: String?
    public var help: Bilingual
    public var group: Group
    /// Whether each use adds to the others; of another option the last use counts.
    public var isRepeatable: Bool
    /// Whether a job file may hold it.
    public var isSetting: Bool

    public init(
        _ name: String, _ argument: String? = nil, help: Bilingual, group: Group, isRepeatable: Bool = false,
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
}
