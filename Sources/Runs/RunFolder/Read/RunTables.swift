public import Diagnostics

/// A row of `tally.csv`: people who agree in everything a report counts by.
public struct RunTally: Sendable, Equatable {
    public var region: String
    public var tps: String
    public var sex: String
    public var outcome: String
    /// nil = none.
    public var kpuCode: Int?
    public var firstTime: Bool
    public var persons: Int
}

extension Run {
    /// What every report counts from.
    public func tally() throws(Failure) -> [RunTally] {
        let rows = try rows(
            "tally.csv", columns: ["region", "tps", "sex", "outcome", "kpu_code", "first_time", "persons"])
        var tally: [RunTally] = []
        while try rows.next() {
            guard let persons = rows.count(6) else { throw unfit(rows, "persons") }
            tally.append(
                RunTally(
                    region: rows.text(0), tps: rows.text(1), sex: rows.text(2), outcome: rows.text(3),
                    kpuCode: rows.number(4), firstTime: rows.text(5) == "true", persons: persons))
        }
        return tally
    }

    /// Known recordings of listed people by kabupaten and week.
    public func weeks() throws(Failure) -> [WeekRow] {
        let rows = try rows("recorded-by-week.csv", columns: ["region4", "week", "recordings"])
        var weeks: [WeekRow] = []
        while try rows.next() {
            guard let recordings = rows.count(2) else { throw unfit(rows, "recordings") }
            weeks.append(WeekRow(region4: rows.text(0), week: rows.text(1), recordings: recordings))
        }
        return weeks
    }

    /// A cell that `check` would not have written.
    public func unfit(_ rows: RunRows, _ column: String) -> Failure {
        Run.unreadable(
            rows.path, row: rows.row,
            Bilingual(id: "kolom '\(column)' tidak dapat dibaca", en: "the column '\(column)' cannot be read"),
            remedy: Bilingual(id: "ulangi pemeriksaan", en: "run the check again"))
    }
}

extension Run {
    /// Names of regions by their digits, as far as the run knew them.
    public func regionNames() throws(Failure) -> [String: String] {
        var names: [String: String] = [:]
        for level in Recap.Level.allCases where has(level.fileName) {
            let rows = try rows(level.fileName, columns: ["region", "name"])
            while try rows.next() {
                if !rows.isEmpty(0), !rows.isEmpty(1) { names[rows.text(0)] = rows.text(1) }
            }
        }
        return names
    }
}
