import CEL
import Civil
import Diagnostics
import Documents
import Schema

/// What one document says of another, and what all of them must fulfil together.
struct BookChecks {
    let documents: BookDocuments
    let instruments: [Instrument]
    let lists: ListsDocument
    let terms: Terms
    /// Whether every document could be read: otherwise a name may be missing only because its document is.
    let isWhole: Bool
    let log: FindingLog

    /// - Returns: the checked conditions of each instrument, by its id; whole where nothing was found.
    func run() -> [String: CheckedConditions] {
        var conditions: [String: CheckedConditions] = [:]
        let found = log.findings.count
        ListChecks(lists: lists, tables: profileTables, log: log).run()
        let factsAreKnown =
            log.findings.count == found && documents.unsound.isDisjoint(with: ["lists.json5", "profiles"])
        for election in documents.elections { check(election) }
        for instrument in instruments {
            let checks = InstrumentChecks(
                instrument: instrument, terms: terms, layout: layout(of: instrument), log: log)
            checks.checkCases()
            if !documents.unsound.contains("terms.json5") { checks.checkTerms() }
            if !documents.unsound.contains("instruments") { checks.checkRoles() }
            if factsAreKnown { conditions[instrument.id] = checks.checkConditions() }
        }
        if let fieldWork = documents.fieldWork, !documents.unsound.contains("terms.json5") {
            FieldWorkChecks(fieldWork: fieldWork, terms: terms, log: log).run()
        }
        if !documents.unsound.contains("terms.json5") {
            FormChecks(profiles: documents.profiles, terms: terms, log: log).run()
        }
        if isWhole { requireDocuments() }
        return conditions
    }

    /// Every code that any profile gives a table, so that conditions are checked for all profiles at once.
    private var profileTables: [String: [ListSchema.Code]] {
        var tables: [String: [ListSchema.Code]] = [:]
        for profile in documents.profiles {
            for (name, codes) in profile.tables {
                let known = Set((tables[name] ?? []).map(\.code))
                tables[name, default: []] += codes.filter { !known.contains($0.code) }
            }
        }
        return tables
    }

    private func layout(of instrument: Instrument) -> FactLayout {
        let tables = profileTables
        let day = CivilDate(dayNumber: 0)
        let catalogue = FactCatalogue(
            schema: lists.schema { tables[$0] },
            parameters: instrument.parameters.compactMap { versions in
                versions.first.map { ($0.id, versions.compactMap(\.value).first) }
            },
            requirements: instrument.requirements.compactMap { $0.first?.id }, asOf: day, votingDay: day)
        return catalogue.layout { _ in true }
    }

    private func check(_ election: Election) {
        func refer(_ field: String, _ id: String, to known: [String], _ what: Bilingual) {
            guard isWhole, !known.contains(id), let spot = election.spots[field] else { return }
            log.addUnknown("unknown_\(field)", at: spot, id, what: what, among: known)
        }
        let profile = Bilingual(id: "profil kode", en: "profile")
        refer(
            "instrument", election.instrument, to: instruments.map(\.id), Bilingual(id: "instrumen", en: "instrument"))
        refer("profile", election.profile, to: documents.profiles.map(\.id), profile)
        refer("statuses", election.statuses, to: documents.profiles.map(\.id), profile)
        for name in election.regions {
            refer(
                "regions", name, to: documents.regions.keys.sorted(), Bilingual(id: "tabel wilayah", en: "region table")
            )
        }
        for year in election.calendars {
            refer(
                "calendars", String(year), to: documents.calendars.map { String($0.year) },
                Bilingual(id: "kalender", en: "calendar"))
        }
        let chosen = documents.profiles.filter { $0.id == election.profile || $0.id == election.statuses }
        guard isWhole, chosen.count == Set([election.profile, election.statuses]).count,
            let spot = election.spots["profile"]
        else { return }
        for table in lists.tables where !chosen.contains(where: { $0.tables[table] != nil }) {
            log.add(
                "missing_table", at: spot,
                Bilingual(
                    id: "profil '\(election.profile)' dan '\(election.statuses)' tidak punya tabel kode '\(table)'",
                    en: "neither profile '\(election.profile)' nor '\(election.statuses)' has the code table '\(table)'"
                ))
        }
    }

    private func requireDocuments() {
        if documents.regions[RegionTable.provinces] == nil {
            log.add(
                Finding(
                    code: "no_documents",
                    message: Bilingual(
                        id: "tidak ada 'regions/\(RegionTable.provinces).csv': awalan NIK tidak dapat diperiksa",
                        en: "there is no 'regions/\(RegionTable.provinces).csv': prefixes of NIKs cannot be told"),
                    location: SourceLocation(file: documents.shown("regions/\(RegionTable.provinces).csv"))))
        }
        let kinds: [(isEmpty: Bool, folder: String, what: Bilingual)] = [
            (documents.elections.isEmpty, "elections", Bilingual(id: "pemilihan", en: "election")),
            (documents.instruments.isEmpty, "instruments", Bilingual(id: "instrumen", en: "instrument")),
            (documents.profiles.isEmpty, "profiles", Bilingual(id: "profil kode", en: "profile")),
        ]
        for kind in kinds where kind.isEmpty {
            log.add(
                Finding(
                    code: "no_documents",
                    message: Bilingual(
                        id: "tidak ada \(kind.what.indonesian) dalam '\(kind.folder)/'",
                        en: "there is no \(kind.what.english) in '\(kind.folder)/'")))
        }
    }
}
