import Civil
import Diagnostics
import Pace
import Planning

/// A pace report for the person at the terminal.
struct PaceText: TerminalPage {
    private let report: PaceReport
    private let deadlineTitle: Bilingual?
    let console: Console
    var lines: [String] = []

    init(_ report: PaceReport, deadline: Bilingual?, console: Console) {
        self.report = report
        deadlineTitle = deadline
        self.console = console
        addSpan()
        addTotal()
        addMonths()
        addAreas()
        addForecast()
    }

    private func count(_ number: Int?) -> String { number.map { count($0) } ?? "-" }

    private mutating func addSpan() {
        let span = report.span
        heading("Laju perekaman", "Pace of recording")
        let days = count(span.workingDays)
        if span.givenDays != nil {
            add(say("\(days) hari kerja (disebut)", "\(workingDays(span.workingDays)) (as given)"))
        } else if let from = span.from, let deadline = span.deadline {
            let title = deadlineTitle.map { " (\(console.text($0)))" } ?? ""
            add(
                say(
                    "\(from) sampai \(deadline)\(title): \(days) hari kerja",
                    "\(from) to \(deadline)\(title): \(workingDays(span.workingDays))"))
        }
    }

    private mutating func addTotal() {
        let pace = report.total.pace
        let left = count(pace.outstanding)
        add(
            say(
                "Harus rekam atau rekam ulang: \(left) orang",
                "Still to record, or to record again: \(left) \(Plural.of(pace.outstanding, "person", "people"))"))
        addRecordedBefore()
        switch pace.state {
        case .done: add(say("Tidak ada lagi yang harus direkam.", "Nobody is left to record."))
        case .overdue:
            add(
                say(
                    "Tenggat sudah lewat: tidak ada laju yang memenuhinya.",
                    "The deadline has passed: no pace meets it."))
        case .noWorkingDays:
            add(
                say(
                    "Tidak ada hari kerja lagi sampai tenggat.", "No working day is left before the deadline."))
        case .open, .sufficient, .short:
            let month = report.span.monthDays
            add(
                say(
                    "Perlu sedikitnya \(count(pace.perDayAtLeast)) perekaman sehari; \(count(pace.perMonth(of: month))) dalam bulan \(month) hari kerja",
                    "At least \(count(pace.perDayAtLeast)) \(Plural.of(pace.perDayAtLeast ?? 0, "recording a day is", "recordings a day are")) needed; \(count(pace.perMonth(of: month))) in a month of \(month) working days"
                ))
        }
        addCapacity()
        if let others = report.others, others > 0 {
            add(
                say(
                    "Selain itu \(count(others)) orang perlu tindak lanjut lain (suket, kartu, identitas); sebagian mungkin masih harus rekam.",
                    "Besides, \(count(others)) \(Plural.of(others, "person needs", "people need")) something else (letter, card, identity); some of them may still have to record."
                ))
        }
    }

    private mutating func addRecordedBefore() {
        let people = report.recordedBefore
        guard people > 0 else { return }
        add(
            say(
                "\(count(people)) di antaranya pernah rekam, tetapi harus rekam ulang: pada minggu-minggu lalu mereka tidak termasuk sisa.",
                "\(count(people)) of them had recorded before and must record again: in weeks gone by they were not among those left."
            ), indent: 4)
    }

    private func workingDays(_ days: Int) -> String {
        "\(count(days)) \(Plural.of(days, "working day", "working days"))"
    }

    private mutating func addCapacity() {
        let pace = report.total.pace
        guard let capacity = pace.capacity, pace.outstanding > 0 else { return }
        let finish = report.total.finish.map(\.description)
        let end =
            finish.map { say("selesai \($0)", "done by \($0)") }
            ?? pace.daysNeeded.map { say("\(count($0)) hari kerja", workingDays($0)) }
            ?? say("tidak akan selesai", "never done")
        add(
            say(
                "Kapasitas \(count(capacity)) sehari: \(end); sisa pada tenggat \(count(report.total.shortfall)) orang",
                "Capacity \(count(capacity)) a day: \(end); left on the deadline: \(count(report.total.shortfall)) \(Plural.of(report.total.shortfall ?? 0, "person", "people"))"
            ))
        if report.isCapacityShared {
            add(
                say(
                    "(dibagi antar-kabupaten/kota menurut kebutuhan)", "(shared among kabupaten/kota by need)"),
                indent: 4)
        }
    }

