import Comparison
import Diagnostics
import Documents
import Rules
import RunFolder

/// A comparison for the person at the terminal: duplicates first, then totals, changes, and why anything fell.
struct DiffText: TerminalPage {
    private let summary: DiffSummary
    private let ruleset: Ruleset
    let console: Console
    var lines: [String] = []

    private static let mostLosses = 6
    private static let mostAreas = 10

    /// - Parameter hasNames: whether a file was written that names people.
    init(_ summary: DiffSummary, directory: String, ruleset: Ruleset, console: Console, hasNames: Bool) {
        self.summary = summary
        self.ruleset = ruleset
        self.console = console
        lines.append(
            console.heading(
                say(
                    "Perubahan dari \(summary.before.asOf) ke \(summary.after.asOf)",
                    "Changes from \(summary.before.asOf) to \(summary.after.asOf)")))
        addDuplicates()
        addTotals()
        addChanges()
        addTransitions()
        addFalls()
        lines += ["", say("Hasil di: \(directory)", "Results in: \(directory)")]
        guard hasNames else { return }
        add(
            say(
                "\(Diff.officeFile) memuat nama dan NIK utuh, untuk kantor saja (dicatat di access.log); yang memegang people.csv juga dapat membuka samarannya. Tanpa nama: --no-names.",
                "\(Diff.officeFile) has names and whole NIKs, for the office alone (noted in access.log); whoever has it and people.csv can undo the pseudonyms. Without names: --no-names."
            ))
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(count(number))" : count(number) }

    private mutating func addDuplicates() {
        let (keys, rows) = (summary.duplicateKeys, summary.duplicateRows)
        if keys.before > 0 || keys.after > 0 {
            add(
                say(
                    "NIK yang tertulis lebih dari sekali: \(count(keys.before)) (\(count(rows.before)) baris), lalu \(count(keys.after)) (\(count(rows.after)) baris); baris-barisnya dipasangkan: yang sama isinya dahulu, sisanya menurut urutan.",
                    "NIKs listed more than once: \(count(keys.before)) (\(count(rows.before)) \(Plural.of(rows.before, "row", "rows"))), then \(count(keys.after)) (\(count(rows.after)) \(Plural.of(rows.after, "row", "rows"))); their rows are paired: those that say the same first, the rest in order."
                ))
        }
        let unknown = summary.withoutNIK
        guard unknown.before > 0 || unknown.after > 0 else { return }
        add(
            say(
                "Tanpa NIK yang dapat dipakai: \(count(unknown.before)) orang, lalu \(count(unknown.after)); mereka dikenali dari daftar dan barisnya, jadi baris yang bergeser tampak sebagai hilang dan baru.",
                "Without a usable NIK: \(count(unknown.before)) \(Plural.of(unknown.before, "person", "people")), then \(count(unknown.after)); they are known by list and row, so that rows that moved look like people who left and new ones."
            ))
    }

    private mutating func addTotals() {
        heading("Jumlah orang", "People")
        lines.append(row("", say("sebelum", "before"), say("sesudah", "after"), say("selisih", "change")))
        for (id, people) in summary.totals {
            lines.append(row(Total(rawValue: id).map(title) ?? id, people))
        }
        for (id, people) in summary.outcomes {
            lines.append(row("  " + outcome(id), people))
        }
    }

    /// What an outcome is called.
    private func outcome(_ id: String) -> String {
        ruleset.outcomes.first { $0.id == id }.map { console.text($0.title) } ?? id
    }

    /// What a total is called; those that no comparison follows keep their name.
    private func title(_ total: Total) -> String {
        switch total {
        case .persons: say("terdaftar", "listed")
        case .eligible: say("memenuhi syarat", "eligible")
        case .recorded: say("sudah rekam", "recorded")
        case .needingNothing: say("siap memilih", "ready to vote")
        default: total.rawValue
        }
    }

    private func row(_ name: String, _ people: DiffSummary.Pair) -> String {
        row(name, count(people.before), count(people.after), signed(people.change))
    }

    private func row(_ name: String, _ cells: String...) -> String {
        "  " + TextLayout.left(TextLayout.cut(name, 42), 43)
            + cells.map { TextLayout.right($0, 11) }.joined()
    }

    private mutating func addChanges() {
        heading("Yang berubah", "What changed")
        for change in DiffChange.allCases {
            lines.append(row(console.text(change.title), count(summary.count(change))))
        }
        lines.append(row(say("sama", "the same"), count(summary.same)))
    }

    private mutating func addTransitions() {
        guard !summary.transitions.isEmpty else { return }
        heading("Dari apa ke apa", "From what to what")
        for way in summary.transitions {
            let from = way.from.map(outcome) ?? say("(baru)", "(new)")
            let to = way.to.map(outcome) ?? say("(hilang)", "(left)")
            lines.append("  " + TextLayout.right(count(way.persons), 9) + "  \(from)")
            lines.append(TextLayout.left("", 13) + "-> \(to)")
        }
    }

    private mutating func addFalls() {
        let areas = summary.falls.filter { $0.region != nil && $0.total == "recorded" }
        let whole = summary.falls.filter { $0.region == nil }
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

    private mutating func add(_ fall: DiffSummary.Fall) {
        let name = fall.region.map { region in
            let known = summary.areas.first { $0.region == region }?.name ?? ""
            return region.isEmpty ? say("wilayah tidak diketahui", "region unknown") : "\(region) \(known)"
        }
        let words = Total(rawValue: fall.total).map(title) ?? fall.total
        let title = words.prefix(1).uppercased() + words.dropFirst()
        add(
            "\(name.map { "\($0): " } ?? "")\(title) \(count(fall.count.before)) -> \(count(fall.count.after)) (\(signed(fall.count.change))): "
                + say("bertambah \(count(fall.gained)), berkurang:", "gained \(count(fall.gained)), lost:"))
        for loss in fall.losses.prefix(Self.mostLosses) {
            let way =
                loss.to.map(outcome)
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
