import Civil
import Columns
public import Diagnostics
import Files
import Foundation
import Linkage
public import Lists
public import Rules
import RunFolder
import Schema
import Tabular

/// What a run is set up from.
public enum CheckSetup {
    public static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// - Parameter spill: makes the file for what does not fit in memory; called where the index does not.
    public static func context(
        _ opened: [OpenList], _ ruleset: Ruleset, threads: Int, memory: MemoryBudget = .standard,
        spill: (() throws(Failure) -> SpillFile)? = nil
    ) throws(Failure) -> RunContext {
        var people = opened.filter { $0.role.rows == .person }
        var base: UInt64 = 0
        for place in people.indices {
            people[place].base = base
            base += UInt64(people[place].text.file.size)
        }
        let others = opened.filter { $0.role.rows != .person }
        let roles = givenRoles(others, ruleset)
        let layout = ruleset.layout { fact in
            let parts = fact.split(separator: ".", maxSplits: 1)
            guard let first = parts.first else { return false }
            guard let role = ruleset.schema.roles.first(where: { $0.fact == first }) else { return true }
            if parts.count == 1 { return roles.contains(role.id) }
            guard ruleset.usedFacts.contains(fact) else { return false }
            if role.rows != .person { return roles.contains(role.id) }
            let column = parts[1].hasSuffix("_given") ? String(parts[1].dropLast(6)) : String(parts[1])
            return people.contains { $0.cell(column) != nil } || role.column(column)?.absentCode != nil
        }
        let flagged = try flaggedRoles(ruleset.schema, given: roles)
        let rows = people.map { RowEstimate.rows($0.text) }.reduce(0, +)
        var parts: Spill?
        if let spill, let partitions = memory.partitions(people: rows) {
            parts = Spill(partitions, try spill(), threads: threads)
        }
        return RunContext(
            ruleset: ruleset, layout: layout, people: people, others: others,
            index: PersonIndex(people: parts == nil ? rows : 0), memory: memory, spill: parts,
            threads: max(1, threads),
            statusTexts: TextNumbers(limit: 1 << 20), tpsTexts: TextNumbers(limit: 1 << 24), flaggedRoles: flagged)
    }

    /// Roles whose presence is a flag of the index entry.
    ///
    /// - Throws: where the lists given are of more roles than an entry can tell apart: none may be lost silently.
    static func flaggedRoles(_ schema: ListSchema, given: Set<String>) throws(Failure) -> [String] {
        let kept = schema.roles.filter { given.contains($0.id) && $0.contributes == nil }
        let flagged = kept.filter { $0.rows == .every }.map(\.id)
        let latest = kept.filter { if case .latest = $0.rows { true } else { false } }
        let ranks = latest.map { role -> Int in
            if case .latest(_, _, let order) = role.rows { order.count } else { 0 }
        }
        guard flagged.count <= KeyIndex.flagCount, latest.count <= 1, ranks.allSatisfy({ $0 <= Recording.rankLimit })
        else {
            throw Failure(
                .input,
                Finding(
                    code: "too_many_roles",
                    message: Bilingual(
                        id:
                            "satu pemeriksaan paling banyak memakai \(KeyIndex.flagCount) jenis daftar lain dan satu daftar perekaman dengan \(Recording.rankLimit) kelas",
                        en:
                            "one check takes at most \(KeyIndex.flagCount) kinds of other lists, and one of recordings with \(Recording.rankLimit) classes"
                    ),
                    remedy: Bilingual(id: "kurangi jenis daftar", en: "give fewer kinds of lists")))
        }
        return flagged
    }

    /// Roles that a list was given for, or that a given list contributes to.
    private static func givenRoles(_ others: [OpenList], _ ruleset: Ruleset) -> Set<String> {
        var roles = Set(others.map(\.role.id))
        for list in others {
            for target in list.role.contributes?.targets.values.map(\.role) ?? [] { roles.insert(target) }
        }
        return roles
    }

    public static func plans(_ context: RunContext) -> [String: SidePlan] {
        var plans: [String: SidePlan] = [:]
        for role in context.ruleset.schema.roles where role.rows != .person {
            let flag = context.flaggedRoles.firstIndex(of: role.id) ?? KeyIndex.flagCount
            plans[role.id] = SidePlan(role, flag: flag, layout: context.layout)
        }
        return plans
    }

    static func personsWriter(_ file: OutputFile?, _ directory: RunDirectory) throws(Failure) -> OrderedWriter? {
        guard let file else { return nil }
        do {
            try file.append(PersonColumn.ofEveryone.map(\.rawValue).joined(separator: ",") + "\n")
        } catch {
            throw error.outputFailure(shown: "\(directory.path)/persons.csv")
        }
        return OrderedWriter([(file, "\(directory.path)/persons.csv")])
    }

    static func identity(_ ruleset: Ruleset) -> RunIdentity {
        RunIdentity(
            election: ruleset.electionID, ruleset: ruleset.instrumentID, profile: ruleset.profileID,
            votingDay: ruleset.votingDay.description, asOf: ruleset.asOf.description)
    }

    /// - Parameter names: of regions, before those of the rules.
    static func terms(_ ruleset: Ruleset, named names: [String: String] = [:]) -> RunTerms {
        RunTerms(ruleset, named: names)
    }
}
