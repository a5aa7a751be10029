import Civil
import Diagnostics

/// Holds an expression to what rule files may say: nothing that can fail at run time, and nothing that a database
/// running the same rule would decide otherwise.
///
/// Divisors are non-zero literals, no sum can overflow, lists are not empty and hold constants, days are written as
/// literals (and become constants here), a string is compared only with words it can have.
struct RulesProfile {
    private let declarations: Declarations
    private var problems: [Problem] = []
    /// The values each comprehension variable in scope can take, where they are ints.
    private var variables: [IntRange] = []

    static func apply(to root: Node, declarations: Declarations) -> (root: Node, problems: [Problem]) {
        var profile = RulesProfile(declarations: declarations)
        let safe = profile.visit(root).node
        return (safe, profile.problems)
    }

    private init(declarations: Declarations) {
        self.declarations = declarations
    }

    private mutating func refuse(_ place: Range<Int>, id: String, en: String) {
        problems.append(Problem(.notSafe, place, id: id, en: en))
    }

    /// The node as rules may have it, and the values it can take (ints alone).
    private mutating func visit(_ node: Node) -> (node: Node, values: IntRange) {
        func remade(_ kind: Node.Kind) -> Node { Node(kind, type: node.type, place: node.place) }
        switch node.kind {
        case .constant(let value):
            if case .int(let number) = value { return (node, IntRange(number, number)) }
            return (node, .any)
        case .fact(let name):
            return (node, values(of: name))
        case .has:
            return (node, .any)
        case .variable(let depth, _):
            return (node, depth < variables.count ? variables[depth] : .any)
        case .list(let elements):
            return visitList(elements, node)
        case .not(let operand):
            return (remade(.not(visit(operand).node)), .any)
        case .negate(let operand):
            let (child, values) = visit(operand)
            return (remade(.negate(child)), bounded(IntRange(0, 0).subtracting(values), node))
        case .and(let operands):
            return (remade(.and(operands.map { visit($0).node })), .any)
        case .or(let operands):
            return (remade(.or(operands.map { visit($0).node })), .any)
        case .conditional(let condition, let then, let otherwise):
            let test = visit(condition).node
            let (first, firstValues) = visit(then)
            let (second, secondValues) = visit(otherwise)
            return (remade(.conditional(test, then: first, else: second)), firstValues.union(secondValues))
        case .binary(let operation, let left, let right):
            return visitBinary(operation, left, right, node)
        case .call(let function, let arguments):
            return visitCall(function, arguments, node)
        case .comprehension(let quantifier, let depth, let name, let range, let body):
            let (list, values) = visit(range)
            variables.append(values)
            let condition = visit(body).node
            variables.removeLast()
            return (
                remade(.comprehension(quantifier, depth: depth, name: name, range: list, body: condition)), .any
            )
        }
    }

    private func values(of fact: String) -> IntRange {
        guard let declared = declarations[fact], declared.type == .int else { return .any }
        if case .int(let number)? = declared.value { return IntRange(number, number) }
        return IntRange(Int64(Int32.min), Int64(Int32.max))
    }

    /// Refuses a sum that could leave the ints.
    private mutating func bounded(_ values: IntRange?, _ node: Node) -> IntRange {
        if let values { return values }
        refuse(
            node.place, id: "hitungan ini dapat melampaui batas int pada saat dijalankan",
            en: "this can overflow when the rule runs")
        return .any
    }

    // MARK: Lists

    /// The values of a list are those of its elements.
    private mutating func visitList(_ elements: [Node], _ node: Node) -> (node: Node, values: IntRange) {
        var safe: [Node] = []
        var union: IntRange?
        for element in elements {
            let (child, values) = visit(element)
            safe.append(child)
            union = union?.union(values) ?? values
            if !isConstant(child) {
                refuse(
                    element.place, id: "daftar dalam aturan hanya boleh berisi nilai tetap",
                    en: "a list in a rule holds constants only")
            }
        }
        return (Node(.list(safe), type: node.type, place: node.place), union ?? .any)
    }

    private func isConstant(_ node: Node) -> Bool {
        switch node.kind {
        case .constant, .variable: true
        case .fact(let name): declarations[name]?.value != nil
        case .has: false
        case .list(let nodes), .and(let nodes), .or(let nodes), .call(_, let nodes): nodes.allSatisfy(isConstant)
        case .not(let operand), .negate(let operand): isConstant(operand)
        case .binary(_, let left, let right): isConstant(left) && isConstant(right)
        case .conditional(let condition, let then, let otherwise):
            isConstant(condition) && isConstant(then) && isConstant(otherwise)
        case .comprehension(_, _, _, let range, let body): isConstant(range) && isConstant(body)
        }
    }

