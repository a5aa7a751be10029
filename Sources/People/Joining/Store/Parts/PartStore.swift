import Columns
import Diagnostics
import Linkage
import RoleLists
import Tabular
import Workers

/// What is known of the people of a run whose index does not fit in memory: rows of all lists go to parts by NIK in a
/// nameless file, the parts are joined one after another, and what is then known of each row of the population lists
/// is put back in the order of the lists.
final class PartStore: PersonStore {
    private struct Found: Sendable {
        var persons: [PersonParts] = []
        var evidence: [EvidenceParts] = []
    }

    private let context: RunContext
    private let plans: EvidencePlans
    private let layout: PartLayout
    private let found = Guarded(Found())

    init(_ context: RunContext, _ plans: EvidencePlans, _ layout: PartLayout) {
        self.context = context
        self.plans = plans
        self.layout = layout
    }

    func personWriter() -> any PersonWriter {
        PartPersonWriter(layout) { [self] parts in found.withLock { $0.persons.append(parts) } }
    }

    /// Equal NIKs are compared part by part.
    func endPersons() throws(Failure) {}

    func evidenceWriter() -> any EvidenceWriter {
        PartEvidenceWriter(layout, EvidenceRecord.Widths(plans)) { [self] parts in
            found.withLock { $0.evidence.append(parts) }
        }
    }

    var joinStage: String { "partitions" }

    func join() throws(Failure) -> any JoinedPersons {
        let (persons, evidence) = found.withLock { found in
            defer { found = Found() }
            return (found.persons, found.evidence)
        }
        context.progress?.expect(.part, persons.reduce(0) { $0 + $1.rows.reduce(0) { $0 + Int($1) } })
        let (file, report, doubtful) = try PartJoin(context, layout, plans, persons: persons, evidence: evidence).run()
        return PartJoinedPersons(report: report, doubtful: doubtful, file: file, bases: context.people.map(\.base))
    }
}

/// What is known of each row, in a file.
private struct PartJoinedPersons: JoinedPersons {
    let report: JoinReport
    let doubtful: [String: DoubtfulRows]
    let file: JoinedFile
    /// By place in the population lists.
    let bases: [RowPosition]

    func evidence(ofList place: Int) -> any EvidenceReader { JoinedRows(file, list: place, base: bases[place]) }
}
