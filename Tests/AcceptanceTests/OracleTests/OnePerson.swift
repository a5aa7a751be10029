/// A person of 27 on the polling day of 2018 without any damage, changed and given evidence.
enum OnePerson {
    typealias Rows = [[String: String]]

    static let plain = [
        "nkk": "1271900101120001", "nik": "1271901708900001", "name": "Budi Siregar", "birth_place": "Medan",
        "birth_date": "17-08-1990", "marital_status": "B", "sex": "L", "address": "Jl. Merdeka", "rt": "001",
        "rw": "002", "disability": "", "region": "1271901001", "tps": "1", "citizenship": "WNI",
    ]

    /// A list's columns, whether or not a row fills them.
    static let columns: [String: Set<String>] = [
        "recordings": ["class", "recorded_on"], "suket": ["number", "issued_on"], "military": ["institution"],
        "deaths": ["date"], "moved": ["date", "destination"], "revoked": ["date", "until"], "impaired": ["date"],
        "field_findings": ["code", "date"], "reply": ["answer", "answered_on"],
    ]

    static func check(
        _ people: Rows, _ others: [(String, Rows)], asOf: String = "2018-03-23", without: Set<String> = []
    ) -> CheckResult {
        let files = ([("population", people)] + others).map { role, rows in
            let rows = rows.enumerated().map { place, cells in
                ListRow(row: place + 2, cells: ["nik": plain["nik"] ?? ""].merging(cells) { $1 })
            }
            let columns = (columns[role] ?? []).subtracting(without)
            return ListFile(role: role, list: role + ".csv", columns: columns, rows: rows)
        }
        return CheckResult(
            CheckInput(election: .pilkada2018, asOf: Day(asOf), files: files, regions: CellTests.names))
    }

    /// Outcome, code, next step and reasons of the first person.
    static func decided(
        _ changes: [String: String], _ others: [(String, Rows)], asOf: String = "2018-03-23", without: Set<String> = []
    ) -> String {
        let result = check([plain.merging(changes) { $1 }], others, asOf: asOf, without: without)
        return result.decisions.first.map(line) ?? "nobody"
    }

    static func line(_ decision: Decision) -> String {
        let code = decision.kpuCode.map(String.init) ?? "-"
        let reasons = decision.reasons.joined(separator: ";")
        return "\(decision.outcome) \(code) \(decision.nextStep) \(reasons)"
    }
}
