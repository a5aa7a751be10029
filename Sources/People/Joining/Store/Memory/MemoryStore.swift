import Columns
import Diagnostics
import Linkage
import RoleLists
import Schema
import Tabular

/// What is known of the people of a run, all in memory.
final class MemoryStore: PersonStore {
    fileprivate struct Found: Sendable {
        var repeated: [RepeatedNIK] = []
        var equal = EqualNIKPass.Result()
        /// By role.
        var rows: [String: EvidenceRows]
        var weeks = CountTable()
        var regencies: Set<UInt16> = []
    }

    fileprivate let index: PersonIndex
    fileprivate let context: RunContext
    fileprivate let plans: EvidencePlans
    fileprivate let found: Guarded<Found>

    /// - Parameter people: about how many rows the population lists have.
    init(_ context: RunContext, _ plans: EvidencePlans, people: Int) {
        self.context = context
        self.plans = plans
        index = PersonIndex(people: people)
        found = Guarded(Found(rows: plans.emptyRows))
    }

    func personWriter() -> any PersonWriter { MemoryPersonWriter(store: self) }

    func endPersons() throws(Failure) {
        let repeated = found.withLock { found in
            defer { found.repeated = [] }
            return found.repeated
        }
        let equal = try EqualNIKPass.run(context, index, repeated)
        found.withLock { $0.equal = equal }
    }

    func evidenceWriter() -> any EvidenceWriter { MemoryEvidenceWriter(self) }

    var joinStage: String { "join" }

    func join() throws(Failure) -> any JoinedPersons {
        found.withLock { found in
            for role in found.rows.keys { found.rows[role]?.seal() }
            return MemoryJoinedPersons(
                report: JoinReport(
                    people: index.keys.count, overlaps: found.equal.overlaps, weeks: found.weeks,
                    regencies: found.regencies),
                index: index, marks: found.equal.marks, rows: found.rows, bases: context.people.map(\.base))
        }
    }
}

/// The index and what lies beside it, once everything is known.
private struct MemoryJoinedPersons: JoinedPersons {
    let report: JoinReport
    let index: PersonIndex
    let marks: EqualNIKPass.Marks
    let rows: [String: EvidenceRows]
    /// By place in the population lists.
    let bases: [RowPosition]

    func evidence(ofList place: Int) -> any EvidenceReader {
        MemoryEvidenceReader(index: index, marks: marks, rows: rows, base: bases[place])
    }
}

/// One thread's entering of people into the index.
private struct MemoryPersonWriter: PersonWriter {
    let store: MemoryStore
    private var repeated: [RepeatedNIK] = []

    init(store: MemoryStore) { self.store = store }

    mutating func add(_ rows: borrowing PersonRows, of block: borrowing Block, list: Int) throws(Failure) {
        var again: [Int] = []
        store.index.add(rows.niks, payloads: rows.payloads) { again.append($0) }
        for row in again { repeated.append(RepeatedNIK(nik: rows.niks[row], position: rows.positions[row])) }
    }

    mutating func finish() throws(Failure) {
        let repeated = self.repeated
        store.found.withLock { $0.repeated += repeated }
        self.repeated = []
    }
}

/// One thread's entering of other lists' rows: those of listed people at once into the index, or beside it.
private struct MemoryEvidenceWriter: EvidenceWriter {
    let store: MemoryStore
    private var weeks = WeekCounts()
    private var rows: [String: EvidenceRows]
    private var regencies: [UInt16] = []
    private var slots: [UInt32] = []
    private var aside: [SetAsideRecording] = []
    private let shared: SharedNIKs

    init(_ store: MemoryStore) {
        self.store = store
        rows = store.plans.emptyRows
        shared = store.found.withLock { $0.equal.shared }
    }

    mutating func add(
        recordings: [UInt64], of niks: [UInt64], days: [Int32], states: [UInt8], _ plan: EvidencePlan,
        names: borrowing RowNames
    ) throws(Failure) {
        let texts = store.context.statusTexts
        store.index.add(recordings, of: niks, store.context.ranks, regencies: &regencies, aside: &aside) {
            texts.precedes($0, $1)
        }
        weeks.add(regencies, days: days, states: states)
        if aside.isEmpty { return }
        store.index.keys.find(aside.map { niks[$0.position] }, slots: &slots)
        for (recording, slot) in zip(aside, slots) {
            let nik = niks[recording.position]
            store.index.keys.set(flag: plan.flag, slot)
            let name = bearer(nik, slot, names, recording.position)
            rows[plan.role.id]?.append(key: nik, order: recording.packed, name: name)
        }
    }

    mutating func add(
        presence plan: EvidencePlan, of niks: [UInt64], names: borrowing RowNames
    ) throws(Failure) {
        store.index.keys.set(flag: plan.flag, of: niks)
        if shared.isEmpty { return }
        store.index.keys.find(niks, slots: &slots)
        for row in slots.indices where slots[row] != KeyIndex.none && store.index.isShared(slots[row]) {
            let name = bearer(niks[row], slots[row], names, row)
            rows[plan.role.id]?.append(key: niks[row], order: names.order(row), name: name)
        }
    }

    mutating func add(
        _ rows: borrowing EvidenceRows, at places: [Int32], _ plan: EvidencePlan, names: borrowing RowNames
    ) throws(Failure) {
        store.index.keys.find(rows.keys, slots: &slots)
        for row in slots.indices where slots[row] != KeyIndex.none {
            store.index.keys.set(flag: plan.flag, slots[row])
            guard plan.isNeeded(with: store.index.keys.flags(slots[row])) || store.index.isShared(slots[row]) else {
                continue
            }
            let name = bearer(rows.keys[row], slots[row], names, Int(places[row]))
            self.rows[plan.role.id]?.append(rows, row, name: name)
        }
    }

    /// Which of those who share the NIK the row in the block means; 0 = nobody in particular, or nobody shares it.
    private func bearer(_ nik: UInt64, _ slot: UInt32, _ names: borrowing RowNames, _ row: Int) -> UInt64 {
        store.index.isShared(slot) ? shared.bearer(nik, name: names.digest(row)) : 0
    }

    mutating func finish() throws(Failure) {
        let (weeks, rows) = (self.weeks, self.rows)
        store.found.withLock { found in
            weeks.add(to: &found.weeks)
            weeks.add(to: &found.regencies)
            for (role, rows) in rows { found.rows[role]?.append(contentsOf: rows) }
        }
        self.weeks = WeekCounts()
        self.rows = store.plans.emptyRows
    }
}

/// One thread's reading of the index.
private struct MemoryEvidenceReader: EvidenceReader {
    let index: PersonIndex
    let marks: EqualNIKPass.Marks
    let rows: [String: EvidenceRows]
    /// Position of the list's first byte.
    let base: RowPosition

    mutating func read(_ block: borrowing Block, niks: [UInt64], into evidence: inout Evidence) throws(Failure) {
        index.keys.read(niks, payloads: &evidence.payloads, flags: &evidence.flags)
        evidence.rows = rows
        evidence.marks.removeAll(keepingCapacity: true)
        for row in niks.indices where PersonEntry(payload: evidence.payloads[row]).isRepeated {
            evidence.marks.append((row, marks.mark(base + RowPosition(block.fileOffset(ofRow: row)))))
        }
    }
}
