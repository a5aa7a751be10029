public import CEL
public import Civil
public import Diagnostics
public import Schema

/// The rules of one check: an election, an instrument as in force on the as-of date, and the code tables of a profile.
public struct Ruleset: Sendable {
    public let electionID: String
    public let electionTitle: Bilingual
    public let instrumentID: String
    public let instrumentTitle: Bilingual
    public let profileID: String
    public let votingDay: CivilDate
    /// What is known on this day decides.
    public let asOf: CivilDate
    /// The first day on which any of the requirements chosen is in force. Before it they decide all the same.
    public let inForceFrom: CivilDate?
    /// The lists with the profile's code tables filled in. The k-th code of a column is the k-th word of its fact.
    public let schema: ListSchema
    /// In the column order of the recaps.
    public let outcomes: [OutcomeTerm]
    public let nextSteps: [StepTerm]
    /// In byte order of their ids, at most 64: bit i of a person's reasons is the i-th.
    public let reasons: [ReasonTerm]
    public let kpuCodes: [KPUCodeTerm]
    /// The codes of the column `sex`.
    public let maleCode: String
    public let femaleCode: String
    /// The two-digit codes of the provinces that the rules know.
    public let provinces: Set<Int>
    /// Names by region code, digits only.
    public let regionNames: [String: String]
    /// The requirements in force, in the order of the documents.
    public let requirements: [Requirement]
    public let parameters: [Parameter]
    public let leapDay: LeapDay
    /// Every fact that a condition or code names, and so every column that decides.
    public let usedFacts: Set<String>
    public let usable: [UsableFact]
    public let findings: [ReasonCase]
    public let attributes: [Attribute]
    public let outcomeLines: [OutcomeLine]
    let catalogue: FactCatalogue
    let conditions: CheckedConditions
    /// What the table is called in which the words of a coded column stand, by `role.column`.
    private let codeTables: [String: Bilingual]

    /// Chooses a ruleset.
    ///
    /// - Parameters:
    ///   - instrument: instead of the election's own.
    ///   - profile: instead of the election's own.
    ///   - asOf: the day whose knowledge and wordings count; by default `today`, at most the voting day.
    ///   - today: today in Jakarta.
    /// - Throws: `Failure(.usage)` naming what there is, where an id is not known.
    public init(
        book: RuleBook, election electionID: String, instrument: String? = nil, profile: String? = nil,
        asOf: CivilDate? = nil, today: CivilDate
    ) throws(Failure) {
        var unknown: [Finding] = []
        let election = book.election(electionID)
        if election == nil {
            unknown.append(
                .unknownID("election", electionID, Bilingual(id: "pemilihan", en: "election"), book.elections.map(\.id))
            )
        }
        let instrumentID = instrument ?? election?.instrument
        let chosen = instrumentID.flatMap(book.instrument)
        if let instrumentID, chosen == nil {
            unknown.append(
                .unknownID(
                    "ruleset", instrumentID, Bilingual(id: "perangkat aturan", en: "ruleset"),
                    book.instruments.map(\.id)))
        }
        let profileID = profile ?? election?.profile
        let codeProfile = profileID.flatMap(book.profile)
        if let profileID, codeProfile == nil {
            unknown.append(
                .unknownID("profile", profileID, Bilingual(id: "profil kode", en: "profile"), book.profiles.map(\.id)))
        }
        guard let election, let chosen, let codeProfile, unknown.isEmpty else { throw Failure(.usage, unknown) }
        let asOf = asOf ?? min(today, election.votingDay)

        let statuses = book.profile(election.statuses)
        let missing = book.lists.tables.filter { codeProfile.tables[$0] == nil && statuses?.tables[$0] == nil }
        guard missing.isEmpty else {
            throw Failure(
                .usage,
                missing.map { table in
                    Finding(
                        code: "profile_without_table",
                        message: Bilingual(
                            id: "profil '\(codeProfile.id)' tidak punya tabel kode '\(table)'",
                            en: "the profile '\(codeProfile.id)' has no code table '\(table)'"))
                })
        }
        schema = book.lists.schema { codeProfile.tables[$0] ?? statuses?.tables[$0] }
        codeTables = Self.codeTables(book.lists) {
            codeProfile.tables[$0] == nil ? statuses?.title : codeProfile.title
        }
        self.electionID = election.id
        electionTitle = election.title
        self.instrumentID = chosen.id
        instrumentTitle = chosen.title
        self.profileID = codeProfile.id
        votingDay = election.votingDay
        self.asOf = asOf
        outcomes = book.terms.outcomes
        nextSteps = book.terms.nextSteps
        reasons = book.terms.reasons
        kpuCodes = book.terms.kpuCodes
        maleCode = book.terms.maleCode
        femaleCode = book.terms.femaleCode

        let tables = book.regions.filter { $0.key == RegionTable.provinces || election.regions.contains($0.key) }
        var regionNames = [String: String](minimumCapacity: tables.values.reduce(0) { $0 + $1.names.count })
        for table in tables.values {
            for (code, name) in table.names where regionNames[code] == nil { regionNames[code] = name }
        }
        self.regionNames = regionNames
        provinces = Set((book.regions[RegionTable.provinces]?.names ?? []).compactMap { Int($0.code) })

        requirements = chosen.requirements.compactMap { $0.version(on: asOf) }
        inForceFrom = requirements.compactMap(\.period.from).min()
        parameters = chosen.parameters.compactMap { $0.version(on: asOf) }
        let leap = parameters.first { $0.id == LeapDay.parameter }?.value
        leapDay = if case .string(let word) = leap { LeapDay(rawValue: word) ?? .march1 } else { .march1 }
        usable = chosen.usable
        findings = chosen.findings
        attributes = chosen.attributes
        outcomeLines = chosen.outcomes
        catalogue = FactCatalogue(
            schema: schema, parameters: parameters.map { ($0.id, $0.value) }, requirements: requirements.map(\.id),
            asOf: asOf, votingDay: election.votingDay)
        conditions = book.conditions[chosen.id] ?? CheckedConditions()
        usedFacts = RulesetFacts.used(
            conditions, conditions: requirements.flatMap(\.conditions) + chosen.commonConditions,
            codes: requirements.flatMap(\.fails).map(\.kpuCode) + chosen.outcomes.map(\.kpuCode),
            refusable: usable.map(\.fact))
    }

