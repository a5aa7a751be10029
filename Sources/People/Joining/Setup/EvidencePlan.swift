import CEL
import Columns
import Linkage
import Rules
public import Schema

/// What is kept of the rows of one role other than population: which columns, under which facts.
public struct EvidencePlan: Sendable {
    public struct Column: Sendable {
        public var id: String
        var kind: ListSchema.Column.Kind
        /// Codes in the order that the fact's words have.
        var words: [String]
    }

    public var role: ListSchema.Role
    /// Flag of the index entry that says a person stands on such a list.
    public var flag: Int
    public var codes: [Column] = []
    public var numbers: [Column] = []

    /// Whether rows must be kept beyond the flag.
    public var keepsRows: Bool { !codes.isEmpty || !numbers.isEmpty }

    /// No row, with these columns.
    var emptyRows: EvidenceRows { EvidenceRows(codeColumns: codes.count, numberColumns: numbers.count) }

    init(_ role: ListSchema.Role, flag: Int, layout: FactLayout) {
        self.role = role
        self.flag = flag
        for column in role.columns {
            guard let fact = layout["\(role.fact).\(column.id)"] else {
                if layout["\(role.fact).\(column.id)_given"].map({ $0.storage == .flag }) ?? false {
                    numbers.append(Column(id: column.id, kind: column.kind, words: []))
                }
                continue
            }
            switch fact.storage {
            case .code(let words): codes.append(Column(id: column.id, kind: column.kind, words: words))
            case .date, .integer: numbers.append(Column(id: column.id, kind: column.kind, words: []))
            case .presence, .flag, .truth, .constant, .absent:
                if layout["\(role.fact).\(column.id)_given"].map({ $0.storage == .flag }) ?? false {
                    numbers.append(Column(id: column.id, kind: column.kind, words: []))
                }
            }
        }
    }
}

/// What is kept of the rows of each role.
public struct EvidencePlans: Sendable {
    private let byRole: [String: EvidencePlan]

    init(_ plans: [EvidencePlan]) {
        byRole = Dictionary(plans.map { ($0.role.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter flagged: roles whose presence is a flag of the person's entry, by number of the flag.
    init(_ ruleset: Ruleset, _ layout: FactLayout, flagged: [String]) {
        self.init(
            ruleset.schema.roles.filter { $0.rows != .person }.map { role in
                EvidencePlan(role, flag: flagged.firstIndex(of: role.id) ?? KeyIndex.flagCount, layout: layout)
            })
    }

    subscript(role: String) -> EvidencePlan? { byRole[role] }

    public var all: [EvidencePlan] { Array(byRole.values) }

    /// Roles whose presence is a flag, by number of the flag.
    var byFlag: [Int: EvidencePlan] {
        var plans: [Int: EvidencePlan] = [:]
        for plan in byRole.values where plan.flag < KeyIndex.flagCount { plans[plan.flag] = plan }
        return plans
    }

    /// Those of whose rows rules read columns, by number of the flag.
    var keepingRows: [EvidencePlan] { byRole.values.filter(\.keepsRows).sorted { $0.flag < $1.flag } }

    /// No rows, by role of which rows are kept.
    var emptyRows: [String: EvidenceRows] { byRole.filter { $0.value.keepsRows }.mapValues(\.emptyRows) }
}
