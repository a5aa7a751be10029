import Civil
import Columns
import Diagnostics
import FoundationEssentials
import Options
import RoleLists
import Rules
import RunFolder

/// The rule book in use and the folder it came from.
struct RuleAccess: Sendable {
    let book: RuleBook
    let directory: String

    var roles: [ListRole] { book.roles.map(ListRole.init) }

    /// The second to last election, whose lists are the best known.
    var usualElection: String {
        let known = book.elections.sorted { $0.votingDay < $1.votingDay }
        return (known.dropLast().last ?? known.last)?.id ?? ""
    }

    init(directory: String) throws(Failure) {
        self.directory = directory
        book = try RuleBook.load(directory: directory)
    }

    /// Loads the rules from the folder given, or else from the one that SIAPPILIH_RULES names, or else from the first of:
    /// `rules` in the working folder, `rules` beside or above the program.
    static func find(_ given: String?) throws(Failure) -> RuleAccess {
        try RuleAccess(directory: locate(given))
    }

    /// The folder that `find` loads, whether or not it can be loaded.
    static func locate(_ given: String?) throws(Failure) -> String {
        if let given { return given }
        if let named = ProcessInfo.processInfo.environment["SIAPPILIH_RULES"], !named.isEmpty { return named }
        if let found = candidates.first(where: holdsRules) { return found }
        throw notFound
    }

    static let notFound = Failure(
        .input,
        Finding(
            code: "rules_not_found",
            message: Bilingual(id: "folder aturan tidak ditemukan", en: "the folder of the rules was not found"),
            remedy: Bilingual(
                id: "sebutkan dengan --rules FOLDER atau SIAPPILIH_RULES",
                en: "name it with --rules DIR or SIAPPILIH_RULES")))

    /// The rules that a run was made by, as they stand now.
    func ruleset(of run: Run) throws(Failure) -> Ruleset {
        let manifest = run.manifest
        return try Ruleset(
            book: book, election: manifest.identity.election, instrument: manifest.identity.ruleset,
            profile: manifest.identity.profile,
            asOf: CivilDate(iso: manifest.identity.asOf), today: RunClock.current().today)
    }

    /// Says that the rules lack what field work rests on.
    static let withoutFieldWork = Failure(
        .input,
        Finding(
            code: "rules_without_field_work",
            message: Bilingual(
                id: "folder aturan tidak memuat outreach.json5", en: "the folder of the rules has no outreach.json5"),
            remedy: Bilingual(
                id: "pakai --rules FOLDER dengan aturan yang lengkap", en: "use --rules DIR with the whole rules")))

    /// The value of `--rules`, before the other options can be known.
    static func given(_ words: [String]) -> String? {
        let option = "--\(OptionSpec.rules.name)"
        var given: String?
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == option, words.indices.contains(index + 1) { given = words[index + 1] }
            if word.hasPrefix("\(option)=") { given = String(word.dropFirst(option.count + 1)) }
        }
        return given
    }

    private static var candidates: [String] {
        var folders = ["rules"]
        var folder = (Directories.program ?? "")[...]
        for _ in 0..<6 {
            guard let slash = folder.lastIndex(of: "/") else { break }
            folder = folder[..<slash]
            folders.append("\(folder)/rules")
            folders.append("\(folder)/share/siappilih/rules")
        }
        return folders
    }

    private static func holdsRules(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/lists.json5")
    }
}
