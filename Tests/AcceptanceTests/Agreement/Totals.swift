import Foundation

/// Compares a run's totals, recaps and counts of rows with the second reading.
struct Totals {
    let run: Run
    let district: District
    let result: CheckResult

    func compareSummary(_ comparison: inout Comparison) throws {
        let summary = try run.json("summary.json")
        comparison.expect(summary["schema"] as? Int, 1, "summary.json schema")
        comparison.expect(summary["election"] as? String, district.election.id, "summary.json election")
        comparison.expect(summary["votingDay"] as? String, district.election.votingDay.description, "votingDay")
        comparison.expect(summary["asOf"] as? String, district.asOf.description, "asOf")
        let rows = summary["rows"] as? [String: Int] ?? [:]
        let population = district.files.map(\.meant).filter { $0.role == "population" }
        comparison.expect(rows["read"], population.map(\.read).reduce(0, +), "summary.json rows.read")
        comparison.expect(rows["decided"], result.decisions.count, "summary.json rows.decided")
        comparison.expect(rows["rejected"], population.map(\.rejected).reduce(0, +), "summary.json rows.rejected")
        comparison.expect(rows["skipped"], population.map(\.skipped).reduce(0, +), "summary.json rows.skipped")
        let outcomes = summary["outcomes"] as? [String: Int] ?? [:]
        for outcome in Recap.outcomes + ["ineligible"] {
            comparison.expect(outcomes[outcome], result.count(outcome: outcome), "summary.json outcomes.\(outcome)")
        }
        comparison.expect(outcomes.count, 7, "summary.json number of outcomes")
        compare(summary["reasons"], result.reasons, "summary.json reasons", &comparison)
        compare(summary["kpuCodes"], result.kpuCodes, "summary.json kpuCodes", &comparison)
        comparison.expect(summary["eligible"] as? Int, result.eligible, "summary.json eligible")
        comparison.expect(summary["recorded"] as? Int, result.recorded, "summary.json recorded")
        comparison.expect(summary["firstTime"] as? Int, result.count(\.firstTime), "summary.json firstTime")
        comparison.expect(
            summary["firstTimeFlagged"] as? Int, result.count { $0.firstTime && $0.isFlagged },
            "summary.json firstTimeFlagged")
        let coverage = (summary["coverage"] as? Double).map { String($0) }
        compareShare(coverage, result.recorded, result.eligible, "summary.json coverage", &comparison)
    }

    /// Counts by id; an id that counts nobody may stand as 0 or be left out.
    private func compare(_ actual: Any?, _ expected: [String: Int], _ place: String, _ comparison: inout Comparison) {
        let actual = actual as? [String: Int] ?? [:]
        for id in Set(actual.keys).union(expected.keys).sorted() {
            comparison.expect(actual[id] ?? 0, expected[id] ?? 0, "\(place).\(id)")
        }
    }

    /// A share of four decimals, half a unit of the last either way; empty where nobody is eligible.
    private func compareShare(
        _ actual: String?, _ part: Int, _ whole: Int, _ place: String, _ comparison: inout Comparison
    ) {
        guard whole > 0 else {
            comparison.expect(actual ?? "", "", place)
            return
        }
        guard let actual, let share = Double(actual), actual.split(separator: ".").last?.count ?? 0 <= 4,
            abs(share - Double(part) / Double(whole)) < 0.000_050_01
        else {
            comparison.note("\(place): program \(actual ?? "nothing"), second reading \(part)/\(whole)")
            return
        }
    }

    func compareRecaps(_ comparison: inout Comparison) throws {
        for (name, digits) in [("kabupaten", 4), ("kecamatan", 6), ("desa", 10)] {
            let file = "recap-\(name).csv"
            let table = try run.table(file)
            let header =
                "region,name,persons,ineligible,eligible,ready,ready_with_suket,awaiting_card,recording_failed,"
                + "unrecorded,unverified,recorded,coverage,first_time_flagged,male_unrecorded,female_unrecorded"
            comparison.expect(table.header.joined(separator: ","), header, "\(file) header")
            let expected = Recap.rows(of: result, digits: digits)
            let regions = expected.map(\.region).joined(separator: " ")
            comparison.expect(table.rows.map { $0["region"] ?? "?" }.joined(separator: " "), regions, "\(file) regions")
            for (actual, row) in zip(table.rows, expected) {
                let place = "\(file) \(row.region)"
                for (column, number) in row.numbers.sorted(by: { $0.key < $1.key }) {
                    comparison.expect(actual[column], String(number), "\(place):\(column)")
                }
                compareShare(
                    actual["coverage"], row.numbers["recorded"] ?? 0, row.numbers["eligible"] ?? 0,
                    "\(place):coverage", &comparison)
                if digits == 4 { comparison.expect(actual["name"], Recap.names[row.region] ?? "", "\(place):name") }
            }
        }
    }

