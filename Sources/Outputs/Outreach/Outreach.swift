import Civil
public import Diagnostics
import Files
import Pace
import Planning
public import Rules
public import RunFolder

/// What `outreach` made, for the terminal and `--json`.
public struct OutreachReport: Sendable {
    public var counts: ListCounts
    public var plan: FieldPlan
    public var files: Int
    public var directory: String
    public var warnings: [Finding]
}

/// Turns the flagged people of a run into lists for field teams and a plan of visits.
public enum Outreach {
    /// Writes the lists and the plan.
    ///
    /// - Throws: `.input` where the run cannot be read or does not agree with itself, `.output` where the folder cannot
    ///   be written.
    public static func run(
        _ run: Run, book: RuleBook, ruleset: Ruleset, fieldWork: FieldWork, programVersion: String,
        options: OutreachOptions, clock: RunClock
    ) throws(Failure) -> OutreachReport {
        try run.requireManifest()
        let asOf = try run.asOf()
        try refuseStrangers(options.teams, of: run)
        let demand = try VisitDemand(run, visitSteps: fieldWork.visitSteps)
        let calendar = WorkingCalendar(book)
        let plan = FieldPlan(
            demand, calendar: calendar, options: options, perDevice: options.perDevice ?? fieldWork.perDevice.value,
            joined: fieldWork.joined?.value ?? 0)
        let names = try run.regionNames()
        let context = OutreachContext(
            run: run, ruleset: ruleset, fieldWork: fieldWork, options: options, plan: plan, names: names, asOf: asOf,
            created: clock.isFixed ? clock.seconds : Int(asOf.dayNumber) * 86_400)
        let folder = try RunDirectory.begin(at: options.out, force: options.force, protecting: [run.path])
        if options.isUnmasked {
            try RunLog.append(
                "outreach --unmask: \(demand.people) people on visit lists, NIKs whole, into \(options.out)", to: run,
                clock: clock)
        }
        var lists = try FieldLists(context, in: folder)
        var outputs = try lists.write()
        let totals = OutreachTotals(
            try run.tally(), ruleset: ruleset, collect: lists.collected)
        try totals.require(lists.counts, plan: plan, run: run)
        outputs += try PlanFiles(context: context, programVersion: programVersion).write(to: folder)
        let manifest = DerivedManifest(
            kind: "outreach", programVersion: programVersion, runs: [run.manifest], outputs: outputs,
            options: reported(options, fieldWork))
        try folder.write(manifest)
        let warnings = try folder.publish() + unknownYears(calendar, options)
        return OutreachReport(
            counts: lists.counts, plan: plan, files: outputs.count, directory: options.out, warnings: warnings)
    }

    /// Teams of an area that the run does not have would go nowhere, unnoticed.
    private static func refuseStrangers(_ teams: OutreachOptions.Teams, of run: Run) throws(Failure) {
        let strangers = Set(teams.byKabupaten.keys).subtracting(try run.tally().map { String($0.region.prefix(4)) })
        guard !strangers.isEmpty else { return }
        throw Failure(
            .usage,
            strangers.sorted().map { code in
                Finding(
                    code: "unknown_area",
                    message: Bilingual(
                        id: "--teams \(code)=N: tidak ada orang dari kabupaten/kota \(code) dalam hasil ini",
                        en: "--teams \(code)=N: nobody of the kabupaten/kota \(code) is in this run"),
                    remedy: Bilingual(
                        id: "kode kabupaten/kota ada di recap-kabupaten.csv",
                        en: "the codes of its kabupaten/kota stand in recap-kabupaten.csv"))
            })
    }

    private static func reported(_ options: OutreachOptions, _ fieldWork: FieldWork) -> [(name: String, value: String)]
    {
        let teams =
            [String(options.teams.standard)]
            + options.teams.byKabupaten.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return [
            ("from", options.from.description), ("deadline", options.deadline.description),
            ("teams", teams.joined(separator: " ")), ("devices", String(options.devices)),
            ("per-device", String(options.perDevice ?? fieldWork.perDevice.value)),
            ("days-per-visit", String(options.daysPerVisit)), ("unmask", options.isUnmasked ? "true" : "false"),
            ("lang", options.language.rawValue),
        ]
    }

    private static func unknownYears(_ calendar: WorkingCalendar, _ options: OutreachOptions) -> [Finding] {
        let years = calendar.unknownYears(from: options.from, through: options.deadline)
        guard !years.isEmpty else { return [] }
        let list = years.prefix(3).map(String.init).joined(separator: ", ")
        return [
            Finding(
                code: "calendar_unknown", severity: .warning,
                message: Bilingual(
                    id: "hari libur \(list) belum diketahui: semua hari Senin–Jumat dihitung sebagai hari kerja",
                    en: "the holidays of \(list) are not known: every Monday to Friday counts as a working day"),
                remedy: Bilingual(id: "tambahkan ke rules/calendars", en: "add them to rules/calendars"))
        ]
    }
}
