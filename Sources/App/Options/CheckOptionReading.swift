import Civil
public import Diagnostics
import Joining
public import Readiness
public import RoleLists

extension CheckOptions {
    /// What a reader of options must know of the rule book.
    public struct Vocabulary: Sendable {
        public var roles: [ListRole]
        public var elections: [String]
        public var rulesDirectory: String

        public init(roles: [ListRole], elections: [String], rulesDirectory: String) {
            self.roles = roles
            self.elections = elections
            self.rulesDirectory = rulesDirectory
        }
    }

    /// Options of a command line and a job file. The command line wins: its single values replace the job's, and its
    /// lists replace the job's lists of the same role.
    ///
    /// - Throws: `.usage` with everything that is missing or unfit.
    public init(_ arguments: Arguments, job: JobFile?, vocabulary: Vocabulary) throws(Failure) {
        let table = Self.table(roles: vocabulary.roles)
        let jobUses = try job?.uses(table) ?? []
        let uses = arguments.uses.map { OptionUse(name: $0.name, value: $0.value) }
        var reader = OptionReader(vocabulary: vocabulary)
        let own = reader.lists(uses)
        let ownRoles = Set(own.map(\.role))
        let lists = reader.lists(jobUses).filter { !ownRoles.contains($0.role) } + own
        let all = jobUses + uses
        let election = reader.election(all)
        let out = reader.out(all)
        let asOf = reader.day(all, "as-of")
        let threads = reader.count(all, "threads", 1...256)
        let memory = reader.memory(all)
        let acceptedRoles = reader.roles(all, "accept-role")
        let acceptedStrikes = reader.roles(all, "accept-strikes")
        reader.requirePopulation(lists)
        guard reader.findings.isEmpty, let election, let out else { throw Failure(.usage, reader.findings) }
        let maps = all.compactMap { $0.name == "map" ? $0.value : nil } + lists.compactMap(\.map)
        self.init(
            lists: lists, maps: maps.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            regions: all.value("regions"), election: election, ruleset: all.value("ruleset"),
            profile: all.value("profile"), asOf: asOf, rulesDirectory: vocabulary.rulesDirectory, out: out,
            persons: all.has("persons"), digests: !all.has("no-digest"), threads: threads, memory: memory,
            strict: all.has("strict"), force: all.has("force"), job: job?.path == "-" ? nil : job?.path)
        self.acceptedRoles = acceptedRoles
        self.acceptedStrikes = acceptedStrikes
    }
}

extension [OptionUse] {
    fileprivate func has(_ name: String) -> Bool { contains { $0.name == name } }
    fileprivate func value(_ name: String) -> String? { last { $0.name == name }?.value }
}

/// Turns uses of options into values, collecting what is wrong with them.
private struct OptionReader {
    let vocabulary: CheckOptions.Vocabulary
    var findings: [Finding] = []

    init(vocabulary: CheckOptions.Vocabulary) {
        self.vocabulary = vocabulary
    }

    private mutating func refuse(_ code: String, id: String, en: String, remedy: Bilingual? = nil) {
        findings.append(Finding(code: code, message: Bilingual(id: id, en: en), remedy: remedy))
    }

    mutating func lists(_ uses: [OptionUse]) -> [ListInput] {
        var lists: [ListInput] = []
        var region: String?
        var followsList = false
        for use in uses {
            let afterList = followsList
            followsList = false
            guard let value = use.value else { continue }
            if use.name == "map" {
                if afterList, let last = lists.indices.last { lists[last].map = value }
            } else if use.name == "region" {
                region = self.region(value)
            } else if use.name == "list" {
                guard let (role, path) = roleAndPath(value) else { continue }
                followsList = true
                lists.append(list(role, path, use, region))
            } else if let role = vocabulary.roles.first(where: { $0.option == use.name }) {
                followsList = true
                lists.append(list(role.id, value, use, region))
            }
        }
        return lists
    }

    private mutating func list(_ role: String, _ path: String, _ use: OptionUse, _ region: String?) -> ListInput {
        ListInput(role: role, path: path, region: use.region.flatMap { self.region($0) } ?? region, map: use.map)
    }

    private mutating func roleAndPath(_ value: String) -> (role: String, path: String)? {
        guard let equals = value.firstIndex(of: "="), equals != value.startIndex,
            value.index(after: equals) != value.endIndex
        else {
            refuse("unfit_value", id: "opsi --list ditulis --list ROLE=F", en: "option --list is written --list ROLE=F")
            return nil
        }
        let role = String(value[..<equals])
        guard vocabulary.roles.contains(where: { $0.id == role }) else {
            refuse(
                "unknown_role", id: "peran '\(role)' tidak dikenal", en: "unknown role '\(role)'",
                remedy: suggestion(role, vocabulary.roles.map(\.id)))
            return nil
        }
        return (role, String(value[value.index(after: equals)...]))
    }

