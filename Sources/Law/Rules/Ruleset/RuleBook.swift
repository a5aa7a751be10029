public import Diagnostics
import Documents
public import Schema

/// Every document of a rules directory, read, checked and ready to choose a ruleset from.
public struct RuleBook: Sendable {
    /// The documents as read, in byte order of their paths.
    public let files: [RuleFile]
    /// In byte order of their ids, as are all lists of documents here.
    public let elections: [Election]
    public let instruments: [Instrument]
    public let profiles: [CodeProfile]
    public let calendars: [WorkCalendar]
    /// What field work rests on; nil where the rules have no `outreach.json5`.
    public let fieldWork: FieldWork?
    /// Schematic maps of regions.
    public let tileMaps: [TileMap]
    let lists: ListsDocument
    public let terms: Terms
    /// Region tables by the name of their file: code and name.
    let regions: [String: RegionTable]
    /// Checked conditions by id of the instrument.
    let conditions: [String: CheckedConditions]

    /// Reads and checks a rules directory.
    ///
    /// - Throws: `Failure(.input)` with every problem of every document, in the order of files and lines.
    public static func load(directory: String) throws(Failure) -> RuleBook {
        try RuleBook(files: try RuleFile.read(directory: directory), directory: directory)
    }

    /// The same from documents in memory; `directory` only shows in messages.
    public init(files: [RuleFile], directory: String = "") throws(Failure) {
        let log = FindingLog()
        let documents = BookDocuments(files, directory: directory, log: log)
        let hadUnread = !log.findings.isEmpty
        let instruments = Inheritance(documents.instruments, unread: documents.unreadInstruments, log: log).instruments
        var conditions: [String: CheckedConditions] = [:]
        if let lists = documents.lists, let terms = documents.terms {
            // With a document that could not be read, names it would have given are not missed.
            conditions = BookChecks(
                documents: documents, instruments: instruments, lists: lists, terms: terms, isWhole: !hadUnread,
                log: log
            ).run()
        }
        let order = Dictionary(
            files.enumerated().map { (RuleFile.shown(directory, $1.path), $0) }, uniquingKeysWith: { first, _ in first }
        )
        guard let lists = documents.lists, let terms = documents.terms, log.findings.isEmpty else {
            throw Failure(.input, log.sorted(by: order, directory: directory))
        }
        self.files = files
        elections = Self.ordered(documents.elections, \.id)
        self.instruments = Self.ordered(instruments, \.id)
        profiles = Self.ordered(documents.profiles, \.id)
        calendars = documents.calendars.sorted { $0.year < $1.year }
        fieldWork = documents.fieldWork
        tileMaps = documents.tileMaps
        self.lists = lists
        self.terms = terms
        regions = documents.regions
        self.conditions = conditions
    }

    private static func ordered<Value>(_ values: [Value], _ id: (Value) -> String) -> [Value] {
        values.sorted { id($0).utf8.lexicographicallyPrecedes(id($1).utf8) }
    }

    /// Kinds of lists, in the order of the document; code tables of profiles are not filled in.
    public var roles: [ListSchema.Role] { lists.roles.map(\.role) }

    public func election(_ id: String) -> Election? { elections.first { $0.id == id } }
    public func instrument(_ id: String) -> Instrument? { instruments.first { $0.id == id } }
    public func profile(_ id: String) -> CodeProfile? { profiles.first { $0.id == id } }
}

extension FindingLog {
    /// All findings, documents in the order given, then by line; never none.
    fileprivate func sorted(by order: [String: Int], directory: String) -> [Finding] {
        if findings.isEmpty {
            let missing = ["lists.json5", "terms.json5"].map { RuleFile.shown(directory, $0) }.filter {
                order[$0] == nil
            }
            return missing.map {
                Finding(
                    code: "rules_unreadable",
                    message: Bilingual(id: "dokumen aturan tidak ada", en: "the rule document is missing"),
                    location: SourceLocation(file: $0))
            }
        }
        func key(_ finding: Finding) -> (Int, Int) {
            (finding.location.flatMap { order[$0.file] } ?? Int.max, finding.location?.row ?? 0)
        }
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.enumerated()
            .sorted { key($0.element) == key($1.element) ? $0.offset < $1.offset : key($0.element) < key($1.element) }
            .map(\.element)
    }
}
