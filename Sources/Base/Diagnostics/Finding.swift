/// How bad a finding is. A warning never changes an exit code by itself.
public enum Severity: Int, Sendable, Comparable, CaseIterable {
    case note, warning, error

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Where something was found: a cell of a list, or a place in a text.
public struct SourceLocation: Hashable, Sendable {
    /// The file's path or name as the user gave it; empty where there is none (standard input of an expression).
    public var file: String
    /// Row as a spreadsheet shows it (first record = 1), or line of a text (first = 1).
    public var row: Int?
    /// A heading of a list, or the column number of a text (first = 1).
    public var column: String?

    public init(file: String, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.row = row
        self.column = column
    }
}

/// A line of source text with the place a finding points at.
public struct Excerpt: Hashable, Sendable {
    public var line: String
    /// Characters (grapheme clusters) before the caret.
    public var indent: Int
    /// Width of the underlined place in characters, at least 1.
    public var width: Int

    public init(line: String, indent: Int, width: Int = 1) {
        self.line = line
        self.indent = indent
        self.width = max(1, width)
    }
}

/// What was found, where, how bad, and how to mend it. A value: a batch never throws for a row.
///
/// Never holds a personal value: NIKs stand masked to their first six digits.
public struct Finding: Hashable, Sendable {
    /// A stable identifier in lower case with underscores: `missing_column`.
    public var code: String
    public var severity: Severity
    public var message: Bilingual
    /// How to mend it, where there is something to do.
    public var remedy: Bilingual?
    public var location: SourceLocation?
    public var excerpt: Excerpt?

    public init(
        code: String, severity: Severity = .error, message: Bilingual, remedy: Bilingual? = nil,
        location: SourceLocation? = nil, excerpt: Excerpt? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.location = location
        self.excerpt = excerpt
    }
}