    /// Ids of the roles named by an option, each by its id or its option.
    mutating func roles(_ uses: [OptionUse], _ name: String) -> [String] {
        var roles: [String] = []
        for word in uses.filter({ $0.name == name }).compactMap(\.value) {
            if let role = vocabulary.roles.first(where: { $0.id == word || $0.option == word }) {
                roles.append(role.id)
            } else {
                refuse(
                    "unknown_role", id: "peran '\(word)' tidak dikenal", en: "unknown role '\(word)'",
                    remedy: suggestion(word, vocabulary.roles.map(\.option)))
            }
        }
        return roles
    }

    /// Digits of a region code, dots and blanks aside.
    private mutating func region(_ value: String) -> String? {
        let digits = value.filter { $0 != "." && $0 != " " }
        let isCode = digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && [2, 4, 6, 10].contains(digits.utf8.count)
        if isCode { return digits }
        refuse(
            "unfit_value", id: "--region perlu kode 2, 4, 6, atau 10 angka",
            en: "--region needs a code of 2, 4, 6 or 10 digits")
        return nil
    }

    mutating func election(_ uses: [OptionUse]) -> String? {
        let known = vocabulary.elections.joined(separator: ", ")
        guard let election = uses.value("election") else {
            refuse(
                "missing_election", id: "pemilihan belum disebut", en: "no election given",
                remedy: Bilingual(id: "pakai --election ID: \(known)", en: "use --election ID: \(known)"))
            return nil
        }
        guard !vocabulary.elections.contains(election) else { return election }
        refuse(
            "unknown_election", id: "pemilihan '\(election)' tidak dikenal", en: "unknown election '\(election)'",
            remedy: suggestion(election, vocabulary.elections)
                ?? Bilingual(id: "yang dikenal: \(known)", en: "known: \(known)"))
        return nil
    }

    mutating func out(_ uses: [OptionUse]) -> String? {
        if let out = uses.value("out") { return out }
        refuse(
            "missing_out", id: "folder hasil belum disebut", en: "no folder for the results given",
            remedy: Bilingual(id: "pakai --out DIR", en: "use --out DIR"))
        return nil
    }

    mutating func requirePopulation(_ lists: [ListInput]) {
        let roles = vocabulary.roles.filter(\.isPopulation)
        guard let role = roles.first, !lists.contains(where: { list in roles.contains { $0.id == list.role } }) else {
            return
        }
        refuse(
            "missing_population", id: "tidak ada \(role.title.indonesian)", en: "no \(role.title.english) given",
            remedy: Bilingual(id: "pakai --\(role.option) F", en: "use --\(role.option) F"))
    }

    mutating func day(_ uses: [OptionUse], _ name: String) -> CivilDate? {
        guard let value = uses.value(name) else { return nil }
        if let day = CivilDate(iso: value) { return day }
        findings.append(Finding(code: "unfit_value", message: DayValue.unreadable(name)))
        return nil
    }

    mutating func memory(_ uses: [OptionUse]) -> Int? {
        guard let value = uses.value("memory") else { return nil }
        let smallest = MemoryBudget.smallest >> 20
        guard let bytes = MemoryBudget.bytes(value) else {
            refuse(
                "unfit_value", id: "--memory perlu ukuran seperti 300M, 8G, atau 1.5G",
                en: "--memory needs a size such as 300M, 8G or 1.5G")
            return nil
        }
        if bytes >= MemoryBudget.smallest { return bytes }
        refuse(
            "unfit_value", id: "--memory terlalu kecil: paling sedikit \(smallest)M",
            en: "--memory is too small: at least \(smallest)M",
            remedy: Bilingual(
                id: "pakai --memory \(smallest)M; tulis satuannya, misalnya 300M atau 8G",
                en: "use --memory \(smallest)M; write the unit, such as 300M or 8G"))
        return nil
    }

    mutating func count(_ uses: [OptionUse], _ name: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = uses.value(name) else { return nil }
        if let count = Int(value), range.contains(count) { return count }
        refuse(
            "unfit_value", id: "--\(name) perlu bilangan \(range.lowerBound) sampai \(range.upperBound)",
            en: "--\(name) needs a number from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    private func suggestion(_ word: String, _ known: [String]) -> Bilingual? {
        NearMiss.suggestion(for: word, among: known).map {
            Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
        }
    }
}
