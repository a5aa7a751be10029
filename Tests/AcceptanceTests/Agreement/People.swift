import Foundation

/// Compares what a run says of each person with the second reading.
struct People {
    let run: Run
    let district: District
    let result: CheckResult
    /// Names the district in an example.
    let label: String

    /// `persons.csv`: every person in input order.
    func comparePersons(_ differences: inout DifferenceTable) throws {
        let table = try run.table("persons.csv")
        let header = ["list", "row", "nik", "region", "outcome", "kpu_code", "reasons"]
        differences.expect(table.header.joined(separator: ","), header.joined(separator: ","), "header", at: label)
        let places = table.rows.map { "\($0["list"] ?? ""):\($0["row"] ?? "")" }
        let meant = result.decisions.map(People.place)
        for extra in Set(places).subtracting(meant).sorted() { differences.note("person not meant", at: extra) }
        for missing in Set(meant).subtracting(places).sorted() { differences.note("person lacking", at: missing) }
        if Set(places) == Set(meant) && places != meant { differences.note("order of persons.csv", at: label) }
        let byPlace = Dictionary(zip(places, table.rows)) { first, _ in first }
        for (place, decision) in zip(meant, result.decisions) {
            if let actual = byPlace[place] { compare(actual, decision, &differences) }
        }
    }

    private func compare(_ actual: [String: String], _ decision: Decision, _ differences: inout DifferenceTable) {
        // Costly, and asked for only where something differs.
        func place() -> String { example(actual, decision) }
        let outcome = actual["outcome"] ?? ""
        let found = Set((actual["reasons"] ?? "").split(separator: ";").map(String.init))
        let meant = Set(decision.reasons)
        for reason in meant.subtracting(found) { differences.note("reason lacking: \(reason)", at: place()) }
        for reason in found.subtracting(meant) { differences.note("reason not meant: \(reason)", at: place()) }
        if found == meant {
            let listed = decision.reasons.joined(separator: ";")
            differences.expect(actual["reasons"], listed, "order of reasons", at: place())
        }
        if outcome != decision.outcome {
            differences.note("outcome \(outcome), not \(decision.outcome)", at: place())
        } else {
            let code = decision.kpuCode.map(String.init) ?? ""
            differences.expect(actual["kpu_code"], code, "kpu_code of \(outcome)", at: place())
        }
        differences.expect(actual["region"], decision.region, "region", at: place())
        differences.expect(actual["nik"], ResultTable.guarded(decision.nik), "nik as read", at: People.place(decision))
    }

    /// `flagged.csv`, `ineligible.csv`, `collect.csv`, `duplicates.csv`: who stands there, in which order, with which cells.
    func compareLists(_ differences: inout DifferenceTable) throws {
        try compare("flagged.csv", result.ordered(\.isFlagged), &differences)
        try compare("ineligible.csv", result.ordered { $0.outcome == "ineligible" }, &differences)
        try compare("collect.csv", result.ordered { $0.nextStep == "collect_card" }, &differences)
        let rows = Dictionary(grouping: result.decisions.compactMap(\.person.nik.key)) { $0 }.mapValues(\.count)
        try compare(
            "duplicates.csv", result.ordered { $0.person.nik.key.flatMap { rows[$0] } ?? 0 > 1 }, &differences)
    }

    static let listColumns = [
        "list", "row", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt",
        "rw", "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "recorded_on",
        "next_step",
    ]

    private func compare(_ name: String, _ people: [Decision], _ differences: inout DifferenceTable) throws {
        let table = try run.table(name)
        let header = People.listColumns.joined(separator: ",")
        differences.expect(table.header.joined(separator: ","), header, "\(name) header", at: label)
        let places = table.rows.map { "\($0["list"] ?? ""):\($0["row"] ?? "")" }
        let meant = people.map(People.place)
        differences.expect(places.count, meant.count, "\(name) rows", at: label)
        if Set(places) == Set(meant) && places != meant { differences.note("order of \(name)", at: label) }
        let byPlace = Dictionary(zip(meant, people)) { first, _ in first }
        for (actual, place) in zip(table.rows, places) {
            guard let decision = byPlace[place] else { continue }
            let cells = cells(of: decision)
            // What was decided is compared in persons.csv.
            for column in People.listColumns where !["outcome", "kpu_code", "reasons"].contains(column) {
                guard let cell = cells[column] else { continue }
                guard actual[column] != ResultTable.guarded(cell) else { continue }
                let shown = column == "next_step" ? " \(actual[column] ?? ""), not \(cell)" : ""
                differences.note("\(name) \(column)\(shown)", at: example(actual, decision))
            }
        }
    }

    private func cells(of decision: Decision) -> [String: String] {
        var cells = Dictionary(uniqueKeysWithValues: People.listColumns.map { ($0, decision.row[$0]) })
        cells["list"] = decision.list
        cells["row"] = String(decision.row.row)
        if let birth = decision.usableBirth { cells["birth_date"] = birth.description }
        cells["region"] = decision.region
        cells["recording_status"] = decision.recording?.word ?? ""
        cells["recorded_on"] = decision.recording?.day?.description ?? ""
        // How an answer or a mark is worded there is not said.
        if let recording = decision.recording, recording.source != .list { cells["recording_status"] = nil }
        cells["next_step"] = decision.nextStep
        return cells
    }

    static func place(_ decision: Decision) -> String { "\(decision.list):\(decision.row.row)" }

    /// Which row, what both say of it, and which rows of which lists bear its NIK.
    private func example(_ actual: [String: String], _ decision: Decision) -> String {
        let reasons = decision.reasons.joined(separator: ";")
        var parts = [
            "\(label) \(People.place(decision))", "program \(actual["outcome"] ?? "") [\(actual["reasons"] ?? "")]",
            "second reading \(decision.outcome) [\(reasons)]",
        ]
        guard let key = decision.person.nik.key else { return parts.joined(separator: " | ") }
        for file in district.files.map(\.meant) {
            for row in file.rows where NIKReading(row["nik"]).key == key {
                if file.list != decision.list || row.row != decision.row.row { parts.append("\(file.list):\(row.row)") }
            }
        }
        return parts.joined(separator: " | ")
    }
}
