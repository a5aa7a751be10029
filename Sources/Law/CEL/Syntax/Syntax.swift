/// An expression as written, before names and types are known.
struct Syntax {
    let kind: Kind
    let place: Range<Int>
    /// Levels of operations under this one; kept small so that walking a tree never exhausts the stack.
    let depth: Int

    indirect enum Kind {
        case bool(Bool)
        case int(Int64)
        case string(String)
        /// A name; `isRooted` with a leading dot, which looks past comprehension variables.
        case name(String, isRooted: Bool)
        case select(Syntax, field: String)
        case index(Syntax, Syntax)
        case call(target: Syntax?, name: String, namePlace: Range<Int>, arguments: [Syntax])
        case list([Syntax])
        case not(Syntax)
        case negate(Syntax)
        case and([Syntax])
        case or([Syntax])
        case binary(BinaryOperator, Syntax, Syntax)
        case conditional(Syntax, Syntax, Syntax)
        /// Reported already; stands for any value.
        case refused
    }

    init(_ kind: Kind, place: Range<Int>) {
        self.kind = kind
        self.place = place
        depth = 1 + (Self.children(of: kind).map(\.depth).max() ?? 0)
    }

    private static func children(of kind: Kind) -> [Syntax] {
        switch kind {
        case .bool, .int, .string, .name, .refused: []
        case .select(let child, _), .not(let child), .negate(let child): [child]
        case .index(let left, let right), .binary(_, let left, let right): [left, right]
        case .call(let target, _, _, let arguments): (target.map { [$0] } ?? []) + arguments
        case .list(let children), .and(let children), .or(let children): children
        case .conditional(let condition, let first, let second): [condition, first, second]
        }
    }
}
