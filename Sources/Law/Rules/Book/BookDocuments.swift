import Diagnostics
import Documents

/// Every document of a rules directory, each read by itself; what one says of another is not yet checked.
struct BookDocuments {
    /// The folder of the rules, as it was given.
    private let directory: String
    var lists: ListsDocument?
    var terms: Terms?
    var profiles: [CodeProfile] = []
    var instruments: [InstrumentDocument] = []
    var elections: [Election] = []
    var calendars: [WorkCalendar] = []
    var fieldWork: FieldWork?
    var regions: [String: RegionTable] = [:]
    var tileMaps: [TileMap] = []
    /// Folders and root documents in which something was found: what others say of them is then not judged.
    private(set) var unsound: Set<String> = []
    /// Names of instrument files that hold no readable instrument.
    private(set) var unreadInstruments: Set<String> = []

    /// How messages name a file of the rules.
    func shown(_ path: String) -> String { RuleFile.shown(directory, path) }

    init(_ files: [RuleFile], directory: String, log: FindingLog) {
        self.directory = directory
        for file in files {
            let document = Document(name: RuleFile.shown(directory, file.path), bytes: file.bytes)
            let parts = file.path.split(separator: "/")
            let found = log.findings.count
            defer { if log.findings.count > found, let part = parts.first { unsound.insert(String(part)) } }
            let name = parts.last.map { $0.prefix { $0 != "." } }.map(String.init) ?? ""
            if parts.first == "regions", parts.count == 2, file.path.hasSuffix(".csv") {
                regions[name] = RegionTable(document, log: log)
                continue
            }
            if parts.first == "instruments" { unreadInstruments.insert(name) }
            guard let place = DocumentPlace(document, log: log) else { continue }
            switch (parts.first, parts.count) {
            case ("lists.json5", 1): lists = place.lists()
            case ("terms.json5", 1): terms = place.terms()
            case ("outreach.json5", 1): fieldWork = place.fieldWork()
            case ("regions", 2): if let map = place.tileMap() { tileMaps.append(map) }
            case ("profiles", 2): add(place.codeProfile(), to: &profiles, named: name, log) { ($0.id, $0.spot) }
            case ("instruments", 2): add(place.instrument(), to: &instruments, named: name, log) { ($0.id, $0.spot) }
            case ("elections", 2):
                add(place.election(), to: &elections, named: name, log) { ($0.id, $0.spots["id"] ?? place.spot) }
            case ("calendars", 2):
                add(place.workCalendar(), to: &calendars, named: name, log) { (String($0.year), $0.spot) }
            default: break
            }
        }
        unreadInstruments.subtract(instruments.map(\.id))
        shareCodes(log)
    }

    /// Gives every profile the code tables of the one it names, where it has none of its own.
    private mutating func shareCodes(_ log: FindingLog) {
        let own = Dictionary(profiles.map { ($0.id, $0) }) { first, _ in first }
        for index in profiles.indices {
            guard let name = profiles[index].sameCodesAs else { continue }
            if let other = own[name], other.sameCodesAs == nil {
                profiles[index].tables.merge(other.tables) { mine, _ in mine }
            } else if !unsound.contains("profiles") {
                log.addUnknown(
                    "unknown_profile", at: profiles[index].spot, name,
                    what: Bilingual(id: "profil kode", en: "profile"),
                    among: profiles.filter { $0.sameCodesAs == nil }.map(\.id))
            }
        }
    }

    /// Adds a document whose id must be the name of its file.
    private func add<Value>(
        _ value: Value?, to values: inout [Value], named name: String, _ log: FindingLog,
        identity: (Value) -> (id: String, spot: Spot)
    ) {
        guard let value else { return }
        let (id, spot) = identity(value)
        if id != name {
            log.add(
                "id_not_file", at: spot,
                Bilingual(
                    id: "id '\(id)' harus sama dengan nama berkas '\(name)'",
                    en: "the id '\(id)' must be the file's name '\(name)'"))
        }
        values.append(value)
    }
}
