import Diagnostics

extension Checker {
    mutating func visitBinary(
        _ operation: BinaryOperator, _ left: Syntax, _ right: Syntax, _ place: Range<Int>
    ) -> (Node, OpenType) {
        let (one, oneType) = visit(left)
        let (other, otherType) = visit(right)
        let result = type(of: operation, oneType, otherType) ?? noOperator(operation, oneType, otherType, place)
        return node(.binary(operation, one, other), result, place)
    }

    private mutating func noOperator(
        _ operation: BinaryOperator, _ left: OpenType, _ right: OpenType, _ place: Range<Int>
    ) -> OpenType {
        let one = name(of: left)
        let other = name(of: right)
        var remedy: Bilingual?
        if Set([one, other]) == ["date", "string"] {
            remedy = Bilingual(id: "tulis tanggal sebagai date('TTTT-BB-HH')", en: "write a day as date('YYYY-MM-DD')")
        }
        report(
            Problem(
                .type, place, id: "operator '\(operation.rawValue)' tidak berlaku untuk \(one) dan \(other)",
                en: "operator '\(operation.rawValue)' does not apply to \(one) and \(other)", remedy: remedy))
        switch operation {
        case .add, .subtract, .multiply, .divide, .remainder: return .refused
        default: return .bool
        }
    }

    /// The type an operator yields, learning about open operands; nil where it does not apply.
    private mutating func type(
        of operation: BinaryOperator, _ left: OpenType, _ right: OpenType
    ) -> OpenType? {
        switch operation {
        case .equal, .notEqual:
            return types.unify(left, right) ? .bool : nil
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard types.unify(left, right) else { return nil }
            if case .list = types.resolve(left) { return nil }
            if case .list = types.resolve(right) { return nil }
            return .bool
        case .membership:
            return types.unify(right, .list(left)) ? .bool : nil
        case .multiply, .divide, .remainder:
            return types.unify(left, .int) && types.unify(right, .int) ? .int : nil
        case .add:
            return sum(types.resolve(left), types.resolve(right))
        case .subtract:
            return difference(types.resolve(left), types.resolve(right))
        }
    }

    private mutating func sum(_ left: OpenType, _ right: OpenType) -> OpenType? {
        switch (left, right) {
        case (.refused, _), (_, .refused): return .refused
        case (.timestamp, _): return types.unify(right, .duration) ? .timestamp : nil
        case (_, .timestamp): return types.unify(left, .duration) ? .timestamp : nil
        case (.duration, .duration): return .duration
        // A duration goes with a duration or a timestamp: what surrounds this must say which.
        case (.duration, .variable), (.variable, .duration), (.variable, .variable): return types.fresh()
        case (.int, _), (.string, _), (.list, _): return types.unify(left, right) ? left : nil
        case (.variable, .int), (.variable, .string), (.variable, .list):
            return types.unify(left, right) ? right : nil
        default: return nil
        }
    }

    private mutating func difference(_ left: OpenType, _ right: OpenType) -> OpenType? {
        switch (left, right) {
        case (.refused, _), (_, .refused): return .refused
        case (.int, _), (_, .int): return types.unify(left, right) ? .int : nil
        case (.timestamp, .timestamp): return .duration
        case (.timestamp, .duration): return .timestamp
        case (.duration, _): return types.unify(right, .duration) ? .duration : nil
        case (.variable, .timestamp): return types.unify(left, .timestamp) ? .duration : nil
        case (.timestamp, .variable), (.variable, .duration), (.variable, .variable): return types.fresh()
        default: return nil
        }
    }
}
