import Foundation

/// Compares a run's totals, recaps and counts of rows with the second reading.
struct Totals {
    let run: Run
    let district: District
    let result: CheckResult
    /// Names the district in an example.
    let label: String

    func compareSummary(_ differences: inout DifferenceTable) throws {
        let summary = try run.json("summary.json")
        differences.expect(summary["schema"] as? Int, 1, "summary.json schema", at: label)
        differences.expect(summary["election"] as? String, district.election.id, "summary.json election", at: label)
        differences.expect(
            summary["votingDay"] as? String, district.election.votingDay.description, "votingDay", at: label)
        differences.expect(summary["asOf"] as? String, district.asOf.description, "asOf", at: label)
        let rows = summary["rows"] as? [String: Int] ?? [:]
        let population = district.files.map(\.meant).filter { $0.role == "population" }
        differences.expect(rows["read"], population.map(\.read).reduce(0, +), "summary.json rows.read", at: label)
        differences.expect(rows["decided"], result.decisions.count, "summary.json rows.decided", at: label)
        differences.expect(
            rows["rejected"], population.map(\.rejected).reduce(0, +), "summary.json rows.rejected", at: label)
        differences.expect(
            rows["skipped"], population.map(\.skipped).reduce(0, +), "summary.json rows.skipped", at: label)
        let outcomes = summary["outcomes"] as? [String: Int] ?? [:]
        for outcome in Recap.outcomes + ["ineligible"] {
            differences.expect(
                outcomes[outcome], result.count(outcome: outcome), "summary.json outcomes.\(outcome)", at: label)
        }
        differences.expect(outcomes.count, 7, "summary.json number of outcomes", at: label)
        compare(summary["reasons"], result.reasons, "summary.json reasons", &differences)
        compare(summary["kpuCodes"], result.kpuCodes, "summary.json kpuCodes", &differences)
        differences.expect(summary["eligible"] as? Int, result.eligible, "summary.json eligible", at: label)
        differences.expect(summary["recorded"] as? Int, result.recorded, "summary.json recorded", at: label)
        differences.expect(summary["firstTime"] as? Int, result.count(\.firstTime), "summary.json firstTime", at: label)
        differences.expect(
            summary["firstTimeFlagged"] as? Int, result.count { $0.firstTime && $0.isFlagged },
            "summary.json firstTimeFlagged", at: label)
        let coverage = (summary["coverage"] as? Double).map { String($0) }
        compareShare(coverage, result.recorded, result.eligible, "summary.json coverage", &differences)
    }

    /// Counts by id; an id that counts nobody may stand as 0 or be left out.
    private func compare(
        _ actual: Any?, _ expected: [String: Int], _ place: String, _ differences: inout DifferenceTable
    ) {
        let actual = actual as? [String: Int] ?? [:]
        for id in Set(actual.keys).union(expected.keys).sorted() {
            differences.expect(actual[id] ?? 0, expected[id] ?? 0, "\(place).\(id)", at: label)
        }
    }

    /// A share of four decimals, half a unit of the last either way; empty where nobody is eligible.
    private func compareShare(
        _ actual: String?, _ part: Int, _ whole: Int, _ place: String, _ differences: inout DifferenceTable
    ) {
        guard whole > 0 else {
            differences.expect(actual ?? "", "", place, at: label)
            return
        }
        guard let actual, let share = Double(actual), actual.split(separator: ".").last?.count ?? 0 <= 4,
            abs(share - Double(part) / Double(whole)) < 0.000_050_01
        else {
            differences.note(place, at: "\(label): program \(actual ?? "nothing"), second reading \(part)/\(whole)")
            return
        }
    }

