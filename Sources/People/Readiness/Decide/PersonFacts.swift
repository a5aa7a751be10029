import CEL
import Civil
import Columns
import Joining
import Linkage
import RoleLists
import Rules
import Schema
import Tabular

/// Where each fact about a person stands in a batch, resolved once a run.
struct PersonFacts: Sendable {
    /// A date or integer column of the population lists: number slot, and the flag that says a cell is filled.
    struct Number: Sendable {
        var column: ListSchema.Column
        var slot: Int?
        var given: Int?
    }
    struct Code: Sendable {
        var column: ListSchema.Column
        var words: [String]
        var slot: Int
    }
    /// A role whose rows are kept: how its facts are filled.
    struct OtherRole: Sendable {
        var plan: EvidencePlan
        var fact: String
        var presence: Int?
        var codes: [Int?]
        var numbers: [(slot: Int?, given: Int?)]
    }
    /// The role whose latest row counts.
    struct Latest: Sendable {
        var presence: Int?
        var code: Int?
        /// Rank -> code number of the fact.
        var numbers: [UInt8]
        var date: Int?
        var given: Int?
    }

    var codes: [Code] = []
    var numbers: [Number] = []
    var others: [OtherRole] = []
    var latest: Latest?
    var nikFinding: (slot: Int, numbers: [UInt8])?
    var regionDiffers: Int?
    var prefixUnknown: Int?
    var birthDateDiffers: Int?
    var sexDiffers: Int?
    var shared: Int?
    var duplicate: (slot: Int, numbers: [UInt8])?

    init(_ context: RunContext, _ plans: EvidencePlans) {
        let layout = context.layout
        let schema = context.ruleset.schema
        func flag(_ name: String) -> Int? {
            guard let fact = layout[name] else { return nil }
            return fact.storage == .flag || fact.storage == .presence ? fact.slot : nil
        }
        func number(_ name: String) -> Int? {
            guard let fact = layout[name] else { return nil }
            return fact.storage == .date || fact.storage == .integer ? fact.slot : nil
        }
        func code(_ name: String) -> (slot: Int, words: [String])? {
            guard let fact = layout[name], case .code(let words) = fact.storage else { return nil }
            return (fact.slot, words)
        }
        func numbers(of words: [String], in list: [String]) -> [UInt8] {
            list.map { word in words.firstIndex(of: word).map { UInt8(clamping: $0 + 1) } ?? 0 }
        }
        if let population = schema.roles.first(where: { $0.rows == .person }) {
            for column in population.columns {
                let name = "\(population.fact).\(column.id)"
                if column.kind == .code, let (slot, words) = code(name) {
                    codes.append(Code(column: column, words: words, slot: slot))
                } else if column.kind == .date || column.kind == .integer {
                    let given = flag("\(name)_given")
                    let slot = number(name)
                    if slot != nil || given != nil {
                        self.numbers.append(Number(column: column, slot: slot, given: given))
                    }
                }
            }
        }
        for role in schema.roles {
            if case .latest(let date, let codeID, let order) = role.rows {
                let fact = code("\(role.fact).\(codeID)")
                latest = Latest(
                    presence: flag(role.fact), code: fact?.slot, numbers: numbers(of: fact?.words ?? [], in: order),
                    date: number("\(role.fact).\(date)"), given: flag("\(role.fact).\(date)_given"))
            }
        }
        for plan in plans.all where plan.role.rows == .every {
            let fact = plan.role.fact
            let presence = flag(fact)
            if presence == nil && !plan.keepsRows { continue }
            others.append(
                OtherRole(
                    plan: plan, fact: fact, presence: presence,
                    codes: plan.codes.map { code("\(fact).\($0.id)")?.slot },
                    numbers: plan.numbers.map { (number("\(fact).\($0.id)"), flag("\(fact).\($0.id)_given")) }))
        }
        nikFinding = code("nik.finding").map {
            ($0.slot, [0] + numbers(of: $0.words, in: NIKFinding.allCases.map(\.id)))
        }
        regionDiffers = flag("nik.region_differs")
        prefixUnknown = flag("nik.prefix_unknown")
        birthDateDiffers = flag("nik.birth_date_differs")
        sexDiffers = flag("nik.sex_differs")
        shared = flag("duplicate.shared")
        duplicate = code("duplicate.class").map {
            ($0.slot, numbers(of: $0.words, in: schema.equalRows.classes.map(\.id)))
        }
    }
}