    /// What the table is called in which the words of a coded column stand: a profile's title, or the lists' own file.
    public func codeTable(of column: String, role: String) -> Bilingual {
        codeTables["\(role).\(column)"] ?? Bilingual(id: "tabel lists.json5", en: "table of lists.json5")
    }

    private static func codeTables(
        _ lists: ListsDocument, profile: (_ table: String) -> Bilingual?
    ) -> [String: Bilingual] {
        var titles: [String: Bilingual] = [:]
        for role in lists.roles {
            for column in role.columns {
                titles["\(role.role.id).\(column.column.id)"] = column.table.flatMap(profile).map { title in
                    Bilingual(id: "tabel \(title.indonesian)", en: "table \(title.english)")
                }
            }
        }
        return titles
    }

    /// The facts of a check; `present` says which lists and columns there are, by the name of their fact
    /// (`suket`, `person.marital_status`, `nik.finding`). Facts of the others are absent: never known.
    public func layout(present: (_ fact: String) -> Bool) -> FactLayout { catalogue.layout(present: present) }

    /// The reasons, as bits of `Verdicts.reasons`, that say a fact's value could not be used; 0 if none can.
    public func unusableReasons(of fact: String) -> UInt64 {
        let ids = Set(usable.filter { $0.fact == fact }.flatMap(\.cases).map(\.reason))
        var mask: UInt64 = 0
        for (bit, reason) in reasons.enumerated() where ids.contains(reason.id) { mask |= 1 << UInt64(bit) }
        return mask
    }
}

extension Finding {
    /// "X is not known", the nearest known id, and all there are.
    public static func unknownID(_ code: String, _ id: String, _ what: Bilingual, _ known: [String]) -> Finding {
        let list = known.joined(separator: ", ")
        let guess = NearMiss.suggestion(for: id, among: known)
        let didYouMean = guess.map { Bilingual(id: "mungkin maksudnya '\($0)'; ", en: "did you mean '\($0)'; ") }
        return Finding(
            code: "unknown_\(code)",
            message: Bilingual(id: "\(what.indonesian) '\(id)' tidak dikenal", en: "unknown \(what.english) '\(id)'"),
            remedy: Bilingual(
                id: "\(didYouMean?.indonesian ?? "")yang ada: \(list)",
                en: "\(didYouMean?.english ?? "")there are: \(list)"))
    }
}
