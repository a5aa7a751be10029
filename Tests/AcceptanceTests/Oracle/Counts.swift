/// What is counted of a check.
extension CheckResult {
    func count(_ isCounted: (Decision) -> Bool) -> Int {
        decisions.filter(isCounted).count
    }

    func count(outcome: String) -> Int {
        count { $0.outcome == outcome }
    }

    var eligible: Int { count { $0.outcome != "ineligible" } }
    var recorded: Int { count { ["ready", "ready_with_suket", "awaiting_card"].contains($0.outcome) } }

    var reasons: [String: Int] {
        var counts: [String: Int] = [:]
        for reason in decisions.flatMap(\.reasons) { counts[reason, default: 0] += 1 }
        return counts
    }

    var kpuCodes: [String: Int] {
        var counts: [String: Int] = [:]
        for code in decisions.compactMap(\.kpuCode) { counts[String(code), default: 0] += 1 }
        return counts
    }

    /// People recorded by `region4,week`: each once, in the week (its Monday) of the first row that shows it; either
    /// empty where not known. A row without a day counts on every day: it is the first.
    var recordedByWeek: [String: Int] {
        var counts: [String: Int] = [:]
        for decision in decisions where ["ready", "ready_with_suket", "awaiting_card"].contains(decision.outcome) {
            let week = decision.recordedFirst?.monday.description ?? ""
            counts[CheckResult.regency(of: decision.person) + "," + week, default: 0] += 1
        }
        return counts
    }

    /// Decisions as the flagged lists order them: by region, the unknown last, then lists as given, then row.
    func ordered(_ isListed: (Decision) -> Bool) -> [Decision] {
        let listed = decisions.enumerated().filter { isListed($0.element) }
        let sorted = listed.sorted { a, b in
            let (left, right) = (a.element.region, b.element.region)
            if left != right { return right.isEmpty || (!left.isEmpty && left < right) }
            return a.offset < b.offset
        }
        return sorted.map(\.element)
    }
}
