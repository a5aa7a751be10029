import Civil
import Diagnostics
import Documents

/// Fills in what instruments restate, so that each stands by itself.
struct Inheritance {
    private(set) var instruments: [Instrument] = []

    /// - Parameter unread: ids of documents that are there but could not be read: what restates them is not blamed.
    init(_ documents: [InstrumentDocument], unread: Set<String>, log: FindingLog) {
        let byID = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
        var done: [String: Instrument] = [:]
        func resolve(_ document: InstrumentDocument, _ above: Set<String>) -> Instrument? {
            if let known = done[document.id] { return known }
            var base: Instrument?
            if let id = document.restates {
                guard let baseDocument = byID[id] else {
                    if unread.contains(id) { return nil }
                    log.addUnknown(
                        "unknown_instrument", at: document.restatesSpot, id,
                        what: Bilingual(id: "instrumen", en: "instrument"), among: byID.keys.sorted())
                    return nil
                }
                guard !above.contains(id), id != document.id else {
                    log.add(
                        "circular_restates", at: document.restatesSpot,
                        Bilingual(
                            id: "'\(document.id)' pada akhirnya menyatakan ulang dirinya sendiri",
                            en: "'\(document.id)' restates itself in the end"))
                    return nil
                }
                guard let found = resolve(baseDocument, above.union([document.id])) else { return nil }
                base = found
            }
            let instrument = Self.merge(document, onto: base, log: log)
            done[document.id] = instrument
            return instrument
        }
        for document in documents {
            if let instrument = resolve(document, []), !instruments.contains(where: { $0.id == instrument.id }) {
                instruments.append(instrument)
            }
        }
    }

    private static func merge(_ document: InstrumentDocument, onto base: Instrument?, log: FindingLog) -> Instrument {
        var parameters = Dictionary((base?.parameters ?? []).map { ($0.first?.id ?? "", $0) }) { first, _ in first }
        for (name, versions) in document.parameters {
            parameters[name] = checked(versions, what: "params.\(name)", log: log)
        }
        return Instrument(
            id: document.id, title: document.title, kind: document.kind, restates: document.restates,
            source: document.source, confidence: document.confidence,
            parameters: parameters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value),
            usable: document.usable ?? base?.usable ?? [], findings: document.findings ?? base?.findings ?? [],
            requirements: requirements(document, onto: base, log: log),
            attributes: document.attributes ?? base?.attributes ?? [],
            outcomes: document.outcomes ?? base?.outcomes ?? [], spot: document.spot)
    }

    private static func requirements(_ document: InstrumentDocument, onto base: Instrument?, log: FindingLog)
        -> [[Requirement]]
    {
        var order: [String] = []
        var versions: [String: [Requirement]] = [:]
        for inherited in base?.requirements ?? [] {
            guard let id = inherited.first?.id else { continue }
            order.append(id)
            versions[id] = inherited
        }
        let inherited = versions
        var own: [String: [Requirement]] = [:]
        for entry in document.requirements {
            if !order.contains(entry.id) { order.append(entry.id) }
            if let words = entry.words {
                own[entry.id, default: []].append(
                    Requirement(
                        id: entry.id, title: words.title, period: entry.period, citations: entry.citations,
                        advice: entry.advice, restatedFrom: nil, holds: words.holds, fails: words.fails,
                        undetermined: words.undetermined, presumes: words.presumes, periodSpot: entry.spot))
            } else if let bases = inherited[entry.id], let base {
                own[entry.id, default: []] += restated(entry, bases, from: base.id)
            } else {
                log.addUnknown(
                    "unknown_requirement", at: entry.spot, entry.id, what: Bilingual(id: "syarat", en: "requirement"),
                    among: inherited.keys.sorted())
            }
        }
        for (id, entries) in own { versions[id] = checked(entries, what: id, log: log) }
        return order.compactMap { versions[$0] }
    }

    /// An undated citation stands for every wording of the base; a dated one takes the wording in force when it begins.
    private static func restated(
        _ entry: InstrumentDocument.RequirementEntry, _ bases: [Requirement], from base: String
    ) -> [Requirement] {
        let isDated = entry.period.from != nil || entry.period.until != nil
        let chosen: [(Requirement, Period)]
        if isDated {
            let words = entry.period.from.flatMap { bases.version(on: $0) } ?? bases.first
            chosen = words.map { [($0, entry.period)] } ?? []
        } else {
            chosen = bases.map { ($0, $0.period) }
        }
        return chosen.map {
            $0.restated(from: base, citing: entry.citations, during: $1, advice: entry.advice, at: entry.spot)
        }
    }

    /// The versions, oldest first; reports days with two versions and days between versions with none.
    private static func checked<Version: Dated>(_ versions: [Version], what: String, log: FindingLog) -> [Version] {
        let sorted = versions.enumerated().sorted { left, right in
            let from = (left.element.period.from?.dayNumber ?? .min, right.element.period.from?.dayNumber ?? .min)
            return from.0 == from.1 ? left.offset < right.offset : from.0 < from.1
        }.map(\.element)
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            let spot = later.periodSpot
            guard let until = earlier.period.until, let from = later.period.from, until <= from else {
                log.add(
                    "period_overlap", at: spot,
                    Bilingual(
                        id:
                            "dua versi '\(what)' berlaku pada hari yang sama; versi lain di \(earlier.periodSpot.location)",
                        en:
                            "two versions of '\(what)' are in force on one day; the other is at \(earlier.periodSpot.location)"
                    ),
                    remedy: Bilingual(
                        id: "'until' versi terdahulu = 'from' versi berikutnya",
                        en: "let 'until' of the earlier be 'from' of the later"))
                continue
            }
            if until < from {
                log.add(
                    "period_hole", at: spot,
                    Bilingual(
                        id:
                            "tidak ada versi '\(what)' dari \(until) sampai sebelum \(from); versi lain di \(earlier.periodSpot.location)",
                        en:
                            "no version of '\(what)' is in force from \(until) until \(from); the other is at \(earlier.periodSpot.location)"
                    ),
                    remedy: Bilingual(
                        id: "'until' versi terdahulu = 'from' versi berikutnya",
                        en: "let 'until' of the earlier be 'from' of the later"))
            }
        }
        return sorted
    }
}
