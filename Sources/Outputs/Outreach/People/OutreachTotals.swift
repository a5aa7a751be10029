import Diagnostics
import ReportData
import Rules
import RunFolder

/// The run's own counts that the lists must agree with.
struct OutreachTotals {
    let flagged: Int
    let firstTime: Int
    let failed: Int
    let collect: Int

    init(_ tally: [RunTally], ruleset: Ruleset, collect: Int) {
        let totals = AreaTable(tally, words: TotalWords(ruleset)).total
        flagged = totals.flagged
        firstTime = totals.firstTimeFlagged
        let outcomes = ruleset.outcomes(.failed)
        failed = tally.reduce(0) { $0 + (outcomes.contains($1.outcome) ? $1.persons : 0) }
        self.collect = collect
    }

    /// Refuses lists that lose or double anybody.
    func require(_ counts: ListCounts, plan: FieldPlan, run: Run) throws(Failure) {
        let isWhole =
            counts.flagged == flagged && counts.firstTime == firstTime && counts.failed == failed
            && counts.cards == collect && counts.visit == plan.peoplePlanned + plan.peopleLeft
        guard !isWhole else { return }
        throw Failure(
            .input,
            Finding(
                code: "run_disagrees",
                message: Bilingual(
                    id: "jumlah orang dalam daftar tidak sama dengan tally.csv; hasil ini pernah diubah",
                    en: "the people on the lists are not as many as tally.csv says; this run was changed"),
                remedy: Bilingual(
                    id: "periksa dengan siappilih verify, lalu ulangi pemeriksaan",
                    en: "look with siappilih verify, then run the check again"),
                location: SourceLocation(file: run.path)))
    }
}