    /// `tally.csv` as a bag: how many people bear each combination.
    func compareTally(_ comparison: inout Comparison) throws {
        let table = try run.table("tally.csv")
        comparison.expect(
            table.header.joined(separator: ","), "region,tps,sex,outcome,kpu_code,first_time,persons",
            "tally.csv header")
        var actual: [String: Int] = [:]
        for row in table.rows {
            let firstTime = ["1", "true", "yes"].contains(row["first_time"] ?? "") ? "1" : "0"
            let key = [
                row["region"] ?? "", Text.integerOrNormal(row["tps"] ?? ""), row["sex"] ?? "", row["outcome"] ?? "",
                row["kpu_code"] ?? "", firstTime,
            ]
            actual[key.joined(separator: ","), default: 0] += Int(row["persons"] ?? "") ?? 0
        }
        var expected: [String: Int] = [:]
        for decision in result.decisions {
            let key = [
                decision.region, Text.integerOrNormal(decision.row["tps"]), decision.sex, decision.outcome,
                decision.kpuCode.map(String.init) ?? "", decision.firstTime ? "1" : "0",
            ]
            expected[key.joined(separator: ","), default: 0] += 1
        }
        for key in Set(actual.keys).union(expected.keys).sorted() {
            comparison.expect(actual[key] ?? 0, expected[key] ?? 0, "tally.csv \(key)")
        }
        comparison.expect(table.rows.count, expected.count, "tally.csv rows")
    }

    /// `recorded-by-week.csv`: every known recording of listed people, in its week.
    func compareWeeks(_ comparison: inout Comparison) throws {
        let table = try run.table("recorded-by-week.csv")
        comparison.expect(table.header.joined(separator: ","), "region4,week,recordings", "recorded-by-week.csv header")
        var actual: [String: Int] = [:]
        for row in table.rows {
            actual[(row["region4"] ?? "?") + "," + (row["week"] ?? "?"), default: 0] +=
                Int(row["recordings"] ?? "") ?? 0
        }
        for key in Set(actual.keys).union(result.recordingsByWeek.keys).sorted() {
            comparison.expect(actual[key] ?? 0, result.recordingsByWeek[key] ?? 0, "recorded-by-week.csv \(key)")
        }
    }

    /// `rejected.csv`: every row that is no record and every one skipped, each with its code.
    func compareRejected(_ comparison: inout Comparison) throws {
        let table = try run.table("rejected.csv")
        comparison.expect(table.header.joined(separator: ","), "list,row,column,code,message", "rejected.csv header")
        let actual = Set(table.rows.map { "\($0["list"] ?? ""):\($0["row"] ?? "") \($0["code"] ?? "")" })
        let expected = Set(
            district.files.map(\.meant).flatMap { file in
                file.setAside.map { "\(file.list):\($0.row) \($0.code)" }
            })
        for extra in actual.subtracting(expected).sorted() { comparison.note("rejected.csv has \(extra)") }
        for missing in expected.subtracting(actual).sorted() { comparison.note("rejected.csv lacks \(missing)") }
        comparison.expect(table.rows.count, expected.count, "rejected.csv rows")
    }

    /// `manifest.json`: for each file what became of its rows, and that none is lost.
    func compareManifest(_ comparison: inout Comparison) throws {
        let inputs = try run.json("manifest.json")["inputs"] as? [[String: Any]] ?? []
        comparison.expect(inputs.count, district.files.count, "manifest.json inputs")
        for (place, file) in district.files.enumerated() {
            let list = file.meant.list
            guard let input = inputs.first(where: { $0["list"] as? String == list }) else {
                comparison.note("manifest.json lacks \(list)")
                continue
            }
            comparison.expect(input["role"] as? String, file.meant.role, "manifest.json \(list) role")
            comparison.expect(input["path"] as? String, file.path, "manifest.json \(list) path")
            let rows = input["rows"] as? [String: Int] ?? [:]
            var expected = [
                "read": file.meant.read, "rejected": file.meant.rejected, "skipped": file.meant.skipped,
            ]
            if file.meant.role == "population" {
                expected["decided"] = file.meant.rows.count
            } else {
                expected["leftOut"] = result.leftOut[place] ?? 0
                expected["used"] = file.meant.rows.count - (result.leftOut[place] ?? 0)
            }
            for (name, number) in expected.sorted(by: { $0.key < $1.key }) {
                comparison.expect(rows[name], number, "manifest.json \(list) rows.\(name)")
            }
            let accounted = ["decided", "used", "leftOut", "rejected", "skipped"].map { rows[$0] ?? 0 }.reduce(0, +)
            comparison.expect(accounted, rows["read"] ?? -1, "manifest.json \(list) accounted of read")
        }
    }
}
