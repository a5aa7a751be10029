import Columns
import Diagnostics
import Files
import Rules
import RunFolder

/// The columns of `people.csv`.
enum DiffPersonColumn: String, TableColumn {
    case person, change, list, row, region
    case regionBefore = "region_before"
    case outcomeBefore = "outcome_before"
    case outcome
    case codeBefore = "kpu_code_before"
    case code = "kpu_code"
    case why
}

/// `people.csv`: everyone whose outcome or region changed, by pseudonym, in the order of regions.
struct DiffPeople {
    static let fileName = "people.csv"

    private let terms: DiffTerms
    private let lists: [String]
    private let reasons: [[Substring]]
    private let digest: KeyedDigest

    init(_ terms: DiffTerms, lists: [String], reasons: [String], digest: KeyedDigest) {
        self.terms = terms
        self.lists = lists
        self.reasons = reasons.map { $0.split(separator: ";") }
        self.digest = digest
    }

    func write(_ changes: SortedRows, to folder: RunDirectory) throws(Failure) -> OutputReport {
        let file = try folder.open(Self.fileName)
        var changes = changes
        var table = CSVText(heading: DiffPersonColumn.headings)
        do {
            while let change = try changes.next() {
                let person = DiffedPerson(change)
                for column in DiffPersonColumn.allCases { table.append(cell(column, of: person)) }
                table.endLine()
                if table.bytes.count >= 1 << 16 { try file.append(table.takeBytes()) }
            }
            try file.append(table.takeBytes())
        } catch let error as FileError {
            throw error.outputFailure(shown: "\(folder.path)/\(Self.fileName)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
        var report = try folder.close(file)
        report.guardedCells = table.guardedCells
        return report
    }

    private func cell(_ column: DiffPersonColumn, of person: DiffedPerson) -> String {
        let shown = person.after ?? person.before
        return switch column {
        case .person: pseudonym(person)
        case .change: change(person).rawValue
        case .list: shown.map { lists[DiffPerson.list($0)] } ?? ""
        case .row: shown.map { String(DiffPerson.row($0)) } ?? ""
        case .region: person.after == nil ? "" : DiffRegion.text(person.region)
        case .regionBefore: person.before == nil ? "" : DiffRegion.text(person.regionBefore)
        case .outcomeBefore: outcome(person.before)
        case .outcome: outcome(person.after)
        case .codeBefore: code(person.before)
        case .code: code(person.after)
        case .why: why(person).joined(separator: ";")
        }
    }

    func change(_ person: DiffedPerson) -> DiffChange {
        guard let before = person.before else { return .new }
        guard let after = person.after else { return .left }
        return terms.kind(from: DiffPerson.outcome(before), to: DiffPerson.outcome(after))
    }

    private func outcome(_ verdict: UInt64?) -> String {
        verdict.map { terms.outcomes[DiffPerson.outcome($0)].id } ?? ""
    }

    func code(_ verdict: UInt64?) -> String {
        guard let verdict, DiffPerson.code(verdict) != 0 else { return "" }
        return String(DiffPerson.code(verdict))
    }

    /// The reasons that hold now and did not before.
    func why(_ person: DiffedPerson) -> [String] {
        guard person.after != nil else { return [] }
        let old = person.before == nil ? [] : reasons[Int(person.reasonsBefore)]
        return reasons[Int(person.reasonsAfter)].filter { !old.contains($0) }.map(String.init)
    }

    /// 32 hexadecimal digits that stand for the person's key.
    private func pseudonym(_ person: DiffedPerson) -> String {
        let message = person.kind == 0 ? "nik \(person.key)" : "row \(lists[Int(person.kind - 1)])\n\(person.key)"
        return String(digest.hex(of: Array(message.utf8)).prefix(32))
    }
}
