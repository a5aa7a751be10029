/// What the value of an option is: for help, for job files, and for what a shell offers.
public enum OptionArgument: Sendable, Equatable {
    /// The path of a file.
    case file
    /// The path of a folder.
    case folder
    /// The paths of lists of one role: files, folders, patterns.
    case list
    /// `ROLE=F...`
    case listOfRole
    /// An id that the rules give.
    case id(Kind)
    /// One of these words.
    case choice([String])
    /// Something only the user knows, by what stands for it in help.
    case other(String)

    /// What of the rules an id names.
    public enum Kind: Sendable {
        case election, instrument, profile
    }

    /// What stands for the value in help.
    public var placeholder: String {
        switch self {
        case .file: "F"
        case .list: "F..."
        case .folder: "DIR"
        case .listOfRole: "ROLE=F..."
        case .id: "ID"
        case .choice(let words): words.joined(separator: "|")
        case .other(let word): word
        }
    }

    /// Whether a job file's folder is where it counts from.
    public var isPath: Bool {
        switch self {
        case .file, .folder, .list: true
        case .listOfRole, .id, .choice, .other: false
        }
    }
}

extension OptionArgument: ExpressibleByStringLiteral {
    public init(stringLiteral word: String) { self = .other(word) }
}
