/// A word of the language with its place.
struct Token {
    enum Kind: Equatable {
        case identifier(String)
        /// A decimal or hexadecimal literal without its sign; nil where it is larger than any int.
        case int(UInt64?)
        case string(String)
        case symbol(Symbol)
        /// A literal already refused (double, uint, bytes) or broken: reported, and stands for any value.
        case refused
        case end
    }

    enum Symbol: String, CaseIterable {
        case and = "&&"
        case or = "||"
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case slash = "/"
        case percent = "%"
        case not = "!"
        case question = "?"
        case colon = ":"
        case dot = "."
        case comma = ","
        case leftParenthesis = "("
        case rightParenthesis = ")"
        case leftBracket = "["
        case rightBracket = "]"
        case leftBrace = "{"
        case rightBrace = "}"
    }

    let kind: Kind
    let place: Range<Int>
}

/// Words of the language that are no names.
enum ReservedWord {
    /// Literals and the operator `in`: never a name, not even of a field.
    static let keywords: Set<String> = ["false", "in", "null", "true"]
    /// Kept free by the language definition.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "namespace",
        "package", "return", "var", "void", "while",
    ]
}
