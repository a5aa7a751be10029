public import Diagnostics

extension RunDirectory {
    /// Writes what is counted rather than listed: summary, tally, weeks and the three recaps.
    ///
    /// - Parameters:
    ///   - tally: in any order; equal keys may stand several times.
    ///   - weeks: in any order.
    public func writeSummaries(
        _ summary: RunSummary, tally: [TallyRow], weeks: [WeekRow]
    ) throws(Failure) -> [OutputReport] {
        var reports = [try write("summary.json", summary.document)]
        reports.append(try write("tally.csv", Self.tallyTable(tally, terms: summary.terms)))
        reports.append(try write("recorded-by-week.csv", Self.weekTable(weeks)))
        for level in Recap.Level.allCases {
            let recap = Recap(tally, level: level, terms: summary.terms)
            reports.append(try write(level.fileName, recap.table(summary.terms)))
        }
        return reports
    }

    private func write(_ name: String, _ table: CSVText) throws(Failure) -> OutputReport {
        var report = try write(name, table.bytes)
        report.guardedCells = table.guardedCells
        return report
    }

    static func tallyTable(_ tally: [TallyRow], terms: RunTerms) -> CSVText {
        var table = CSVText(heading: ["region", "tps", "sex", "outcome", "kpu_code", "first_time", "persons"])
        for row in TallyRow.merged(tally) where terms.outcomes.indices.contains(row.outcome) {
            table.append(row.region)
            table.append(row.tps)
            table.append(row.sex)
            table.append(terms.outcomes[row.outcome].id)
            table.append(row.kpuCode == 0 ? "" : String(row.kpuCode))
            table.append(row.firstTime ? "true" : "false")
            table.append(row.persons)
            table.endLine()
        }
        return table
    }

    static func weekTable(_ weeks: [WeekRow]) -> CSVText {
        var table = CSVText(heading: ["region4", "week", "recordings"])
        let ordered = weeks.sorted { left, right in
            left.region4 == right.region4
                ? left.week.utf8.lexicographicallyPrecedes(right.week.utf8)
                : RegionOrder.precedes(left.region4, right.region4)
        }
        for row in ordered {
            table.append(row.region4)
            table.append(row.week)
            table.append(row.recordings)
            table.endLine()
        }
        return table
    }
}

extension TallyRow {
    /// One row a key, in the order of the file: region, TPS, sex, outcome, code, first-time voters last.
    static func merged(_ rows: [TallyRow]) -> [TallyRow] {
        // As a run gives them: nothing to do.
        if zip(rows, rows.dropFirst()).allSatisfy({ $0.precedes($1) }) { return rows }
        var sums: [TallyRow: Int] = [:]
        for row in rows {
            var key = row
            key.persons = 0
            sums[key, default: 0] += row.persons
        }
        return sums.map { key, persons in
            var row = key
            row.persons = persons
            return row
        }
        .sorted { $0.precedes($1) }
    }

    private func precedes(_ other: TallyRow) -> Bool {
        if region != other.region { return RegionOrder.precedes(region, other.region) }
        if tps != other.tps { return tps.utf8.lexicographicallyPrecedes(other.tps.utf8) }
        if sex != other.sex { return sex.utf8.lexicographicallyPrecedes(other.sex.utf8) }
        if outcome != other.outcome { return outcome < other.outcome }
        if kpuCode != other.kpuCode { return kpuCode < other.kpuCode }
        return !firstTime && other.firstTime
    }
}

extension Recap {
    /// The recap as it is written; outcome columns in the order of the rules.
    func table(_ terms: RunTerms) -> CSVText {
        let barred = terms.outcomes.indices.filter { !terms.outcomes[$0].eligible }
        let eligible = terms.outcomes.indices.filter { terms.outcomes[$0].eligible }
        let bySex = terms.outcomes.indices.filter { terms.outcomes[$0].bySex }
        func ids(_ indices: [Int], _ prefix: String = "") -> [String] { indices.map { prefix + terms.outcomes[$0].id } }
        var table = CSVText(
            heading: ["region", "name", "persons"] + ids(barred) + ["eligible"] + ids(eligible)
                + ["recorded", "coverage", "first_time_flagged"] + ids(bySex, "male_") + ids(bySex, "female_"))
        for row in rows {
            table.append(row.region)
            table.append(terms.regionNames[row.region] ?? "")
            table.append(row.persons)
            for index in barred { table.append(row.byOutcome[index]) }
            table.append(row.eligible)
            for index in eligible { table.append(row.byOutcome[index]) }
            table.append(row.recorded)
            table.append(Coverage.text(recorded: row.recorded, eligible: row.eligible) ?? "")
            table.append(row.firstTimeFlagged)
            for index in bySex { table.append(row.male[index]) }
            for index in bySex { table.append(row.female[index]) }
            table.endLine()
        }
        return table
    }
}
