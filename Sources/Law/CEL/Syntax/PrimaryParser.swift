import Diagnostics

extension Parser {
    /// A literal, a name, a call, a list, or an expression in parentheses.
    mutating func primary() -> Syntax {
        let start = token
        switch start.kind {
        case .int(let magnitude):
            return int(magnitude, isNegative: false, start.place)
        case .string(let value):
            advance()
            return Syntax(.string(value), place: start.place)
        case .refused:
            advance()
            return Syntax(.refused, place: start.place)
        case .identifier(let name):
            return named(name, isRooted: false, from: start.place)
        case .symbol(.dot):
            advance()
            guard case .identifier(let name) = token.kind else { return missing() }
            return named(name, isRooted: true, from: start.place)
        case .symbol(.leftParenthesis):
            advance()
            let inner = expression()
            expect(.rightParenthesis)
            return inner
        case .symbol(.leftBracket):
            advance()
            let elements = sequence(until: .rightBracket)
            return make(.list(elements.parts), start.place.lowerBound..<elements.end)
        case .symbol(.leftBrace):
            return map(from: start.place)
        default:
            return missing()
        }
    }

    private mutating func missing() -> Syntax {
        let place = token.place
        unexpected()
        return Syntax(.refused, place: place)
    }

    private mutating func named(_ name: String, isRooted: Bool, from start: Range<Int>) -> Syntax {
        let place = start.lowerBound..<token.place.upperBound
        let namePlace = token.place
        switch name {
        case "true", "false":
            advance()
            return Syntax(.bool(name == "true"), place: place)
        case "null":
            advance()
            report(
                .leftOut(
                    place, id: "null", en: "null values",
                    remedy: Bilingual(
                        id: "data yang tidak ada diperiksa dengan has(…)", en: "ask for missing data with has(…)")))
            return Syntax(.refused, place: place)
        case "in":
            return missing()
        case _ where ReservedWord.reserved.contains(name):
            report(
                Problem(
                    .syntax, place, id: "'\(name)' adalah kata yang dicadangkan bahasa CEL",
                    en: "'\(name)' is a reserved word of CEL"))
            advance()
            if take(.leftParenthesis) { _ = sequence(until: .rightParenthesis) }
            return Syntax(.refused, place: place)
        default:
            advance()
        }
        guard take(.leftParenthesis) else { return Syntax(.name(name, isRooted: isRooted), place: place) }
        let arguments = sequence(until: .rightParenthesis)
        return make(
            .call(target: nil, name: name, namePlace: namePlace, arguments: arguments.parts),
            place.lowerBound..<arguments.end)
    }

    /// What follows a value: `.field`, `.method(…)`, `[index]`, `{message}`.
    mutating func suffixes(of first: Syntax) -> Syntax {
        var syntax = first
        while true {
            let start = syntax.place.lowerBound
            if take(.dot) {
                let isOptional = take(.question)
                if isOptional {
                    report(
                        .leftOut(start..<token.place.upperBound, id: "Nilai opsional (.?)", en: "optional values (.?)"))
                }
                guard case .identifier(let name) = token.kind, !ReservedWord.keywords.contains(name) else {
                    if token.kind == .refused {  // a name in backticks, reported by the lexer
                        syntax = Syntax(.refused, place: start..<token.place.upperBound)
                        advance()
                        continue
                    }
                    unexpected()
                    return Syntax(.refused, place: syntax.place)
                }
                let namePlace = token.place
                advance()
                if take(.leftParenthesis) {
                    let arguments = sequence(until: .rightParenthesis)
                    syntax = make(
                        .call(target: syntax, name: name, namePlace: namePlace, arguments: arguments.parts),
                        start..<arguments.end)
                } else {
                    syntax = make(
                        isOptional ? .refused : .select(syntax, field: name), start..<namePlace.upperBound)
                }
            } else if take(.leftBracket) {
                let index = expression()
                let end = token.place.upperBound
                expect(.rightBracket)
                syntax = make(.index(syntax, index), start..<end)
            } else if token.kind == .symbol(.leftBrace), isMessageName(syntax) {
                let message = map(from: start..<token.place.upperBound, isMessage: true)
                syntax = Syntax(.refused, place: start..<message.place.upperBound)
            } else {
                return syntax
            }
        }
    }

    private func isMessageName(_ syntax: Syntax) -> Bool {
        switch syntax.kind {
        case .name: true
        case .select(let inner, _): isMessageName(inner)
        default: false
        }
    }

    /// `{…}`: read to its end and refused.
    private mutating func map(from start: Range<Int>, isMessage: Bool = false) -> Syntax {
        advance()
        skipToClosingBrace()
        let place = start.lowerBound..<token.place.upperBound
        if isMessage {
            report(.leftOut(place, id: "Pesan protobuf (Nama{…})", en: "messages (Name{…})"))
        } else {
            report(.leftOut(place, id: "Map ({…})", en: "maps ({…})"))
        }
        expect(.rightBrace)
        return Syntax(.refused, place: place)
    }

    private mutating func skipToClosingBrace() {
        skip()
        while token.kind == .symbol(.comma) {
            advance()
            skip()
        }
    }

    /// Expressions between commas up to a closing bracket, which is taken too. A trailing comma is allowed in lists.
    private mutating func sequence(until closing: Token.Symbol) -> (parts: [Syntax], end: Int) {
        var parts: [Syntax] = []
        var end = token.place.upperBound
        if take(closing) { return (parts, end) }
        repeat {
            if closing == .rightBracket, token.kind == .symbol(closing), !parts.isEmpty { break }
            if closing == .rightBracket, take(.question) {
                report(.leftOut(token.place, id: "Nilai opsional (?…)", en: "optional values (?…)"))
            }
            parts.append(expression())
        } while take(.comma)
        end = token.place.upperBound
        expect(closing)
        return (parts, end)
    }
}
