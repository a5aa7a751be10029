/// Builds the tree of an expression by precedence climbing; goes on after a fault at the next comma or bracket.
struct Parser {
    /// Operations may be nested this deep. A chain of `&&` or `||` counts once, however long.
    static let deepest = 200

    let source: SourceText
    private var tokens: [Token]
    private var next = 0
    private var nesting = 0
    private(set) var problems: [Problem] = []
    /// Whether the nesting limit was passed: reported once.
    private var isTooDeep = false
    /// Whether the text was found to end too early: reported once.
    private var hasEnded = false

    /// The tree and all faults of the text; the tree is whole only where there are none.
    static func parse(_ source: SourceText) -> (syntax: Syntax, problems: [Problem]) {
        guard !source.isTooLong else {
            let problem = Problem(
                .tooLarge, 0..<1, id: "ungkapan lebih panjang dari \(SourceText.longest) karakter",
                en: "the expression is longer than \(SourceText.longest) characters")
            return (Syntax(.refused, place: 0..<1), [problem])
        }
        let (tokens, problems) = Lexer.tokens(of: source)
        var parser = Parser(source: source, tokens: tokens, problems: problems)
        let syntax = parser.expression()
        if parser.token.kind != .end { parser.unexpected() }
        return (syntax, parser.problems)
    }

    private init(source: SourceText, tokens: [Token], problems: [Problem]) {
        self.source = source
        self.tokens = tokens
        self.problems = problems
    }

    var token: Token { tokens[next] }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    mutating func advance() {
        if next < tokens.count - 1 { next += 1 }
    }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard token.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    /// The symbol that must stand here; otherwise reports, and goes on at the next place that can be read.
    mutating func expect(_ symbol: Token.Symbol) {
        if take(symbol) { return }
        unexpected(expected: symbol)
        if take(symbol) { return }
    }

    /// Wraps parts into an operation, unless that nests too deep.
    mutating func make(_ kind: Syntax.Kind, _ place: Range<Int>) -> Syntax {
        let syntax = Syntax(kind, place: place)
        guard syntax.depth <= Self.deepest else { return tooDeep(place) }
        return syntax
    }

    private mutating func tooDeep(_ place: Range<Int>) -> Syntax {
        if !isTooDeep {
            isTooDeep = true
            report(
                Problem(
                    .tooLarge, place.lowerBound..<(place.lowerBound + 1),
                    id: "ungkapan bersarang lebih dari \(Self.deepest) tingkat",
                    en: "the expression is nested deeper than \(Self.deepest) levels"))
        }
        return Syntax(.refused, place: place)
    }

    // MARK: Levels of precedence

    /// `a ? b : c`, or anything that binds tighter.
    mutating func expression() -> Syntax {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.deepest else {
            let place = token.place
            skip()
            return tooDeep(place)
        }
        let condition = binary(atLeast: 1)
        guard take(.question) else { return condition }
        let first = binary(atLeast: 1)
        expect(.colon)
        let second = expression()
        return make(
            .conditional(condition, first, second), condition.place.lowerBound..<second.place.upperBound)
    }

    private enum Level {
        case or, and
        case binary(BinaryOperator)
    }

    private var operatorHere: (level: Level, precedence: Int)? {
        if token.kind == .identifier("in") { return (.binary(.membership), 3) }
        guard case .symbol(let symbol) = token.kind else { return nil }
        switch symbol {
        case .or: return (.or, 1)
        case .and: return (.and, 2)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return BinaryOperator(rawValue: symbol.rawValue).map { (.binary($0), 3) }
        case .plus, .minus: return BinaryOperator(rawValue: symbol.rawValue).map { (.binary($0), 4) }
        case .times, .slash, .percent: return BinaryOperator(rawValue: symbol.rawValue).map { (.binary($0), 5) }
        default: return nil
        }
    }

    private mutating func binary(atLeast lowest: Int) -> Syntax {
        var left = unary()
        while let (level, precedence) = operatorHere, precedence >= lowest {
            advance()
            var operands = [left, binary(atLeast: precedence + 1)]
            let symbol: Token.Symbol
            switch level {
            case .binary(let operation):
                left = make(
                    .binary(operation, operands[0], operands[1]),
                    left.place.lowerBound..<operands[1].place.upperBound)
                continue
            case .or: symbol = .or
            case .and: symbol = .and
            }
            while take(symbol) { operands.append(binary(atLeast: precedence + 1)) }
            let place = left.place.lowerBound..<(operands.last ?? left).place.upperBound
            left = make(symbol == .or ? .or(operands) : .and(operands), place)
        }
        return left
    }

    private mutating func unary() -> Syntax {
        var signs: [Token] = []
        while token.kind == .symbol(.not) || token.kind == .symbol(.minus) {
            signs.append(token)
            advance()
        }
        var syntax: Syntax
        if let sign = signs.last, sign.kind == .symbol(.minus), case .int(let magnitude) = token.kind {
            signs.removeLast()
            syntax = suffixes(of: int(magnitude, isNegative: true, sign.place.lowerBound..<token.place.upperBound))
        } else {
            syntax = suffixes(of: primary())
        }
        for sign in signs.reversed() {
            syntax = make(
                sign.kind == .symbol(.not) ? .not(syntax) : .negate(syntax),
                sign.place.lowerBound..<syntax.place.upperBound)
        }
        return syntax
    }

    /// An int literal with its sign; the token is the digits.
    mutating func int(_ magnitude: UInt64?, isNegative: Bool, _ place: Range<Int>) -> Syntax {
        advance()
        let largest = UInt64(Int64.max)
        if let magnitude {
            if magnitude <= largest {
                return Syntax(.int(isNegative ? -Int64(magnitude) : Int64(magnitude)), place: place)
            }
            if isNegative, magnitude == largest + 1 { return Syntax(.int(.min), place: place) }
        }
        report(
            Problem(
                .syntax, place, id: "bilangan ini terlalu besar (int 64 bit)", en: "this number is too large for an int"
            ))
        return Syntax(.refused, place: place)
    }

    // MARK: Faults

    /// Reports the token that cannot stand here and goes to the next comma or closing bracket of this level.
    mutating func unexpected(expected: Token.Symbol? = nil) {
        let wanted = expected.map { (id: "; seharusnya '\($0.rawValue)'", en: "; '\($0.rawValue)' was expected") }
        switch token.kind {
        case .end:
            // One missing end is told once, not for every bracket it leaves open.
            if hasEnded || isTooDeep { return }
            hasEnded = true
            report(
                Problem(
                    .syntax, token.place, id: "ungkapan belum selesai\(wanted?.id ?? "")",
                    en: "the expression ends too early\(wanted?.en ?? "")"))
        case .refused:
            break
        default:
            let shown = source.text(
                token.place.lowerBound..<min(token.place.upperBound, token.place.lowerBound + 40))
            report(
                Problem(
                    .syntax, token.place, id: "'\(shown)' tidak dapat berdiri di sini\(wanted?.id ?? "")",
                    en: "'\(shown)' cannot stand here\(wanted?.en ?? "")"))
        }
        skip()
    }

    /// Goes to the next comma or closing bracket of this level, or to the end.
    mutating func skip() {
        var open = 0
        while token.kind != .end {
            if case .symbol(let symbol) = token.kind {
                switch symbol {
                case .leftParenthesis, .leftBracket, .leftBrace: open += 1
                case .rightParenthesis, .rightBracket, .rightBrace:
                    if open == 0 { return }
                    open -= 1
                case .comma:
                    if open == 0 { return }
                default: break
                }
            }
            advance()
        }
    }
}