    func compareRecaps(_ differences: inout DifferenceTable) throws {
        for (name, digits) in [("kabupaten", 4), ("kecamatan", 6), ("desa", 10)] {
            let file = "recap-\(name).csv"
            let table = try run.table(file)
            let header =
                "region,name,persons,ineligible,eligible,ready,ready_with_suket,awaiting_card,recording_failed,"
                + "unrecorded,unverified,recorded,coverage,first_time_flagged,male_unrecorded,female_unrecorded"
            differences.expect(table.header.joined(separator: ","), header, "\(file) header", at: label)
            let expected = Recap.rows(of: result, digits: digits)
            let regions = expected.map(\.region).joined(separator: " ")
            differences.expect(
                table.rows.map { $0["region"] ?? "?" }.joined(separator: " "), regions, "\(file) regions", at: label)
            for (actual, row) in zip(table.rows, expected) {
                for (column, number) in row.numbers.sorted(by: { $0.key < $1.key }) {
                    differences.expect(
                        actual[column], String(number), "\(file) \(column)", at: "\(label) \(row.region)")
                }
                compareShare(
                    actual["coverage"], row.numbers["recorded"] ?? 0, row.numbers["eligible"] ?? 0,
                    "\(file) coverage", &differences)
                if digits == 4 {
                    differences.expect(
                        actual["name"], Recap.names[row.region] ?? "", "\(file) name", at: "\(label) \(row.region)")
                }
            }
        }
    }

    /// `tally.csv` as a bag: how many people bear each combination.
    func compareTally(_ differences: inout DifferenceTable) throws {
        let table = try run.table("tally.csv")
        differences.expect(
            table.header.joined(separator: ","), "region,tps,sex,outcome,kpu_code,first_time,persons",
            "tally.csv header", at: label)
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
            differences.expect(actual[key] ?? 0, expected[key] ?? 0, "tally.csv", at: "\(label) \(key)")
        }
        differences.expect(table.rows.count, expected.count, "tally.csv rows", at: label)
    }

    /// `recorded-by-week.csv`: everybody recorded, once.
    func compareWeeks(_ differences: inout DifferenceTable) throws {
        let table = try run.table("recorded-by-week.csv")
        differences.expect(
            table.header.joined(separator: ","), "region4,week,people", "recorded-by-week.csv header", at: label)
        var actual: [String: Int] = [:]
        for row in table.rows {
            actual[(row["region4"] ?? "?") + "," + (row["week"] ?? "?"), default: 0] += Int(row["people"] ?? "") ?? 0
        }
        for key in Set(actual.keys).union(result.recordedByWeek.keys).sorted() {
            let place = "\(label) \(key)"
            differences.expect(actual[key] ?? 0, result.recordedByWeek[key] ?? 0, "recorded-by-week.csv", at: place)
        }
    }

    /// `rejected.csv`: every row that is no record and every one skipped, each with its code.
    func compareRejected(_ differences: inout DifferenceTable) throws {
        let table = try run.table("rejected.csv")
        differences.expect(
            table.header.joined(separator: ","), "list,row,column,code,message", "rejected.csv header", at: label)
        let actual = Set(table.rows.map { "\($0["list"] ?? ""):\($0["row"] ?? "") \($0["code"] ?? "")" })
        let expected = Set(
            district.files.map(\.meant).flatMap { file in
                file.setAside.map { "\(file.list):\($0.row) \($0.code)" }
            })
        for extra in actual.subtracting(expected).sorted() {
            differences.note("rejected.csv: not meant", at: "\(label) \(extra)")
        }
        for missing in expected.subtracting(actual).sorted() {
            differences.note("rejected.csv: lacking", at: "\(label) \(missing)")
        }
        differences.expect(table.rows.count, expected.count, "rejected.csv rows", at: label)
    }

    /// `manifest.json`: for each file what became of its rows, and that none is lost.
    func compareManifest(_ differences: inout DifferenceTable) throws {
        let all = try run.json("manifest.json")["inputs"] as? [[String: Any]] ?? []
        let inputs = all.filter { $0["role"] as? String != "regions" }
        differences.expect(inputs.count, district.files.count, "manifest.json inputs", at: label)
        for (place, file) in district.files.enumerated() {
            let list = file.meant.list
            guard let input = inputs.first(where: { $0["list"] as? String == list }) else {
                differences.note("manifest.json: list lacking", at: "\(label) \(list)")
                continue
            }
            differences.expect(input["role"] as? String, file.meant.role, "manifest.json role", at: "\(label) \(list)")
            differences.expect(input["path"] as? String, file.path, "manifest.json path", at: "\(label) \(list)")
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
                differences.expect(
                    rows[name], number, "manifest.json \(file.meant.role) rows.\(name)", at: "\(label) \(list)")
            }
            let accounted = ["decided", "used", "leftOut", "rejected", "skipped"].map { rows[$0] ?? 0 }.reduce(0, +)
            differences.expect(
                accounted, rows["read"] ?? -1, "manifest.json accounted of read", at: "\(label) \(list)")
        }
    }
}
