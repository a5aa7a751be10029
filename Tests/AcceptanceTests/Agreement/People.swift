import Foundation

/// Compares what a run says of each person with the second reading.
struct People {
    let run: Run
    let district: District
    let result: CheckResult

    /// `persons.csv`: every person in input order.
    func comparePersons(_ comparison: inout Comparison) throws {
        let table = try run.table("persons.csv")
        let header = ["list", "row", "nik", "region", "outcome", "kpu_code", "reasons"]
        comparison.expect(table.header.joined(separator: ","), header.joined(separator: ","), "persons.csv header")
        comparison.expect(table.rows.count, result.decisions.count, "persons.csv rows")
        let places = table.rows.map { "\($0["list"] ?? ""):\($0["row"] ?? "")" }
        let meant = result.decisions.map { "\($0.list):\($0.row.row)" }
        if places != meant {
            let extra = Set(places).subtracting(meant).sorted().prefix(5)
            let missing = Set(meant).subtracting(places).sorted().prefix(5)
            comparison.note("persons.csv: the program alone has \(extra), the second reading alone \(missing)")
        }
        let byPlace = Dictionary(zip(places, table.rows)) { first, _ in first }
        for (place, decision) in zip(meant, result.decisions) {
            guard let actual = byPlace[place] else { continue }
            let expected = [
                decision.list, String(decision.row.row), ResultTable.guarded(decision.nik), decision.region,
                decision.outcome, decision.kpuCode.map(String.init) ?? "", decision.reasons.joined(separator: ";"),
            ]
            let found = header.map { actual[$0] ?? "" }
            comparison.expect(
                found.joined(separator: ","), expected.joined(separator: ","), "persons.csv \(story(decision))")
        }
    }

    /// `flagged.csv`, `ineligible.csv`, `collect.csv`: who stands there, in which order, with which cells.
    func compareLists(_ comparison: inout Comparison) throws {
        try compare("flagged.csv", result.ordered(\.isFlagged), &comparison)
        try compare("ineligible.csv", result.ordered { $0.outcome == "ineligible" }, &comparison)
        try compare("collect.csv", result.ordered { $0.nextStep == "collect_card" }, &comparison)
    }

    static let listColumns = [
        "list", "row", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt",
        "rw", "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "recorded_on",
        "next_step",
    ]

    private func compare(_ name: String, _ people: [Decision], _ comparison: inout Comparison) throws {
        let table = try run.table(name)
        comparison.expect(
            table.header.joined(separator: ","), People.listColumns.joined(separator: ","), "\(name) header")
        comparison.expect(table.rows.count, people.count, "\(name) rows")
        for (actual, decision) in zip(table.rows, people) {
            let expected = cells(of: decision)
            let place = "\(name) \(decision.list):\(decision.row.row)"
            if actual["list"] != decision.list || actual["row"] != String(decision.row.row) {
                comparison.note("\(place): the program has \(actual["list"] ?? ""):\(actual["row"] ?? "") here")
                return
            }
            for column in People.listColumns {
                comparison.expect(actual[column], ResultTable.guarded(expected[column] ?? ""), "\(place):\(column)")
            }
        }
    }

    private func cells(of decision: Decision) -> [String: String] {
        var cells = decision.row.cells
        cells["list"] = decision.list
        cells["row"] = String(decision.row.row)
        if let birth = decision.usableBirth { cells["birth_date"] = birth.description }
        cells["region"] = decision.region
        cells["outcome"] = decision.outcome
        cells["kpu_code"] = decision.kpuCode.map(String.init) ?? ""
        cells["reasons"] = decision.reasons.joined(separator: ";")
        cells["recording_status"] = decision.recordingStatus
        cells["recorded_on"] = decision.recordedOn?.description ?? ""
        cells["next_step"] = decision.nextStep
        return cells
    }

    /// The row of the list and what the other lists say of its NIK: made-up data, so it may be shown.
    private func story(_ decision: Decision) -> String {
        var parts = ["\(decision.list):\(decision.row.row)"]
        parts.append(
            decision.row.cells.sorted { $0.key < $1.key }.map { "\($0.key)='\($0.value)'" }.joined(separator: " "))
        guard let key = NIKReading(decision.nik).key else { return "[\(parts.joined(separator: " | "))]" }
        for file in district.files.map(\.meant) {
            for row in file.rows where NIKReading(row["nik"]).key == key {
                if file.list == decision.list && row.row == decision.row.row { continue }
                let cells = row.cells.filter { $0.key != "nik" }.sorted { $0.key < $1.key }
                parts.append(
                    "\(file.list):\(row.row) " + cells.map { "\($0.key)='\($0.value)'" }.joined(separator: " "))
            }
        }
        return "[\(parts.joined(separator: " | "))]"
    }
}
