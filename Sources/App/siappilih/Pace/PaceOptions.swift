import Civil
import Diagnostics
import Options
import Pace
import Planning
import Rules
import RunFolder

/// Turns the options of `pace` into its question.
struct PaceOptions {
    private var values: OptionValues
    /// What the deadline is, where the rules name it.
    private(set) var deadlineTitle: Bilingual?
    /// Working days of the month that targets are divided by, as the rules have it.
    private var monthDays = 0

    /// People and days beyond these are slips of the finger.
    private static let mostPeople = 1_000_000_000_000
    private static let mostDays = 100_000

    init(_ arguments: Arguments) {
        values = OptionValues(arguments)
    }

    private var arguments: Arguments { values.arguments }

    mutating func report() throws(Failure) -> PaceReport {
        let outstanding = values.number("outstanding", 0...Self.mostPeople)
        let days = values.number("days", 0...Self.mostDays)
        let from = values.day("from")
        let deadline = values.day("deadline")
        let capacity = capacity()
        let path = arguments.operands.first
        if path == nil, arguments.value("outstanding") == nil {
            values.refuse(
                "missing_people", id: "folder hasil atau --outstanding belum disebut",
                en: "neither a run nor --outstanding given",
                remedy: Bilingual(
                    id: "pakai: siappilih pace RUN, atau --outstanding N",
                    en: "use: siappilih pace RUN, or --outstanding N"))
        }
        if path != nil, arguments.value("outstanding") != nil {
            values.refuse(
                "surplus_option", id: "--outstanding tidak dipakai bersama folder hasil",
                en: "--outstanding goes without a run")
        }
        if arguments.value("days") != nil, arguments.value("deadline") != nil {
            values.refuse(
                "surplus_option", id: "--days dan --deadline tidak dipakai bersama",
                en: "--days and --deadline exclude each other")
        }
        let book = try RuleAccess.find(arguments.value("rules")).book
        let election = try election(book, path)
        try values.requireFit()
        guard let fieldWork = book.fieldWork else { throw RuleAccess.withoutFieldWork }
        monthDays = fieldWork.conventionalMonth.value
        guard let path else {
            return try withoutRun(outstanding ?? 0, days, from, deadline, capacity, election, book)
        }
        let run = try Run(reading: path)
        let known = election ?? book.election(run.manifest.identity.election)
        let span = span(days, from ?? CivilDate(iso: run.manifest.identity.asOf), deadline, known, book)
        try requireEnd(span)
        return try PaceReport(run, fieldWork: fieldWork, span: span, capacity: capacity)
    }

    private mutating func withoutRun(
        _ outstanding: Int, _ days: Int?, _ from: CivilDate?, _ deadline: CivilDate?, _ capacity: PaceCapacity,
        _ election: Election?, _ book: RuleBook
    ) throws(Failure) -> PaceReport {
        guard case .areas = capacity else {
            let today = days == nil ? RunClock.current().today : nil
            let span = span(days, from ?? today, deadline, election, book)
            try requireEnd(span)
            var whole: Int?
            if case .whole(let daily) = capacity { whole = daily }
            return PaceReport(outstanding: outstanding, span: span, capacity: whole)
        }
        throw Failure(
            .usage,
            Finding(
                code: "unfit_value",
                message: Bilingual(
                    id: "--capacity KAB=N memerlukan folder hasil", en: "--capacity KAB=N needs a run")))
    }

    /// The days asked for; the deadline by default that of the election.
    private mutating func span(
        _ days: Int?, _ from: CivilDate?, _ deadline: CivilDate?, _ election: Election?, _ book: RuleBook
    ) -> PaceSpan {
        var end = deadline
        if end == nil, days == nil, let election, let from {
            let known = DefaultDeadline(election, from: from)
            end = known?.day
            deadlineTitle = known?.title
        }
        return PaceSpan(
            from: from, deadline: end, givenDays: days, calendar: WorkingCalendar(book),
            monthDays: monthDays)
    }

    private func requireEnd(_ span: PaceSpan) throws(Failure) {
        guard span.givenDays == nil, span.deadline == nil else { return }
        throw Failure(
            .usage,
            Finding(
                code: "missing_deadline",
                message: Bilingual(id: "tenggat belum disebut", en: "no deadline given"),
                remedy: Bilingual(
                    id: "pakai --deadline YYYY-MM-DD, --days N, atau --election ID",
                    en: "use --deadline YYYY-MM-DD, --days N, or --election ID")))
    }

    /// What the figures do not say by themselves.
    func warnings(_ report: PaceReport) -> [Finding] {
        let years = report.span.unknownYears(through: latest(report))
        guard !years.isEmpty else { return [] }
        let list =
            years.count > 3 ? "\(years[0])–\(years[years.count - 1])" : years.map(String.init).joined(separator: ", ")
        return [
            Finding(
                code: "calendar_unknown", severity: .warning,
                message: Bilingual(
                    id: "hari libur \(list) belum diketahui: semua hari Senin–Jumat dihitung sebagai hari kerja",
                    en: "the holidays of \(list) are not known: every Monday to Friday counts as a working day"),
                remedy: Bilingual(id: "tambahkan ke rules/calendars", en: "add them to rules/calendars"))
        ]
    }

    /// The latest day that the report speaks of.
    private func latest(_ report: PaceReport) -> CivilDate? {
        let lines = [report.total] + report.areas
        let days =
            lines.flatMap { [$0.finish, $0.forecast?.middleFinish] }.compactMap { $0 }
            + [report.span.deadline].compactMap { $0 }
        return days.max()
    }

    // MARK: Values

    /// `N` once, or `KAB=N` for any number of kabupaten.
    private mutating func capacity() -> PaceCapacity {
        let (whole, areas) = values.byKabupaten("capacity", 0...1_000_000_000)
        if whole != nil, !areas.isEmpty {
            values.refuse(
                "surplus_option", id: "--capacity N dan --capacity KAB=N tidak dipakai bersama",
                en: "--capacity N and --capacity KAB=N exclude each other")
        }
        if let whole { return .whole(whole) }
        return areas.isEmpty ? .unknown : .areas(areas)
    }

    private mutating func election(_ book: RuleBook, _ path: String?) throws(Failure) -> Election? {
        guard let id = arguments.value("election") else { return nil }
        if let election = book.election(id) { return election }
        let ids = book.elections.map(\.id)
        values.refuse(
            "unknown_election", id: "pemilihan '\(id)' tidak dikenal", en: "unknown election '\(id)'",
            remedy: NearMiss.suggestion(for: id, among: ids).map {
                Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
            })
        return nil
    }
}
