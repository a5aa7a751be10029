import Diagnostics

extension Checker {
    mutating func visitCall(
        _ target: Syntax?, _ name: String, _ namePlace: Range<Int>, _ arguments: [Syntax], _ place: Range<Int>
    ) -> (Node, OpenType) {
        if target == nil, name == "has" { return visitHas(arguments, place) }
        if let target, let quantifier = Node.Quantifier(rawValue: name) {
            return visitComprehension(quantifier, target, arguments, place)
        }
        if target != nil, let message = Self.leftOutMacros[name] {
            // The arguments name variables that do not exist here, so they are not checked.
            report(.leftOut(namePlace, id: message.indonesian, en: message.english))
            return refused(place)
        }
        let parts = (target.map { [$0] } ?? []) + arguments
        guard let function = Node.Function(rawValue: name), Self.signatures[function] != nil else {
            let isQualified = target.flatMap { Self.path($0) } != nil && Self.leftOutFunctions[name] == nil
            for part in isQualified ? arguments : parts { _ = visit(part) }
            if let message = Self.leftOutFunctions[name] {
                report(.leftOut(namePlace, id: message.indonesian, en: message.english))
            } else {
                let known = Node.Function.allCases.map(\.rawValue) + ["has", "exists", "all"]
                report(
                    Problem(
                        .unknownFunction, namePlace, id: "fungsi '\(name.prefix(80))' tidak dikenal",
                        en: "unknown function '\(name.prefix(80))'", remedy: NearMiss.remedy(for: name, among: known)))
            }
            return refused(place)
        }
        var nodes: [Node] = []
        var open: [OpenType] = []
        for part in parts {
            let (child, type) = visit(part)
            nodes.append(child)
            open.append(type)
        }
        let result =
            overload(function, isMethod: target != nil, open) ?? noOverload(function, target != nil, open, place)
        return node(.call(function, nodes), result, place)
    }

    // MARK: Overloads

    struct Signature: Sendable {
        let isMethod: Bool
        let parameters: [OpenType]
        let result: OpenType
    }

    /// Every way a function may be called.
    static let signatures: [Node.Function: [Signature]] = {
        func method(_ parameters: OpenType..., gives result: OpenType) -> Signature {
            Signature(isMethod: true, parameters: parameters, result: result)
        }
        func function(_ parameters: OpenType..., gives result: OpenType) -> Signature {
            Signature(isMethod: false, parameters: parameters, result: result)
        }
        let onTimestamp = [method(.timestamp, gives: .int), method(.timestamp, .string, gives: .int)]
        let onBoth = onTimestamp + [method(.duration, gives: .int)]
        let onStrings = [method(.string, .string, gives: .bool)]
        // `.variable(0)` here is any element type: made fresh for each call.
        let anyList = OpenType.list(.variable(0))
        return [
            .startsWith: onStrings, .endsWith: onStrings, .contains: onStrings,
            .matches: onStrings + [function(.string, .string, gives: .bool)],
            .size: [
                function(.string, gives: .int), function(anyList, gives: .int), method(.string, gives: .int),
                method(anyList, gives: .int),
            ],
            .date: [function(.string, gives: .date)],
            .ageOn: [function(.date, .date, gives: .int)],
            .timestamp: [
                function(.string, gives: .timestamp), function(.int, gives: .timestamp),
                function(.timestamp, gives: .timestamp),
            ],
            .duration: [function(.string, gives: .duration), function(.duration, gives: .duration)],
            .getFullYear: onTimestamp, .getMonth: onTimestamp, .getDate: onTimestamp, .getDayOfMonth: onTimestamp,
            .getDayOfWeek: onTimestamp, .getDayOfYear: onTimestamp,
            .getHours: onBoth, .getMinutes: onBoth, .getSeconds: onBoth, .getMilliseconds: onBoth,
        ]
    }()

    /// What a call yields. Where only one way fits, open operands learn from it.
    private mutating func overload(_ function: Node.Function, isMethod: Bool, _ operands: [OpenType]) -> OpenType? {
        if operands.contains(where: { types.resolve($0) == .refused }) {
            return Self.signatures[function]?.first?.result ?? .refused
        }
        var fitting: [(types: TypeVariables, result: OpenType)] = []
        for signature in Self.signatures[function] ?? [] {
            guard signature.isMethod == isMethod, signature.parameters.count == operands.count else { continue }
            var attempt = types
            let element = attempt.fresh()
            let fits = zip(signature.parameters, operands).allSatisfy { parameter, operand in
                attempt.unify(parameter == .list(.variable(0)) ? .list(element) : parameter, operand)
            }
            if fits { fitting.append((attempt, signature.result)) }
        }
        if fitting.count == 1 { types = fitting[0].types }
        return fitting.first?.result
    }

