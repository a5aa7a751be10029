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
        /// Flags: whether a row means nobody in particular, and whether a later row speaks against it.
        var unnamed: Int?
        var outlived: Int?
        /// The column that dates a row, and the roles of which a later row speaks against one.
        var dated: Int?
        var outlivedBy: [String]
        /// Flag that a row says the person went to where they live, and the column that says where they went.
        var here: Int?
        var destination: Int?

        /// Whether the rows of somebody who shares no NIK say more than that there are some.
        var readsRows: Bool {
            unnamed != nil || here != nil || outlived != nil || codes.contains { $0 != nil }
                || numbers.contains { $0.slot != nil || $0.given != nil }
        }
    }
    /// What the population list's own mark stands for where no list was given.
    struct Mark: Sendable {
        /// Place in `codes`.
        var place: Int
        /// By number of the code: the rank of the recording it stands for.
        var ranks: [UInt8?]
        /// By number of the code: roles on whose list it says the person stands.
        var roles: [[String]]
    }
    /// The role whose latest row counts.
    struct Latest: Sendable {
        var presence: Int?
        var code: Int?
        /// Rank -> code number of the fact.
        var numbers: [UInt8]
        var date: Int?
        var given: Int?
        var contradicted: Int?
        var hadCard: Int?
        var plan: EvidencePlan
    }

    var codes: [Code] = []
    var numbers: [Number] = []
    var others: [OtherRole] = []
    /// Of `others`, those on whose lists nobody stands who was not recorded.
    var showingRecorded: [OtherRole] = []
    var latest: Latest?
    var marks: [Mark] = []
    /// Flags that say a list of a role was given.
    var given: [(role: String, slot: Int)] = []
    /// The column that names people, where NIKs are shared.
    var name: String?
    var repeated: Int?
    var rowOfAnother: Int?
    var nikFinding: (slot: Int, numbers: [UInt8])?
    var regionDiffers: Int?
    var prefixUnknown: Int?
    var birthDateDiffers: Int?
    var sexDiffers: Int?
    var shared: Int?
    /// Flags that somebody looked the person up, who is right, and that another who bears the NIK is.
    var confirmed: Int?
    var confirmedForAnother: Int?
    var duplicate: (slot: Int, numbers: [UInt8])?

    /// Rows by role, with the flag that says a person stands on such a list, in the order of the flags.
    func flagged<Rows>(_ rows: [String: Rows]) -> [(role: String, flag: Int, rows: Rows)] {
        let plans = others.map(\.plan) + [latest?.plan].compactMap { $0 }
        return plans.compactMap { plan in rows[plan.role.id].map { (plan.role.id, plan.flag, $0) } }
    }

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
        var order: [String] = []
        for role in schema.roles {
            if let slot = flag("given.\(role.id)") { given.append((role.id, slot)) }
            if case .latest(let date, let codeID, let classes) = role.rows, let plan = plans[role.id] {
                order = classes
                let fact = code("\(role.fact).\(codeID)")
                latest = Latest(
                    presence: flag(role.fact), code: fact?.slot, numbers: numbers(of: fact?.words ?? [], in: order),
                    date: number("\(role.fact).\(date)"), given: flag("\(role.fact).\(date)_given"),
                    contradicted: flag("\(role.fact).contradicted"), hadCard: flag("\(role.fact).had_card"), plan: plan)
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
                    numbers: plan.numbers.map { (number("\(fact).\($0.id)"), flag("\(fact).\($0.id)_given")) },
                    unnamed: flag("\(fact).unnamed"), outlived: flag("\(fact).outlived"),
                    dated: plan.numbers.firstIndex { $0.id == plan.role.knownSince },
                    outlivedBy: plan.role.outlivedBy, here: flag("\(fact).here"),
                    destination: plan.numbers.firstIndex { $0.id == plan.role.destination }))
        }
        others.sort { $0.plan.flag < $1.plan.flag }
        showingRecorded = others.filter(\.plan.role.showsRecorded)
        for (place, code) in codes.enumerated() where !code.column.standsFor.isEmpty {
            let words = code.words.map { Optional($0) }
            marks.append(
                Mark(
                    place: place,
                    ranks: [nil]
                        + words.map { word in
                            word.flatMap { order.firstIndex(of: $0) }.map { UInt8(clamping: $0) }
                        },
                    roles: [[]] + words.map { word in code.column.standsFor.filter { $0 == word } }))
        }
        name = schema.equalRows.name
        repeated = flag("duplicate.repeated")
        rowOfAnother = flag("nik.anothers_row")
        nikFinding = code("nik.finding").map {
            ($0.slot, [0] + numbers(of: $0.words, in: NIKFinding.allCases.map(\.id)))
        }
        regionDiffers = flag("nik.region_differs")
        prefixUnknown = flag("nik.prefix_unknown")
        birthDateDiffers = flag("nik.birth_date_differs")
        sexDiffers = flag("nik.sex_differs")
        shared = flag("duplicate.shared")
        confirmed = flag("identity.confirmed")
        confirmedForAnother = flag("identity.confirmed_for_another")
        duplicate = code("duplicate.class").map {
            ($0.slot, numbers(of: $0.words, in: schema.equalRows.classes.map(\.id)))
        }
    }
}
