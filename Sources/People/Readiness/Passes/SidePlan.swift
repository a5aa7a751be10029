import CEL
import Schema

/// How rows of one role other than population are kept: which columns, under which facts.
public struct SidePlan: Sendable {
    struct Column: Sendable {
        var id: String
        var kind: ListSchema.Column.Kind
        /// Codes in the order that the fact's words have.
        var words: [String]
    }

    var role: ListSchema.Role
    /// Flag of the index entry that says a person stands on such a list.
    var flag: Int
    var codes: [Column] = []
    var numbers: [Column] = []

    /// Whether rows must be kept beyond the flag.
    var keepsRows: Bool { !codes.isEmpty || !numbers.isEmpty }

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
