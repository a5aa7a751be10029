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
    /// Flag of the index entry that says a person stands on such a list; of a role whose latest row counts, that rows are
    /// kept beside the entry.
    public var flag: Int
    /// Flags of which a person must have one for rows to be kept that only speak against those roles'; 0 = always kept.
    var neededWith: UInt16 = 0
    public var codes: [Column] = []
    public var numbers: [Column] = []

    /// Whether every row must be kept beyond the flag, and not only those about shared NIKs.
    public var keepsRows: Bool { !codes.isEmpty || !numbers.isEmpty }

    /// Whether a person with these flags has a use for rows of the role.
    func isNeeded(with flags: UInt16) -> Bool { neededWith == 0 || flags & neededWith != 0 }

    /// No row, with these columns.
    var emptyRows: EvidenceRows { EvidenceRows(codeColumns: codes.count, numberColumns: numbers.count) }

    /// - Parameter isDated: whether the day of each row is asked for, whatever rules read.
    init(_ role: ListSchema.Role, flag: Int, layout: FactLayout, isDated: Bool = false) {
        self.role = role
        self.flag = flag
        // The row that decides stands in the entry, packed; so do those kept beside it.
        if case .latest = role.rows { return }
        for column in role.columns {
            guard let fact = layout["\(role.fact).\(column.id)"] else {
                if column.id == role.destination, layout["\(role.fact).here"]?.storage == .flag {
                    numbers.append(Column(id: column.id, kind: column.kind, words: []))
                    continue
                }
                if layout["\(role.fact).\(column.id)_given"].map({ $0.storage == .flag }) ?? false {
                    numbers.append(Column(id: column.id, kind: column.kind, words: []))
                }
                continue
            }
            switch fact.storage {
            case .code(let words): codes.append(Column(id: column.id, kind: column.kind, words: words))
            case .date, .integer: numbers.append(Column(id: column.id, kind: column.kind, words: []))
            case .presence, .flag, .truth, .constant, .absent:
                let isAsked = layout["\(role.fact).\(column.id)_given"].map { $0.storage == .flag } ?? false
                if isAsked || isDated && column.id == role.knownSince {
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
        let outlived = ruleset.schema.roles.filter {
            flagged.contains($0.id) && layout["\($0.fact).outlived"]?.storage == .flag
        }
        let recorded = ruleset.schema.roles.filter { flagged.contains($0.id) && $0.showsRecorded }
        let dated = Set((outlived + recorded).map(\.id) + outlived.flatMap(\.outlivedBy))
        /// Flags of the roles against which rows of `role` may speak, where rules read nothing else of it.
        func needed(with role: ListSchema.Role) -> UInt16 {
            if role.showsRecorded || EvidencePlan(role, flag: 0, layout: layout).keepsRows { return 0 }
            return outlived.filter { $0.outlivedBy.contains(role.id) && $0.id != role.id }
                .compactMap { flagged.firstIndex(of: $0.id) }.reduce(0) { $0 | 1 << UInt16($1) }
        }
        self.init(
            ruleset.schema.roles.filter { $0.rows != .person }.map { role in
                if case .latest = role.rows { return EvidencePlan(role, flag: Self.besideFlag, layout: layout) }
                var plan = EvidencePlan(
                    role, flag: flagged.firstIndex(of: role.id) ?? KeyIndex.flagCount, layout: layout,
                    isDated: dated.contains(role.id))
                plan.neededWith = needed(with: role)
                return plan
            })
    }

    /// The flag that says recordings are kept beside the entry; those below are for roles.
    static let besideFlag = KeyIndex.flagCount - 1

    public subscript(role: String) -> EvidencePlan? { byRole[role] }

    public var all: [EvidencePlan] { Array(byRole.values) }

    /// Roles whose presence is a flag, by number of the flag.
    var byFlag: [Int: EvidencePlan] {
        var plans: [Int: EvidencePlan] = [:]
        for plan in byRole.values where plan.flag < KeyIndex.flagCount { plans[plan.flag] = plan }
        return plans
    }

    /// Those that have a flag, by its number.
    var flagged: [EvidencePlan] {
        byRole.values.filter { $0.flag < KeyIndex.flagCount }.sorted { $0.flag < $1.flag }
    }

    /// Whether somebody with these flags has rows kept beside their entry.
    public static func isBeside(_ flags: UInt16) -> Bool { flags & 1 << UInt16(besideFlag) != 0 }

    /// NIKs of doubtful rows against which rows of other roles may speak: these are then kept as if the rows counted.
    func heldBack(_ doubtful: [String: DoubtfulRows]) -> Set<UInt64> {
        Set(all.filter { !$0.role.outlivedBy.isEmpty }.flatMap { doubtful[$0.role.id]?.rows.keys ?? [] })
    }

    /// No doubtful rows, by role of which rows can be kept.
    var emptyDoubtful: [String: DoubtfulRows] { emptyRows.mapValues { DoubtfulRows($0) } }

    /// No rows, by role of which rows can be kept.
    var emptyRows: [String: EvidenceRows] {
        Dictionary(flagged.map { ($0.role.id, $0.emptyRows) }) { first, _ in first }
    }
}
