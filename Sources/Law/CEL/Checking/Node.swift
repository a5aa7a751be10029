/// One operation of a checked expression with the type of what it yields.
///
/// Children stand in evaluation order. A receiver is the first argument: `s.startsWith(t)` is `.call(.startsWith, [s, t])`.
public struct Node: Hashable, Sendable {
    public let kind: Kind
    /// `.undetermined` only where nothing in the expression says what an unknown or an empty list's element is.
    public let type: CELType
    /// The place in the source as Unicode scalar offsets.
    public let place: Range<Int>

    public init(_ kind: Kind, type: CELType, place: Range<Int>) {
        self.kind = kind
        self.type = type
        self.place = place
    }

    public indirect enum Kind: Hashable, Sendable {
        case constant(CELValue)
        /// The value of a fact.
        case fact(String)
        /// `has(name)`: always true or false.
        case has(String)
        /// The variable of the comprehension `depth` levels out from the whole expression (the outermost is 0).
        case variable(depth: Int, name: String)
        case list([Node])
        case not(Node)
        /// Arithmetic minus with one operand.
        case negate(Node)
        /// Two or more operands; a chain of `&&` is one node.
        case and([Node])
        /// Two or more operands; a chain of `||` is one node.
        case or([Node])
        case binary(BinaryOperator, Node, Node)
        case conditional(Node, then: Node, else: Node)
        case call(Function, [Node])
        /// `range.exists(name, body)` or `range.all(name, body)`; `body` sees the element as `.variable(depth:)`.
        case comprehension(Quantifier, depth: Int, name: String, range: Node, body: Node)
    }

    public enum Quantifier: String, Hashable, Sendable { case exists, all }
}

extension Node {
    /// The functions of the profile; the raw value is the name in the language.
    public enum Function: String, Hashable, Sendable, CaseIterable {
        case startsWith, endsWith, contains, matches, size
        case date, timestamp, duration
        case ageOn = "age_on"
        case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
        case getHours, getMinutes, getSeconds, getMilliseconds
    }
}
