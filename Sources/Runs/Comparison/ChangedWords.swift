import Civil
import Diagnostics
import Rules
import RunFolder

/// What `changed.xlsx` says of a person.
struct ChangedWords {
    let language: Language
    private let terms: DiffTerms
    private let people: DiffPeople
    private let headings: PersonHeadings
    private let names: [String: String]
    private let reasons: [String: String]
    private let steps: [String: String]
    private let lists: [String]
    /// As-of dates of the runs.
    private let days: (before: String, after: String)

    /// - Parameters:
    ///   - names: of regions, by their digits.
    ///   - people: says the same in ids.
    init(
        _ ruleset: Ruleset, _ terms: DiffTerms, _ people: DiffPeople, names: [String: String], lists: [String],
        days: (before: String, after: String), _ language: Language
    ) {
        self.language = language
        self.terms = terms
        self.people = people
        self.names = names
        self.lists = lists
        self.days = days
        headings = PersonHeadings(ruleset, language)
        func table(_ titles: [(String, Bilingual)]) -> [String: String] {
            Dictionary(titles.map { ($0, $1.text(in: language)) }) { first, _ in first }
        }
        reasons = table(ruleset.reasons.map { ($0.id, $0.title) })
        steps = table(ruleset.nextSteps.map { ($0.id, $0.title) })
    }

    func say(_ indonesian: String, _ english: String) -> String {
        Bilingual(id: indonesian, en: english).text(in: language)
    }

    func heading(_ column: ChangedColumn) -> String {
        if let heading = column.heading { return heading.text(in: language) }
        switch column.content {
        case .cell(let cell), .home(let cell): return headings.text(cell)
        default: return ""
        }
    }

    /// What the sheet of a kabupaten is called; words for people whose region is not known.
    func sheet(_ kabupaten: UInt64) -> String {
        let digits = DiffRegion.text(kabupaten)
        if digits.isEmpty { return say("tanpa kode wilayah", "no region code") }
        return names[digits].map { "\(digits) \($0)" } ?? digits
    }

    /// - Parameters:
    ///   - before: what a list of the earlier run says of the person; `after`: of the later.
    func text(
        _ column: ChangedColumn, of person: DiffedPerson, _ before: ChangedPeople.Cells?, _ after: ChangedPeople.Cells?
    ) -> String {
        switch column.content {
        case .cell(.nik): nik(person, after ?? before)
        case .cell(.nextStep): after?[.nextStep].map { steps[$0] ?? $0 } ?? ""
        case .cell(let cell): (after ?? before)?[cell] ?? ""
        case .home(let cell):
            after?[cell] ?? (person.after == nil || person.region == person.regionBefore ? before?[cell] : nil) ?? ""
        case .source: after != nil ? days.after : before != nil ? days.before : ""
        case .doubt: doubt(person, before, after)
        case .codeBefore: people.code(person.before)
        case .code: people.code(person.after)
        case .change: people.change(person).title.text(in: language)
        case .outcomeBefore: outcome(person.before)
        case .outcome: outcome(person.after)
        case .why: people.why(person).map { reasons[$0] ?? $0 }.joined(separator: "; ")
        case .region: person.after == nil ? "" : region(person.region)
        case .regionBefore: person.before == nil ? "" : region(person.regionBefore)
        case .list: (person.after ?? person.before).map { lists[DiffPerson.list($0)] } ?? ""
        case .row: (person.after ?? person.before).map { String(DiffPerson.row($0)) } ?? ""
        }
    }

    private func doubt(
        _ person: DiffedPerson, _ before: ChangedPeople.Cells?, _ after: ChangedPeople.Cells?
    ) -> String {
        if person.isDoubtful {
            return say(
                "NIK ini tercatat lebih dari sekali: mungkin baris orang lain",
                "this NIK is listed more than once: it may be another person's row")
        }
        if person.kind != 0 {
            return say(
                "tanpa NIK yang dapat dipakai: dikenali dari baris daftar saja",
                "no usable NIK: known by the row of the list alone")
        }
        if after == nil, before != nil, person.after != nil {
            return say(
                "nama dari hasil yang lama; daftar yang baru dapat menulis lain",
                "name of the earlier run; the later list may have another")
        }
        return ""
    }

    /// The key of the comparison, else what a list has in its place.
    private func nik(_ person: DiffedPerson, _ cells: ChangedPeople.Cells?) -> String {
        guard person.kind == 0, let nik = NIK(digits: person.key) else { return cells?[.nik] ?? "" }
        var digits: [UInt8] = []
        nik.append(to: &digits)
        return String(decoding: digits, as: UTF8.self)
    }

    private func outcome(_ verdict: UInt64?) -> String {
        verdict.map { terms.outcomes[DiffPerson.outcome($0)].title.text(in: language) } ?? ""
    }

    private func region(_ number: UInt64) -> String {
        let digits = DiffRegion.text(number)
        return names[digits] ?? digits
    }
}
