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

    /// - Throws: `.usage` with everything that is missing or unfit, `.input` where a name stands for no list.
    public init(_ arguments: Arguments, job: JobFile?, vocabulary: Vocabulary) throws(Failure) {
        let request = try CheckRequest(arguments, job: job, vocabulary: vocabulary)
        guard let options = request.options else { throw Failure(.usage, request.missing) }
        self = options
    }
}

/// Turns uses of options into values, collecting what is wrong with them.
struct OptionReader {
    let vocabulary: CheckOptions.Vocabulary
    private(set) var findings: [Finding] = []
    /// The folder whose lists are to be sorted into roles, and the region of those that have none.
    private(set) var folder: (path: String, region: String?)?

    /// Codes of what only a decision needs.
    static let missing: Set = ["missing_election", "missing_out"]

    init(vocabulary: CheckOptions.Vocabulary) {
        self.vocabulary = vocabulary
    }

    private mutating func refuse(_ code: String, id: String, en: String, remedy: Bilingual? = nil) {
        findings.append(Finding(code: code, message: Bilingual(id: id, en: en), remedy: remedy))
    }

    mutating func lists(_ uses: [OptionUse]) -> [ListInput] {
        var lists: [ListInput] = []
        var region: String?
        // What the option right before named.
        var last = 0..<0
        for use in uses {
            let before = last
            last = lists.count..<lists.count
            guard let value = use.value else { continue }
            if use.name == "map" {
                for place in before { lists[place].map = value }
            } else if use.name == "region" {
                region = self.region(value)
            } else if use.name == OptionSpec.folder.name {
                folder = (value, region)
            } else if let (role, path) = roleAndPath(use, value, after: before.last.map { lists[$0].role }) {
                lists.append(list(role, path, use, region))
                last = (use.isFurther ? before.lowerBound : last.lowerBound)..<lists.count
            } else if use.isFurther {
                last = before
            }
        }
        return lists
    }

    /// The role and the path that a use of a list's option names; nil for any other option, and for what is refused.
    ///
    /// - Parameter role: of the name before it.
    private mutating func roleAndPath(
        _ use: OptionUse, _ value: String, after role: String?
    ) -> (role: String, path: String)? {
        if use.name != "list" {
            return vocabulary.roles.first { $0.option == use.name }.map { ($0.id, value) }
        }
        if use.isFurther, !vocabulary.roles.contains(where: { value.hasPrefix("\($0.id)=") }) {
            // Its option's first name was refused.
            guard let role else { return nil }
            return (role, value)
        }
        return roleAndPath(value)
    }

    private mutating func list(_ role: String, _ path: String, _ use: OptionUse, _ region: String?) -> ListInput {
        ListInput(role: role, path: path, region: use.region.flatMap { self.region($0) } ?? region, map: use.map)
    }

    private mutating func roleAndPath(_ value: String) -> (role: String, path: String)? {
        guard let equals = value.firstIndex(of: "="), equals != value.startIndex,
            value.index(after: equals) != value.endIndex
        else {
            refuse(
                "unfit_value", id: "opsi --list ditulis --list PERAN=F", en: "option --list is written --list ROLE=F")
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
            remedy: Bilingual(id: "pakai --out FOLDER", en: "use --out DIR"))
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
