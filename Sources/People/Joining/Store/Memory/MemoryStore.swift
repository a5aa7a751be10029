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
        var doubtful: [String: DoubtfulRows]
        var joined: [Int: Int] = [:]
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
        index = PersonIndex(people: people, hasBirths: context.weighsBirths)
        found = Guarded(Found(rows: plans.emptyRows, doubtful: plans.emptyDoubtful))
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
            for role in found.doubtful.keys { found.doubtful[role]?.seal() }
            return MemoryJoinedPersons(
                report: JoinReport(
                    people: index.keys.count, overlaps: found.equal.overlaps, regencies: found.regencies,
                    joined: found.joined),
                index: index, marks: found.equal.marks, rows: found.rows,
                doubtful: found.doubtful.filter { $0.value.count > 0 },
                bases: context.people.map(\.base))
        }
    }
}

/// The index and what lies beside it, once everything is known.
private struct MemoryJoinedPersons: JoinedPersons {
    let report: JoinReport
    let index: PersonIndex
    let marks: EqualNIKPass.Marks
    let rows: [String: EvidenceRows]
    let doubtful: [String: DoubtfulRows]
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
        if !rows.births.isEmpty { store.index.keys.note(rows.births, of: rows.niks) }
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
    private var met = MetRegencies()
    private var rows: [String: EvidenceRows]
    private var doubtful: [String: DoubtfulRows]
    /// By the list's number.
    private var joined: [Int: Int] = [:]
    private var regencies: [UInt16] = []
    private var slots: [UInt32] = []
    private var aside: [SetAsideRecording] = []
    private let shared: SharedNIKs
    /// NIKs of rows that were set aside, against which rows to come may speak.
    private let heldBack: Set<UInt64>

    init(_ store: MemoryStore) {
        self.store = store
        rows = store.plans.emptyRows
        doubtful = store.plans.emptyDoubtful
        (shared, heldBack) = store.found.withLock { ($0.equal.shared, store.plans.heldBack($0.doubtful)) }
    }

    mutating func add(
        recordings: [UInt64], of niks: [UInt64], days: [Int32], states: [UInt8], _ plan: EvidencePlan,
        names: borrowing RowNames
    ) throws(Failure) {
        let texts = store.context.statusTexts
        var niks = niks
        var known = niks
        if names.areWeighed { for row in known.indices where states[row] == 3 { known[row] = 0 } }
        for row in doubtfulRows(of: known, names) {
            setAside(niks[row], plan, names, row) { $0.append(key: niks[row], order: recordings[row]) }
            met.add(store.index.regency(slots[row]) ?? 10000)
            niks[row] = 0
        }
        store.index.add(recordings, of: niks, store.context.ranks, regencies: &regencies, aside: &aside) {
            texts.precedes($0, $1)
        }
        met.add(regencies)
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
        var niks = niks
        for row in doubtfulRows(of: niks, names) {
            setAside(niks[row], plan, names, row) { $0.append(key: niks[row], order: names.order(row)) }
            niks[row] = 0
        }
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
        let aside = doubtfulRows(of: rows.keys, names, at: places)
        for row in aside {
            setAside(rows.keys[row], plan, names, Int(places[row])) { $0.append(rows, row, name: 0) }
        }
        store.index.keys.find(rows.keys, slots: &slots)
        for row in aside { slots[row] = KeyIndex.none }
        for row in slots.indices where slots[row] != KeyIndex.none {
            store.index.keys.set(flag: plan.flag, slots[row])
            guard
                plan.isNeeded(with: store.index.keys.flags(slots[row])) || store.index.isShared(slots[row])
                    || heldBack.contains(rows.keys[row])
            else { continue }
            let name = bearer(rows.keys[row], slots[row], names, Int(places[row]))
            self.rows[plan.role.id]?.append(rows, row, name: name)
        }
    }

    /// Which of those who share the NIK the row in the block means; 0 = nobody in particular, or nobody shares it.
    private func bearer(_ nik: UInt64, _ slot: UInt32, _ names: borrowing RowNames, _ row: Int) -> UInt64 {
        store.index.isShared(slot) ? shared.bearer(nik, name: names.digest(row)) : 0
    }

    /// The rows that may be other people's than those whose NIK they bear: to be told by the names of these. `slots`
    /// becomes where the NIKs stand in the index. Of lists whose rows are told from other people's, all that bear a
    /// listed NIK are counted.
    ///
    /// - Parameter places: the rows in the block; nil where they are all of its rows.
    private mutating func doubtfulRows(
        of niks: [UInt64], _ names: borrowing RowNames, at places: [Int32]? = nil
    ) -> [Int] {
        guard names.areWeighed else { return [] }
        store.index.keys.find(niks, slots: &slots)
        var found: [Int] = []
        for row in slots.indices where slots[row] != KeyIndex.none {
            joined[names.listNumber, default: 0] += 1
            let place = places.map { Int($0[row]) } ?? row
            guard let birth = names.birth(place), store.index.mayBeAnother(slots[row], birth: birth),
                bearer(niks[row], slots[row], names, place) == 0, names.name(place) != nil
            else { continue }
            found.append(row)
        }
        return found
    }

    /// Keeps a row until the names of the people are at hand.
    private mutating func setAside(
        _ nik: UInt64, _ plan: EvidencePlan, _ names: borrowing RowNames, _ row: Int,
        _ add: (inout EvidenceRows) -> Void
    ) {
        guard let birth = names.birth(row), let name = names.name(row) else { return }
        doubtful[plan.role.id]?.append(birth: birth, name: name, list: names.listNumber, add)
        store.index.keys.set(flag: EvidencePlans.besideFlag, of: [nik])
    }

    mutating func finish() throws(Failure) {
        let (met, rows, doubtful, joined) = (self.met, self.rows, self.doubtful, self.joined)
        store.found.withLock { found in
            met.add(to: &found.regencies)
            for (role, rows) in rows { found.rows[role]?.append(contentsOf: rows) }
            for (role, rows) in doubtful { found.doubtful[role]?.append(contentsOf: rows) }
            found.joined.merge(joined, uniquingKeysWith: +)
        }
        self.met = MetRegencies()
        self.rows = store.plans.emptyRows
        self.doubtful = store.plans.emptyDoubtful
        self.joined = [:]
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