    private mutating func noOverload(
        _ function: Node.Function, _ isMethod: Bool, _ operands: [OpenType], _ place: Range<Int>
    ) -> OpenType {
        let name = function.rawValue
        let given = operands.map { self.name(of: $0) }
        let ways = (Self.signatures[function] ?? []).map { signature in
            let types = signature.parameters.map { $0 == .list(.variable(0)) ? "list" : self.name(of: $0) }
            guard signature.isMethod, let receiver = types.first else {
                return "\(name)(\(types.joined(separator: ", ")))"
            }
            return "\(receiver).\(name)(\(types.dropFirst().joined(separator: ", ")))"
        }
        let call =
            isMethod
            ? "\(given.first ?? "?").\(name)(\(given.dropFirst().joined(separator: ", ")))"
            : "\(name)(\(given.joined(separator: ", ")))"
        let known = ways.joined(separator: ", ")
        report(
            Problem(
                .type, place, id: "tidak ada \(call)", en: "there is no \(call)",
                remedy: Bilingual(id: "yang ada: \(known)", en: "there is \(known)")))
        return Self.signatures[function]?.first?.result ?? .refused
    }

    // MARK: Comprehensions

    private mutating func visitComprehension(
        _ quantifier: Node.Quantifier, _ target: Syntax, _ arguments: [Syntax], _ place: Range<Int>
    ) -> (Node, OpenType) {
        let (range, rangeType) = visit(target)
        let element = types.fresh()
        if !types.unify(rangeType, .list(element)) {
            report(
                Problem(
                    .type, target.place,
                    id: "\(quantifier.rawValue)() berlaku untuk daftar, bukan \(name(of: rangeType))",
                    en: "\(quantifier.rawValue)() applies to a list, not to \(name(of: rangeType))"))
        } else if namesList(range) {
            report(
                .leftOut(
                    target.place, id: "\(quantifier.rawValue)() atas kolom data", en: "comprehensions over columns",
                    remedy: Bilingual(id: "tulis daftarnya: [a, b]", en: "write the list out: [a, b]")))
        }
        if arguments.count == 3 {
            report(
                .leftOut(
                    place, id: "\(quantifier.rawValue)() dengan dua variabel",
                    en: "comprehensions with two variables"))
            return node(.constant(.bool(false)), .bool, place)
        }
        guard arguments.count == 2, case .name(let name, isRooted: false) = arguments[0].kind else {
            report(
                Problem(
                    .type, place, id: "bentuknya: daftar.\(quantifier.rawValue)(nama, syarat)",
                    en: "its form is list.\(quantifier.rawValue)(name, condition)"))
            return node(.constant(.bool(false)), .bool, place)
        }
        variables.append(Variable(name: name, type: element))
        let (body, bodyType) = visit(arguments[1])
        require(bodyType, .bool, at: arguments[1].place)
        variables.removeLast()
        return node(
            .comprehension(quantifier, depth: variables.count, name: name, range: range, body: body), .bool, place)
    }

    /// Whether a list comes from a fact instead of being written out.
    private func namesList(_ range: Node) -> Bool {
        switch range.kind {
        case .fact: true
        case .binary(_, let left, let right), .conditional(_, then: let left, else: let right):
            namesList(left) || namesList(right)
        default: false
        }
    }

    // MARK: What CEL has and this profile has not

    private static let leftOutMacros: [String: Bilingual] = [
        "exists_one": Bilingual(id: "Makro exists_one", en: "exists_one comprehensions"),
        "existsOne": Bilingual(id: "Makro existsOne", en: "existsOne comprehensions"),
        "map": Bilingual(id: "Makro map", en: "map comprehensions"),
        "filter": Bilingual(id: "Makro filter", en: "filter comprehensions"),
        "transformList": Bilingual(id: "Makro transformList", en: "transformList comprehensions"),
        "transformMap": Bilingual(id: "Makro transformMap", en: "transformMap comprehensions"),
        "transformMapEntry": Bilingual(id: "Makro transformMapEntry", en: "transformMapEntry comprehensions"),
    ]

    private static let leftOutFunctions: [String: Bilingual] = Dictionary(
        uniqueKeysWithValues: [
            "int", "uint", "double", "string", "bytes", "bool", "dyn", "type", "optional", "of", "none",
            "ofNonZeroValue",
            "orValue", "or", "hasValue", "value", "proto", "bind", "format", "split", "join", "replace", "lowerAscii",
            "upperAscii", "substring", "trim", "charAt", "indexOf", "lastIndexOf", "strings", "math", "greatest",
            "least",
            "now",
        ].map { ($0, Bilingual(id: "Fungsi \($0)()", en: "\($0)() calls")) })
}
