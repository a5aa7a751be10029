import ReportData
import Rules
import RunFolder

extension PageFigures {
    /// States how many are still to record, and how many were recorded in each week, as far as that gives nothing away.
    ///
    /// Whoever is still to record has no recording, or one that failed: what goes beyond the former is a number of its own.
    mutating func addPace(_ outstanding: Int, _ counts: PageCounts) {
        let ruleset = counts.ruleset
        let whole = ruleset.outcomeLines.filter { line in
            line.reasons.contains { $0.when == nil } && line.nextSteps.count == 1
        }
        let unrecorded = counts.areas.words.outcomes.filter { term in
            !term.recorded && term.eligible && term.bySex && whole.contains { $0.outcome == term.id }
        }.map { Self.name(outcome: $0.id) }
        var trial = self
        let people = unrecorded.reduce(0) { $0 + (trial.disclosure.value($1) ?? 0) }
        let again = outstanding - people
        guard again >= 0 else { return }
        trial.disclosure.addSilent("outstanding/again", again)
        // The reason that stands on the same people, by the condition of their step.
        for line in ruleset.outcomeLines {
            for step in line.nextSteps where step.when != nil {
                for reason in line.reasons where reason.when?.source == step.when?.source {
                    if trial.disclosure.value(Self.name(reason: reason.reason)) == again {
                        trial.disclosure.same("outstanding/again", Self.name(reason: reason.reason))
                    }
                }
            }
        }
        guard trial.disclosure.state(Self.outstanding, sumOf: unrecorded + ["outstanding/again"]) else { return }
        trial.hasOutstanding = true
        self = trial
        addWeeks(counts.weeks)
    }

    /// Weeks are told all together or not at all.
    private mutating func addWeeks(_ weeks: [Int]) {
        var trial = self
        guard !weeks.contains(where: { 1...Figure.mostFew ~= $0 }),
            let recorded = trial.disclosure.value(Self.name(.recorded))
        else { return }
        let rest = recorded - weeks.reduce(0, +)
        guard rest >= 0 else { return }
        var names = ["week/undated"]
        trial.disclosure.addSilent("week/undated", rest)
        for (place, people) in weeks.enumerated() {
            trial.disclosure.add("week/\(place)", people, rank: 3)
            names.append("week/\(place)")
        }
        guard trial.disclosure.tie(Self.name(.recorded), names) else { return }
        trial.hasWeeks = true
        self = trial
    }
}