    /// Whether a list surely has an element.
    private func isFilled(_ list: Node) -> Bool {
        switch list.kind {
        case .list(let elements): !elements.isEmpty
        case .binary(.add, let left, let right): isFilled(left) || isFilled(right)
        case .conditional(_, let then, let otherwise): isFilled(then) && isFilled(otherwise)
        case .variable: true  // its own list literal is checked where it stands
        case .constant(.list(let values)): !values.isEmpty
        default: false
        }
    }

    // MARK: Operators

    private mutating func visitBinary(
        _ operation: BinaryOperator, _ left: Node, _ right: Node, _ node: Node
    ) -> (node: Node, values: IntRange) {
        let (one, oneValues) = visit(left)
        let (other, otherValues) = visit(right)
        let safe = Node(.binary(operation, one, other), type: node.type, place: node.place)
        switch operation {
        case .add where node.type == .int:
            return (safe, bounded(oneValues.adding(otherValues), node))
        case .subtract where node.type == .int:
            return (safe, bounded(oneValues.subtracting(otherValues), node))
        case .multiply:
            return (safe, bounded(oneValues.multiplying(otherValues), node))
        case .divide, .remainder:
            guard case .constant(.int(let divisor)) = right.kind, divisor != 0 else {
                refuse(
                    right.place, id: "dalam aturan '\(operation.rawValue)' hanya boleh dengan bilangan tetap bukan nol",
                    en: "in a rule '\(operation.rawValue)' takes a non-zero literal only")
                return (safe, .any)
            }
            if divisor == -1, oneValues.low == .min { return (safe, bounded(nil, node)) }
            return (safe, operation == .divide ? oneValues.dividing(by: divisor) : .remainder(of: divisor))
        case .equal, .notEqual:
            requireWord(one, of: other)
            requireWord(other, of: one)
            return (safe, .any)
        case .membership:
            if !isFilled(other) {
                refuse(
                    right.place, id: "dalam aturan 'in' membutuhkan daftar yang berisi",
                    en: "in a rule 'in' takes a list that is not empty")
            }
            if case .list(let elements) = other.kind {
                for element in elements { requireWord(element, of: one) }
            }
            return (safe, .any)
        default:
            return (safe, .any)
        }
    }

    /// Refuses a constant string that a coded fact can never be equal to.
    private mutating func requireWord(_ constant: Node, of fact: Node) {
        guard case .constant(.string(let word)) = constant.kind, case .fact(let name) = fact.kind,
            let words = declarations[name]?.words, !words.contains(where: { CodePoints.equal($0, word) })
        else { return }
        let shown = words.prefix(12).map { "'\($0)'" }.joined(separator: ", ") + (words.count > 12 ? ", …" : "")
        problems.append(
            Problem(
                .neverTrue, constant.place, id: "'\(word.prefix(80))' bukan salah satu nilai \(name): \(shown)",
                en: "'\(word.prefix(80))' is none of the values of \(name): \(shown)",
                remedy: NearMiss.remedy(for: word, among: words)))
    }

    // MARK: Calls

    private mutating func visitCall(
        _ function: Node.Function, _ arguments: [Node], _ node: Node
    ) -> (node: Node, values: IntRange) {
        let safe = arguments.map { visit($0).node }
        let remade = Node(.call(function, safe), type: node.type, place: node.place)
        switch function {
        case .startsWith, .endsWith, .contains:
            return (remade, .any)
        case .size:
            return (remade, IntRange(0, Int64(Int32.max)))
        case .ageOn:
            return (remade, IntRange(-20_000_000, 20_000_000))
        case .date:
            guard case .constant(.string(let text))? = safe.first?.kind else {
                refuse(
                    node.place, id: "dalam aturan date() hanya menerima teks tetap",
                    en: "in a rule date() takes a literal only")
                return (remade, .any)
            }
            guard let date = CivilDate(iso: text) else {
                refuse(
                    arguments.first?.place ?? node.place, id: "'\(text.prefix(40))' bukan tanggal TTTT-BB-HH",
                    en: "'\(text.prefix(40))' is no date YYYY-MM-DD")
                return (remade, .any)
            }
            return (Node(.constant(.date(date)), type: .date, place: node.place), .any)
        case .matches:
            refuse(
                node.place, id: "matches() tidak boleh dalam aturan: hasilnya berbeda antar mesin",
                en: "matches() may not stand in a rule: engines differ on it")
        case .timestamp, .duration, .getFullYear, .getMonth, .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear,
            .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            refuse(
                node.place, id: "\(function.rawValue)() tidak boleh dalam aturan: dapat gagal pada saat dijalankan",
                en: "\(function.rawValue)() may not stand in a rule: it can fail when the rule runs")
        }
        return (remade, .any)
    }
}
