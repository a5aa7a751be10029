import CEL
import Civil
import Columns
public import Diagnostics
import Linkage
public import RoleLists
public import Rules
import Schema
import Tabular
public import Workers

/// What the passes are set up from.
public enum JoinSetup {
    public static func context(
        _ opened: [OpenList], _ ruleset: Ruleset, threads: Int, memory: MemoryBudget = .standard,
        regionNames: [String: String] = [:], progress: RunProgress? = nil
    ) throws(Failure) -> RunContext {
        var people = opened.filter { $0.role.rows == .person }
        var base: RowPosition = 0
        for place in people.indices {
            people[place].base = base
            base += RowPosition(people[place].text.file.size)
        }
        let others = opened.filter { $0.role.rows != .person }
        let roles = givenRoles(others, people, ruleset)
        let apostrophes = Apostrophes(ruleset.schema.apostrophes)
        let context = RunContext(
            ruleset: ruleset, layout: layout(ruleset, people, roles), people: people, others: others, memory: memory,
            threads: max(1, threads), statusTexts: TextNumbers(limit: 1 << 20),
            tpsTexts: TextNumbers(limit: 1 << 24), destinations: TextNumbers(limit: 1 << 20),
            apostrophes: apostrophes,
            bearers: RegionBearers(
                others.contains { $0.role.destination != nil } ? ruleset.regionNames.merging(regionNames) { $1 } : [:],
                kinds: ruleset.schema.regionKinds, apostrophes),
            flaggedRoles: try flaggedRoles(ruleset.schema, given: roles),
            givenRoles: Set(others.map(\.role.id)),
            ranks: ranks(ruleset.schema, roles: Set(others.map(\.role.id))), progress: progress)
        context.announce()
        return context
    }

    public static func plans(_ context: RunContext) -> EvidencePlans {
        EvidencePlans(context.ruleset, context.layout, flagged: context.flaggedRoles)
    }

    /// The facts that are known of somebody in this run.
    private static func layout(_ ruleset: Ruleset, _ people: [OpenList], _ roles: Set<String>) -> FactLayout {
        ruleset.layout { fact in
            let parts = fact.split(separator: ".", maxSplits: 1)
            guard let first = parts.first else { return false }
            guard let role = ruleset.schema.roles.first(where: { $0.fact == first }) else {
                return first != "given" || ruleset.usedFacts.contains(fact)
            }
            if parts.count == 1 { return roles.contains(role.id) }
            guard ruleset.usedFacts.contains(fact) else { return false }
            if role.rows != .person { return roles.contains(role.id) }
            let column = parts[1].hasSuffix("_given") ? String(parts[1].dropLast(6)) : String(parts[1])
            return people.contains { $0.cell(column) != nil } || role.column(column)?.absentCode != nil
        }
    }

    /// Roles whose presence is a flag of the person's entry.
    ///
    /// - Throws: where the lists given are of more roles than an entry can tell apart: none may be lost silently.
    static func flaggedRoles(_ schema: ListSchema, given: Set<String>) throws(Failure) -> [String] {
        let kept = schema.roles.filter { given.contains($0.id) && $0.contributes == nil }
        let flagged = kept.filter { $0.rows == .every }.map(\.id)
        let latest = kept.filter { if case .latest = $0.rows { true } else { false } }
        let ranks = latest.map { role -> Int in
            if case .latest(_, _, let order) = role.rows { order.count } else { 0 }
        }
        guard flagged.count <= EvidencePlans.besideFlag, latest.count <= 1,
            ranks.allSatisfy({ $0 <= Recording.rankLimit })
        else {
            throw Failure(
                .input,
                Finding(
                    code: "too_many_roles",
                    message: Bilingual(
                        id:
                            "satu pemeriksaan paling banyak memakai \(EvidencePlans.besideFlag) jenis daftar lain dan satu daftar perekaman dengan \(Recording.rankLimit) kelas",
                        en:
                            "one check takes at most \(EvidencePlans.besideFlag) kinds of other lists, and one of recordings with \(Recording.rankLimit) classes"
                    ),
                    remedy: Bilingual(id: "kurangi jenis daftar", en: "give fewer kinds of lists")))
        }
        return flagged
    }

    /// What the schema says of the classes of recordings; answers count where a list of them is given.
    private static func ranks(_ schema: ListSchema, roles: Set<String>) -> RecordingRanks {
        guard let role = schema.roles.first(where: { if case .latest = $0.rows { true } else { false } }),
            case .latest(_, let code, let order) = role.rows
        else { return RecordingRanks() }
        func ranks(_ codes: [String]) -> UInt16 {
            codes.compactMap { order.firstIndex(of: $0) }.reduce(0) { $0 | 1 << UInt16(min($1, 15)) }
        }
        var answers: [UInt8: UInt16] = [:]
        for list in schema.roles where roles.contains(list.id) {
            for target in list.contributes?.targets.values.map({ $0 }) ?? [] where target.role == role.id {
                guard let rank = target.codes[code].flatMap({ order.firstIndex(of: $0) }) else { continue }
                answers[UInt8(clamping: rank), default: 0] |= ranks(target.above)
            }
        }
        return RecordingRanks(
            yielding: ranks(role.precedence.yielding), denying: ranks(role.precedence.denying),
            cards: ranks(role.precedence.cards), recorded: ranks(role.precedence.recorded),
            answers: answers)
    }

    /// Roles that a list was given for, that a given list contributes to, or for which a mark of the population list can
    /// stand.
    private static func givenRoles(_ others: [OpenList], _ people: [OpenList], _ ruleset: Ruleset) -> Set<String> {
        var roles = Set(others.map(\.role.id))
        for list in people {
            for column in list.role.columns where list.cell(column.id) != nil { roles.formUnion(column.standsFor) }
        }
        for list in others {
            for target in list.role.contributes?.targets.values.map(\.role) ?? [] { roles.insert(target) }
        }
        return roles
    }
}
