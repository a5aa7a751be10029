import Civil
import Columns
import Linkage
import RoleLists
import Schema

/// One thread's entering of recordings into the index of a part.
struct PartRecordings: Sendable {
    private let context: RunContext
    private let plan: EvidencePlan?
    private var met = MetRegencies()
    /// Recordings kept beside the index.
    private var rows: EvidenceRows
    private var regencies: [UInt16] = []
    private var aside: [SetAsideRecording] = []
    private var slots: [UInt32] = []

    init(_ context: RunContext, _ plans: EvidencePlans) {
        self.context = context
        plan = plans.byFlag[EvidencePlans.besideFlag]
        rows = EvidenceRows(codeColumns: 0, numberColumns: 0)
    }

    /// - Parameter bearer: of a row of a shared NIK, whom it means.
    mutating func enter(
        _ recordings: [UInt64], of niks: [UInt64], _ index: PersonIndex, bearer: (_ row: Int) -> UInt64
    ) {
        if recordings.isEmpty { return }
        let texts = context.statusTexts
        index.add(recordings, of: niks, context.ranks, regencies: &regencies, aside: &aside) { texts.precedes($0, $1) }
        met.add(regencies)
        guard let plan, !aside.isEmpty else { return }
        index.keys.find(aside.map { niks[$0.position] }, slots: &slots)
        for (recording, slot) in zip(aside, slots) where slot != KeyIndex.none {
            index.keys.set(flag: plan.flag, slot)
            rows.append(
                key: niks[recording.position], order: recording.packed,
                name: index.isShared(slot) ? bearer(recording.position) : 0)
        }
    }

    /// A recording was met that is kept until the names of the people are at hand.
    mutating func meet(_ slot: UInt32, _ index: PersonIndex) { met.add(index.regency(slot) ?? 10000) }

    /// Hands over what was found.
    func hand(to rows: inout [String: EvidenceRows], _ report: inout JoinReport) {
        met.add(to: &report.regencies)
        if let plan { rows[plan.role.id]?.append(contentsOf: self.rows) }
    }
}
