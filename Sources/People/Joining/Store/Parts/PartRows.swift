import Columns
import Linkage
import Schema

/// One thread's entering of other lists' rows into the index of a part.
struct PartRows: Sendable {
    private let plans: EvidencePlans
    private let roles: [Int: EvidencePlan]
    private var recordings: PartRecordings
    private var rows: [String: EvidenceRows]
    private var doubtful: [String: DoubtfulRows]
    /// By the list's number.
    private var joined: [Int: Int] = [:]
    private var others: [EvidenceRecord] = []
    private var keys: [UInt64] = []
    private var slots: [UInt32] = []
    private var packed: [UInt64] = []
    private var of: [UInt64] = []
    private var names: [UInt64] = []

    init(_ context: RunContext, _ plans: EvidencePlans) {
        self.plans = plans
        roles = plans.byFlag
        recordings = PartRecordings(context, plans)
        rows = plans.emptyRows
        doubtful = plans.emptyDoubtful
    }

    /// Enters rows; those about nobody of the part have no effect.
    mutating func enter(_ records: [EvidenceRecord], _ index: PersonIndex, _ shared: SharedNIKs) {
        others.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        packed.removeAll(keepingCapacity: true)
        of.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        for record in records {
            if record.isRecording {
                packed.append(record.order)
                of.append(record.key)
                names.append(record.name)
            } else {
                others.append(record)
                keys.append(record.key)
            }
        }
        let (of, names) = (self.of, self.names)
        recordings.enter(packed, of: of, index) { shared.bearer(of[$0], name: names[$0]) }
        index.keys.find(keys, slots: &slots)
        for (record, slot) in zip(others, slots) where slot != KeyIndex.none {
            guard let plan = roles[record.flag] else { continue }
            index.keys.set(flag: record.flag, slot)
            let isShared = index.isShared(slot)
            guard plan.keepsRows || isShared || record.flag == EvidencePlans.besideFlag else { continue }
            rows[plan.role.id]?.append(
                key: record.key, order: record.order,
                name: isShared ? shared.bearer(record.key, name: record.name) : 0, codes: record.codes,
                numbers: record.numbers, states: record.states)
        }
    }

    /// Enters rows of lists whose rows are told from other people's; those that may be another's are kept until the names
    /// of the people are at hand.
    mutating func enter(_ weighed: [WeighedRecord], _ index: PersonIndex, _ shared: SharedNIKs) {
        index.keys.find(weighed.map(\.record.key), slots: &slots)
        var theirs: [EvidenceRecord] = []
        for (row, slot) in zip(weighed, slots) where slot != KeyIndex.none {
            joined[row.list, default: 0] += 1
            let record = row.record
            guard let birth = row.birth, let name = row.name, index.mayBeAnother(slot, birth: birth),
                !index.isShared(slot) || shared.bearer(record.key, name: record.name) == 0,
                let plan = roles[record.flag]
            else {
                theirs.append(record)
                continue
            }
            doubtful[plan.role.id]?.append(birth: birth, name: name, list: row.list) {
                $0.append(
                    key: record.key, order: record.order, codes: record.codes, numbers: record.numbers,
                    states: record.states)
            }
            index.keys.set(flag: EvidencePlans.besideFlag, slot)
            if record.isRecording { recordings.meet(slot, index) }
        }
        enter(theirs, index, shared)
    }

    /// Hands over what was found.
    func hand(
        to rows: inout [String: EvidenceRows], _ doubtful: inout [String: DoubtfulRows], _ report: inout JoinReport
    ) {
        for (role, found) in self.rows { rows[role]?.append(contentsOf: found) }
        for (role, found) in self.doubtful { doubtful[role]?.append(contentsOf: found) }
        report.joined.merge(joined, uniquingKeysWith: +)
        recordings.hand(to: &rows, &report)
    }
}
