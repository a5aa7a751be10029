import Diagnostics

/// Resolves names and types of a tree; reports every fault and yields a node for every part all the same.
struct Checker {
    /// A comprehension variable in scope.
    struct Variable {
        let name: String
        let type: OpenType
    }

    let source: SourceText
    let declarations: Declarations
    var types = TypeVariables()
    /// Untyped facts as far as their places have told.
    var inferred: [String: OpenType] = [:]
    var variables: [Variable] = []
    var usedFacts: Set<String> = []
    private(set) var problems: [Problem] = []

    /// Checks a tree; untyped facts may need several passes until nothing new is learned about them.
    static func check(
        _ syntax: Syntax, of source: SourceText, declarations: Declarations, expecting: CELType?
    ) -> (root: Node, facts: Set<String>, problems: [Problem]) {
        var learned: [String: CELType] = [:]
        // Every pass but the last learns something; the limit only guards against a defect.
        var passes = 0
        while true {
            passes += 1
            var checker = Checker(source: source, declarations: declarations)
            for (name, type) in learned { checker.inferred[name] = checker.types.open(type) }
            let (node, type) = checker.visit(syntax)
            if let expecting { checker.require(type, checker.types.open(expecting), at: syntax.place) }
            let found = checker.inferred.mapValues { checker.types.closed($0) }
            if found == learned || !checker.problems.isEmpty || passes > 100 {
                return (node, checker.usedFacts, checker.problems)
            }
            learned = found
        }
    }

    private init(source: SourceText, declarations: Declarations) {
        self.source = source
        self.declarations = declarations
    }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    func node(_ kind: Node.Kind, _ type: OpenType, _ place: Range<Int>) -> (Node, OpenType) {
        (Node(kind, type: types.closed(type), place: place), type)
    }

    /// A stand-in for what was reported.
    func refused(_ place: Range<Int>) -> (Node, OpenType) {
        node(.constant(.bool(false)), .refused, place)
    }

    func name(of type: OpenType) -> String { types.closed(type).name }

    /// Reports a value that has another type than its place asks for.
    mutating func require(_ type: OpenType, _ wanted: OpenType, at place: Range<Int>) {
        let found = name(of: type)
        let expected = name(of: wanted)
        guard !types.unify(type, wanted) else { return }
        report(
            Problem(
                .type, place, id: "di sini seharusnya \(expected), bukan \(found)",
                en: "\(expected) is expected here, not \(found)"))
    }

    mutating func visit(_ syntax: Syntax) -> (Node, OpenType) {
        let place = syntax.place
        switch syntax.kind {
        case .bool(let value): return node(.constant(.bool(value)), .bool, place)
        case .int(let value): return node(.constant(.int(value)), .int, place)
        case .string(let value): return node(.constant(.string(value)), .string, place)
        case .refused: return refused(place)
        case .name, .select: return visitName(syntax)
        case .list(let elements): return visitList(elements, place)
        case .call(let target, let name, let namePlace, let arguments):
            return visitCall(target, name, namePlace, arguments, place)
        case .index(let operand, let index):
            _ = visit(operand)
            _ = visit(index)
            report(.leftOut(place, id: "Indeks a[i]", en: "indexes a[i]"))
            return refused(place)
        case .not(let operand):
            let (child, type) = visit(operand)
            require(type, .bool, at: operand.place)
            return node(.not(child), .bool, place)
        case .negate(let operand):
            let (child, type) = visit(operand)
            require(type, .int, at: operand.place)
            return node(.negate(child), .int, place)
        case .and(let operands):
            let nodes = visitLogic(operands)
            return node(.and(nodes), .bool, place)
        case .or(let operands):
            let nodes = visitLogic(operands)
            return node(.or(nodes), .bool, place)
        case .conditional(let condition, let first, let second):
            let (test, testType) = visit(condition)
            require(testType, .bool, at: condition.place)
            let (then, thenType) = visit(first)
            let (otherwise, otherwiseType) = visit(second)
            if !types.unify(thenType, otherwiseType) {
                mixed(thenType, otherwiseType, second.place, id: "Kedua cabang '?:'", en: "both branches of '?:'")
            }
            return node(.conditional(test, then: then, else: otherwise), thenType, place)
        case .binary(let operation, let left, let right):
            return visitBinary(operation, left, right, place)
        }
    }

    private mutating func visitLogic(_ operands: [Syntax]) -> [Node] {
        var nodes: [Node] = []
        for operand in operands {
            let (child, type) = visit(operand)
            require(type, .bool, at: operand.place)
            nodes.append(child)
        }
        return nodes
    }

    private mutating func visitList(_ elements: [Syntax], _ place: Range<Int>) -> (Node, OpenType) {
        let element = types.fresh()
        var nodes: [Node] = []
        for part in elements {
            let (child, type) = visit(part)
            if !types.unify(element, type) {
                mixed(element, type, part.place, id: "Anggota sebuah daftar", en: "the elements of a list")
            }
            nodes.append(child)
        }
        return node(.list(nodes), .list(element), place)
    }

