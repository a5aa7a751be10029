import Civil
import Diagnostics
import ReportData
import Rules
import RunFolder
import Schema

/// What every file of the field lists is made with.
struct OutreachContext: Sendable {
    let run: Run
    let ruleset: Ruleset
    let fieldWork: FieldWork
    let options: OutreachOptions
    let plan: FieldPlan
    /// Of regions, by their digits.
    let names: [String: String]
    let asOf: CivilDate
    /// What is filled in and comes back.
    let answers: AnswerColumns
    /// The only time in the files, in seconds since 1970.
    let created: Int
    /// Places in the plan's visits, by region, in the order of the people they are for.
    private let visits: [String: [Int]]

    init(
        run: Run, ruleset: Ruleset, fieldWork: FieldWork, options: OutreachOptions, plan: FieldPlan,
        names: [String: String], asOf: CivilDate, created: Int
    ) {
        self.run = run
        self.ruleset = ruleset
        self.fieldWork = fieldWork
        self.options = options
        self.plan = plan
        self.names = names
        self.asOf = asOf
        self.created = created
        answers = AnswerColumns(ruleset.schema, options.language)
        var visits: [String: [Int]] = [:]
        for (place, visit) in plan.visits.enumerated() { visits[visit.region, default: []].append(place) }
        self.visits = visits.mapValues { places in
            places.sorted { plan.visits[$0].firstPerson < plan.visits[$1].firstPerson }
        }
    }

    func say(_ indonesian: String, _ english: String) -> String {
        Bilingual(id: indonesian, en: english).text(in: options.language)
    }

    func text(_ text: Bilingual) -> String { text.text(in: options.language) }

    /// `1271901001 SUKAMAJU`, or the digits alone; words for a region that is not known.
    func title(_ region: String) -> String {
        guard !region.isEmpty else { return say("wilayah tidak diketahui", "region unknown") }
        return names[region].map { "\(region) \($0)" } ?? region
    }

    func name(_ region: String) -> String { names[region] ?? "" }

    /// The visits to a region, in the order of the people they are for.
    func visits(to region: String) -> [FieldVisit] { (visits[region] ?? []).map { plan.visits[$0] } }

    /// The visit to which a person of a desa's walking list comes; nil in the remainder.
    func visit(of number: Int, in region: String) -> FieldVisit? {
        // Full visits come first, so that a person's place follows from the number.
        guard number > 0, plan.seats > 0, let places = visits[region] else { return nil }
        let place = (number - 1) / plan.seats
        guard places.indices.contains(place) else { return nil }
        return plan.visits[places[place]]
    }

    /// What the lists themselves call a column of the population list: its first heading.
    func heading(_ column: String) -> String {
        let people = ruleset.schema.roles.first { $0.rows == .person }
        return people?.column(column)?.headings.first ?? column
    }

    func nextStep(_ id: String) -> String { ruleset.nextSteps.first { $0.id == id }.map { text($0.title) } ?? id }

    func bring(_ step: String) -> String { fieldWork.bring(for: step).map(text) ?? "" }

    func isElderly(_ person: FieldPerson) -> Bool {
        person.list == .visit && (person.age ?? -1) >= fieldWork.elderlyAge.value
    }

    /// `Senin, 2 April 2018`, or `2–4 April 2018`.
    func span(_ days: [CivilDate]) -> String { LongDate.span(days, options.language) }

    /// Where the people of a visit go, where it is not their own desa.
    func place(_ visit: FieldVisit) -> String {
        visit.isJoined ? say(", di \(title(visit.host))", ", at \(title(visit.host))") : ""
    }

    func team(_ visit: FieldVisit) -> String { say("Tim \(visit.team)", "Team \(visit.team)") }

    /// At the foot of every printed page.
    var footer: String { "SiapPilih · \(run.manifest.identity.ruleset) · \(run.manifest.identity.asOf) · \(run.name)" }
}
