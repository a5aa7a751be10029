import Files

/// A column of the recaps; which there are depends on the outcomes of the rules.
enum RecapColumn {
    case region(RegionColumn)
    case total(Total)
    /// By place of the outcome in the rules.
    case outcome(Int)
    case male(Int)
    case female(Int)
    case coverage

    /// The columns in their order.
    static func all(_ terms: RunTerms) -> [RecapColumn] {
        let places = terms.outcomes.indices
        let barred = places.filter { !terms.outcomes[$0].eligible }
        let eligible = places.filter { terms.outcomes[$0].eligible }
        let bySex = places.filter { terms.outcomes[$0].bySex }
        return RegionColumn.allCases.map { .region($0) } + [.total(.persons)] + barred.map { .outcome($0) }
            + [.total(.eligible)] + eligible.map { .outcome($0) }
            + [.total(.recorded), .coverage, .total(.firstTimeFlagged)]
            + bySex.map { .male($0) } + bySex.map { .female($0) }
    }

    static func spreadsheetForm(_ terms: RunTerms) -> SpreadsheetForm {
        let shares = all(terms).enumerated().filter { if case .coverage = $0.element { true } else { false } }
        return SpreadsheetForm(decimals: Set(shares.map(\.offset)))
    }

    func heading(_ terms: RunTerms) -> String {
        switch self {
        case .region(let column): column.rawValue
        case .total(.firstTimeFlagged): "first_time_flagged"
        case .total(let total): total.rawValue
        case .outcome(let place): terms.outcomes[place].id
        case .male(let place): "male_\(terms.outcomes[place].id)"
        case .female(let place): "female_\(terms.outcomes[place].id)"
        case .coverage: "coverage"
        }
    }

    /// Appends the cell of a row.
    func append(_ row: Recap.Row, _ terms: RunTerms, to table: inout CSVText) {
        switch self {
        case .region(.region): table.append(row.region)
        case .region(.name): table.append(terms.regionNames[row.region] ?? "")
        case .total(let total): table.append(row.counts.count(total))
        case .outcome(let place): table.append(row.counts.outcomes[place])
        case .male(let place): table.append(row.counts.male[place])
        case .female(let place): table.append(row.counts.female[place])
        case .coverage:
            table.append(Coverage.text(recorded: row.counts.recorded, eligible: row.counts.eligible) ?? "")
        }
    }
}

extension Recap {
    /// The recap as it is written.
    func table(_ terms: RunTerms) -> CSVText {
        let columns = RecapColumn.all(terms)
        var table = CSVText(heading: columns.map { $0.heading(terms) })
        for row in rows {
            for column in columns { column.append(row, terms, to: &table) }
            table.endLine()
        }
        return table
    }
}