    private mutating func mixed(_ one: OpenType, _ other: OpenType, _ place: Range<Int>, id: String, en: String) {
        report(
            Problem(
                .type, place,
                id: "\(id) harus berjenis sama: \(name(of: one)) dan \(name(of: other)) (dyn tidak dipakai di sini)",
                en: "\(en) must have one type, not \(name(of: one)) and \(name(of: other)) (dyn is left out)"))
    }

    // MARK: Names

    /// The parts of a dotted name; nil where something else stands before a dot.
    static func path(_ syntax: Syntax) -> (parts: [String], isRooted: Bool)? {
        switch syntax.kind {
        case .name(let name, let isRooted): return ([name], isRooted)
        case .select(let inner, let field):
            guard let (parts, isRooted) = path(inner) else { return nil }
            return (parts + [field], isRooted)
        default: return nil
        }
    }

    private mutating func visitName(_ syntax: Syntax) -> (Node, OpenType) {
        let place = syntax.place
        guard let (parts, isRooted) = Self.path(syntax) else {
            if case .select(let inner, _) = syntax.kind, case .refused = visit(inner).1 { return refused(place) }
            report(.leftOut(place, id: "Bagian (field) sebuah nilai", en: "fields of a value"))
            return refused(place)
        }
        if !isRooted, let depth = variables.lastIndex(where: { $0.name == parts[0] }) {
            guard parts.count == 1 else {
                report(.leftOut(place, id: "Bagian (field) sebuah nilai", en: "fields of a value"))
                return refused(place)
            }
            return node(.variable(depth: depth, name: parts[0]), variables[depth].type, place)
        }
        for count in (1...parts.count).reversed() {
            let name = parts[..<count].joined(separator: ".")
            guard let fact = declarations[name] else { continue }
            guard count == parts.count else {
                if fact.isPresence || declarations.facts.keys.contains(where: { $0.hasPrefix(name + ".") }) { break }
                report(.leftOut(place, id: "Bagian (field) sebuah nilai", en: "fields of a value"))
                return refused(place)
            }
            usedFacts.insert(name)
            if fact.isPresence {
                report(
                    Problem(
                        .type, place, id: "'\(name)' adalah daftar, bukan nilai",
                        en: "'\(name)' is a list, not a value",
                        remedy: Bilingual(id: "tulis has(\(name))", en: "write has(\(name))")))
                return refused(place)
            }
            let type = type(of: fact, name)
            return node(.fact(name), type, place)
        }
        reportUnknown(parts.joined(separator: "."), place)
        return refused(place)
    }

    private mutating func type(of fact: Declarations.Fact, _ name: String) -> OpenType {
        if let known = inferred[name] { return known }
        let type = types.open(fact.type)
        inferred[name] = type
        return type
    }

    mutating func reportUnknown(_ name: String, _ place: Range<Int>) {
        if let message = Self.leftOutNames[name] {
            report(.leftOut(place, id: message.indonesian, en: message.english))
            return
        }
        let shown = name.count > 80 ? name.prefix(80) + "…" : name[...]
        report(
            Problem(
                .unknownName, place, id: "fakta '\(shown)' tidak dikenal", en: "unknown fact '\(shown)'",
                remedy: NearMiss.remedy(
                    for: name, among: Array(declarations.facts.keys) + variables.map(\.name))))
    }

    /// Names of types, which this profile does not have as values.
    private static let leftOutNames: [String: Bilingual] = Dictionary(
        uniqueKeysWithValues: [
            "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "dyn",
            "google.protobuf.Timestamp", "google.protobuf.Duration",
        ].map { ($0, Bilingual(id: "Jenis sebagai nilai (\($0))", en: "types as values (\($0))")) })

    /// `has(name)`.
    mutating func visitHas(_ arguments: [Syntax], _ place: Range<Int>) -> (Node, OpenType) {
        guard arguments.count == 1, let argument = arguments.first else {
            report(
                Problem(
                    .type, place, id: "has() membutuhkan tepat satu nama fakta", en: "has() takes exactly one fact name"
                ))
            return node(.constant(.bool(false)), .bool, place)
        }
        if case .refused = argument.kind { return refused(place) }
        guard let (parts, isRooted) = Self.path(argument) else {
            report(
                Problem(
                    .type, argument.place, id: "has() membutuhkan nama fakta, bukan ungkapan",
                    en: "has() takes the name of a fact, not an expression"))
            return node(.constant(.bool(false)), .bool, place)
        }
        let name = parts.joined(separator: ".")
        if !isRooted, variables.contains(where: { $0.name == parts[0] }) {
            report(
                Problem(
                    .type, argument.place, id: "'\(parts[0])' adalah anggota daftar, bukan fakta",
                    en: "'\(parts[0])' is an element of a list, not a fact"))
        } else if declarations[name] == nil {
            reportUnknown(name, argument.place)
        } else {
            usedFacts.insert(name)
        }
        return node(.has(name), .bool, place)
    }
}