    private mutating func addMonths() {
        let months = report.span.months
        guard months.count > 1, report.total.pace.perDayRounded != nil, report.total.pace.outstanding > 0 else {
            return
        }
        heading("Menurut kalender", "By the calendar")
        for (month, needed) in zip(months, report.total.pace.needed(in: months)) {
            add(
                say(
                    "\(PaceReport.text(month)): \(count(month.workingDays)) hari kerja, \(count(needed)) perekaman",
                    "\(PaceReport.text(month)): \(workingDays(month.workingDays)), \(count(needed)) \(Plural.of(needed, "recording", "recordings"))"
                ))
        }
    }

    private mutating func addAreas() {
        guard !report.areas.isEmpty else { return }
        heading("Per kabupaten/kota", "By kabupaten/kota")
        lines.append(
            row(
                "", say("harus rekam", "to record"), say("sehari", "a day"), say("sanggup", "capacity"),
                say("selesai", "done by"),
                say("sisa", "short")))
        for area in report.areas {
            let region = area.region ?? ""
            let name = region.isEmpty ? say("wilayah tidak diketahui", "region unknown") : "\(region) \(area.name)"
            lines.append(
                row(
                    name, count(area.pace.outstanding), count(area.pace.perDayAtLeast), capacity(of: area),
                    area.finish?.description ?? "-", count(area.shortfall)))
        }
    }

    /// A share of the whole may be less than one a day, and still ends with all others.
    private func capacity(of area: PaceLine) -> String {
        let isPart = report.isCapacityShared && area.pace.capacity == 0 && area.pace.outstanding > 0
        return isPart && area.finish != nil ? "<1" : count(area.pace.capacity)
    }

    private func row(_ name: String, _ cells: String...) -> String {
        "  " + TextLayout.left(TextLayout.cut(name, 24), 25)
            + zip(cells, [12, 9, 10, 12, 10]).map { TextLayout.right($0, $1) }.joined()
    }

    private mutating func addForecast() {
        let weekly = report.total.weekly
        guard !weekly.weeks.isEmpty else { return }
        heading(
            "Laju sejauh ini (orang yang baru terekam per minggu, masing-masing sekali)",
            "Pace so far (people newly recorded a week, each counted once)")
        let most = weekly.weeks.map(\.people).max() ?? 0
        for week in weekly.weeks {
            lines.append(
                "  \(week.monday)" + TextLayout.right(count(week.people), 10) + "  "
                    + Figures.bar(week.people, of: most, width: 40, blocks: console.hasBlocks))
        }
        guard let forecast = report.total.forecast else {
            add(console.text(weekly.whyNoForecast))
            return
        }
        func rate(_ hundredths: Int) -> String { count(Share.rounded(hundredths, by: 100)) }
        let never = say("tidak akan selesai", "never done")
        let middle = forecast.middleFinish.map { say("selesai \($0)", "done by \($0)") } ?? never
        let range =
            switch (forecast.fastFinish, forecast.slowFinish) {
            case (let fast?, let slow?): say("selesai \(fast) sampai \(slow)", "done by \(fast) to \(slow)")
            case (let fast?, nil): say("selesai paling cepat \(fast)", "done by \(fast) at best")
            case (nil, _): never
            }
        add(
            say(
                "Prakiraan dari \(count(forecast.weeks)) minggu penuh terakhir, laju tengah \(rate(forecast.middle)) sehari: \(middle), sisa pada tenggat \(count(forecast.middleLeft)) orang",
                "Forecast from the last \(count(forecast.weeks)) whole weeks, middle pace \(rate(forecast.middle)) a day: \(middle), \(count(forecast.middleLeft)) \(Plural.of(forecast.middleLeft, "person", "people")) left on the deadline"
            ))
        add(
            say(
                "Rentang: \(rate(forecast.slow)) sampai \(rate(forecast.fast)) sehari, \(range), sisa \(count(forecast.fastLeft)) sampai \(count(forecast.slowLeft)) orang",
                "Range: \(rate(forecast.slow)) to \(rate(forecast.fast)) a day, \(range), \(count(forecast.fastLeft)) to \(count(forecast.slowLeft)) people left"
            ))
    }
}
