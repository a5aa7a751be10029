import Comparison
import Rules

/// A comparison for the person at the terminal: duplicates first, then totals, changes, and why anything fell.
struct DiffText: TerminalPage {
    private let report: DiffReport
    private let ruleset: Ruleset
    let console: Console
    var lines: [String] = []

    private static let mostLosses = 6
    private static let mostAreas = 10

    init(_ report: DiffReport, ruleset: Ruleset, console: Console) {
        self.report = report
        self.ruleset = ruleset
        self.console = console
        lines.append(
            console.heading(
                say(
                    "Perubahan dari \(report.asOf.before) ke \(report.asOf.after)",
                    "Changes from \(report.asOf.before) to \(report.asOf.after)")))
        addDuplicates()
        addTotals()
        addChanges()
        addTransitions()
        addFalls()
        lines += ["", say("Hasil di: \(report.directory)", "Results in: \(report.directory)")]
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(count(number))" : count(number) }

    private mutating func addDuplicates() {
        let found = report.duplicates
        if found.keys.before > 0 || found.keys.after > 0 { addDuplicates(found) }
        let unknown = report.withoutNIK
        guard unknown.before > 0 || unknown.after > 0 else { return }
        add(
            say(
                "Tanpa NIK yang dapat dipakai: \(count(unknown.before)) orang, lalu \(count(unknown.after)); mereka dikenali dari daftar dan barisnya, jadi baris yang bergeser tampak sebagai hilang dan baru.",
                "Without a usable NIK: \(count(unknown.before)) people, then \(count(unknown.after)); they are known by list and row, so that rows that moved look like people who left and new ones."
            ))
    }

    private mutating func addDuplicates(_ found: DiffReport.Duplicates) {
        add(
            say(
                "NIK yang tertulis lebih dari sekali: \(count(found.keys.before)) (\(count(found.rows.before)) baris), lalu \(count(found.keys.after)) (\(count(found.rows.after)) baris); baris-barisnya dipasangkan menurut urutan.",
                "NIKs listed more than once: \(count(found.keys.before)) (\(count(found.rows.before)) rows), then \(count(found.keys.after)) (\(count(found.rows.after)) rows); their rows are paired in order."
            ))
    }

    private mutating func addTotals() {
        heading("Jumlah orang", "People")
        lines.append(row("", say("sebelum", "before"), say("sesudah", "after"), say("selisih", "change")))
        let titles: [String: (String, String)] = [
            "persons": ("terdaftar", "listed"), "eligible": ("memenuhi syarat", "eligible"),
            "recorded": ("sudah rekam", "recorded"), "needing_nothing": ("siap memilih", "ready to vote"),
        ]
        for total in report.totals {
            let title = titles[total.id].map { say($0.0, $0.1) } ?? total.id
            lines.append(row(title, count(total.count.before), count(total.count.after), signed(total.count.change)))
        }
        for outcome in report.outcomes {
            lines.append(
                row(
                    "  " + console.text(outcome.title), count(outcome.count.before), count(outcome.count.after),
                    signed(outcome.count.change)))
        }
    }

    private func row(_ name: String, _ cells: String...) -> String {
        "  " + TextLayout.left(TextLayout.cut(name, 42), 43)
            + cells.map { TextLayout.right($0, 11) }.joined()
    }

    private mutating func addChanges() {
        heading("Yang berubah", "What changed")
        let titles: [(DiffChange, String, String)] = [
            (.new, "baru dalam daftar", "new on the lists"),
            (.left, "tidak lagi dalam daftar", "no longer on the lists"),
            (.becameReady, "menjadi siap", "became ready"),
            (.advanced, "maju, belum siap", "further along, not yet ready"),
            (.wentBack, "mundur", "went back"), (.becameIneligible, "tidak lagi memenuhi syarat", "no longer eligible"),
            (.becameEligible, "kini memenuhi syarat", "now eligible"),
            (.changed, "hasil lain, tidak lebih maju", "another outcome, no further along"),
            (.moved, "wilayah lain, hasil sama", "another region, same outcome"),
        ]
        for (change, indonesian, english) in titles {
            lines.append(row(say(indonesian, english), count(report.changes[change] ?? 0)))
        }
        lines.append(row(say("sama", "the same"), count(report.same)))
    }

    private mutating func addTransitions() {
        guard !report.transitions.isEmpty else { return }
        heading("Dari apa ke apa", "From what to what")
        for way in report.transitions {
            lines.append(
                "  " + TextLayout.right(count(way.persons), 9) + "  "
                    + TextLayout.left(way.from ?? say("(baru)", "(new)"), 18) + " -> "
                    + (way.to ?? say("(hilang)", "(left)")))
        }
    }

    private mutating func addFalls() {
        let areas = report.falls.filter { $0.region != nil && $0.total == "recorded" }
        let whole = report.falls.filter { $0.region == nil }
        guard !whole.isEmpty || !areas.isEmpty else { return }
        heading("Jumlah yang turun, dan sebabnya", "Totals that fell, and why")
        for fall in whole { add(fall) }
        let worst = areas.sorted { $0.count.change < $1.count.change }
        for fall in worst.prefix(Self.mostAreas) { add(fall) }
        if worst.count > Self.mostAreas {
            add(
                say(
                    "… dan \(count(worst.count - Self.mostAreas)) kabupaten/kota lain: lihat summary.json",
                    "… and \(count(worst.count - Self.mostAreas)) more kabupaten/kota: see summary.json"))
        }
    }

    private mutating func add(_ fall: DiffReport.Fall) {
        let titles: [String: (String, String)] = [
            "persons": ("Terdaftar", "Listed"), "eligible": ("Memenuhi syarat", "Eligible"),
            "recorded": ("Sudah rekam", "Recorded"), "needing_nothing": ("Siap memilih", "Ready to vote"),
        ]
        let name = fall.region.map { region in
            let known = report.areas.first { $0.region == region }?.name ?? ""
            return region.isEmpty ? say("wilayah tidak diketahui", "region unknown") : "\(region) \(known)"
        }
        let title = titles[fall.total].map { say($0.0, $0.1) } ?? fall.total
        add(
            "\(name.map { "\($0): " } ?? "")\(title) \(count(fall.count.before)) -> \(count(fall.count.after)) (\(signed(fall.count.change))): "
                + say("bertambah \(count(fall.gained)), berkurang:", "gained \(count(fall.gained)), lost:"))
        for loss in fall.losses.prefix(Self.mostLosses) {
            let way =
                loss.to
                ?? (loss.isElsewhere
                    ? say("pindah kabupaten/kota", "now in another kabupaten")
                    : say("tidak lagi dalam daftar", "no longer on the lists"))
            let why = loss.why.split(separator: ";").map { reason in
                ruleset.reasons.first { $0.id == reason }.map { console.text($0.title) } ?? String(reason)
            }.joined(separator: "; ")
            add("\(count(loss.persons)): \(way)\(why.isEmpty ? "" : " (\(why))")", indent: 6)
        }
        let rest = fall.losses.dropFirst(Self.mostLosses).reduce(0) { $0 + $1.persons }
        if rest > 0 { add(say("\(count(rest)): sebab lain", "\(count(rest)): other causes"), indent: 6) }
    }
}
