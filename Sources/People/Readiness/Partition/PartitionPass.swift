import Civil
import Columns
import Diagnostics
import Linkage
import Lists
import Schema
import Tabular
import Workers

/// Joins the parts of an index that does not fit in memory, one after another: for each, people's rows build its index,
/// equal NIKs are compared, other lists' rows hang on it, and every row gets its answer. The answers are then put back
/// in the order of the lists.
struct PartitionPass: Sendable {
    struct Result {
        var joined: JoinedFile
        var overlaps: [EqualNIKPass.Overlap] = []
        var weeks = CountTable()
    }

    /// What the rows of a thread and list were answered stands at these places, by part.
    struct Answers: Sendable {
        var bases: [[Int]] = []
    }

    /// A chunk of people's rows, and where their answers belong.
    private struct PeopleChunk: Sendable {
        var chunk: Chunk
        var answers: Int
    }

    let context: RunContext
    let spill: Spill
    let plans: [String: SidePlan]
    let people: [PeopleSpill]
    let sides: [SideSpill]
    private let widths: SideRecord.Widths
    private let stretches: KeptRows.Stretches

    init(
        _ context: RunContext, _ spill: Spill, plans: [String: SidePlan], people: [PeopleSpill], sides: [SideSpill]
    ) {
        self.context = context
        self.spill = spill
        self.plans = plans
        self.people = people
        self.sides = sides
        widths = SideRecord.Widths(plans)
        stretches = KeptRows.Stretches(
            bytes: (context.people.last?.base ?? 0) + UInt64(context.people.last?.text.file.size ?? 0))
    }

    func run() throws(Failure) -> Result {
        var answers = Answers(bases: people.map { _ in [] })
        var distinct = 0
        var weeks = CountTable()
        var overlaps = CountTable()
        var kept = (0..<context.threads).map { _ in
            BucketWriter(spill.file, buckets: stretches.count, room: max(64, widths.longest))
        }
        for part in 0..<spill.partitions.count {
            var chunks: [PeopleChunk] = []
            for (number, thread) in people.enumerated() {
                var place = spill.file.reserve(Int(thread.rows[part]))
                answers.bases[number].append(place)
                for chunk in thread.writer.chains[part] {
                    chunks.append(PeopleChunk(chunk: chunk, answers: place))
                    place += chunk.count / 2
                }
            }
            var own = context
            own.index = PersonIndex(people: people.reduce(0) { $0 + Int($1.rows[part]) })
            let repeated = try enter(chunks, own)
            let equal = try EqualNIKPass.run(own, repeated)
            for overlap in equal.overlaps { overlaps.add(UInt64(overlap.first), UInt64(overlap.second), overlap.niks) }
            try hangRecordings(part, own, &weeks)
            let rows = try hangRows(part, own)
            kept = try answer(chunks, own, equal.marks, rows, kept)
            distinct += own.index.keys.count
        }
        for number in kept.indices { try kept[number].finish() }
        let joined = JoinedFile(
            context, spill.file, people: distinct, kept: KeptRows(kept, stretches, spill.file, widths), plans: plans)
        try Regather(people: people, answers: answers, file: spill.file, joined: joined).run(context.threads)
        return Result(
            joined: joined,
            overlaps: overlaps.entries.map {
                EqualNIKPass.Overlap(first: Int($0.first), second: Int($0.second), niks: $0.count)
            }.sorted { ($0.first, $0.second) < ($1.first, $1.second) },
            weeks: weeks)
    }

    /// Puts the people of a part into its index; returns the rows whose NIK came before.
    private func enter(_ chunks: [PeopleChunk], _ context: RunContext) throws(Failure) -> [KeyPass.Repeated] {
        let counter = Counter()
        return try Workers.run(context.threads) { () throws(Failure) in
            (repeated: [KeyPass.Repeated](), pairs: WordPairs())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try state.pairs.read(chunks[number].chunk, spill.file)
                context.progress?.add(.part, chunks[number].chunk.count / 4)
                var again: [Int] = []
                context.index.add(state.pairs.first, payloads: state.pairs.second) { again.append($0) }
                for row in again {
                    state.repeated.append(
                        KeyPass.Repeated(
                            key: state.pairs.first[row],
                            place: PersonIndex.place(ofPayload: state.pairs.second[row])))
                }
            }
        }.flatMap(\.repeated)
    }

    private func hangRecordings(_ part: Int, _ context: RunContext, _ weeks: inout CountTable) throws(Failure) {
        let chunks = sides.flatMap { $0.recordings.chains[part] }
        let counter = Counter()
        let texts = context.statusTexts
        let counts = try Workers.run(context.threads) { () throws(Failure) in
            (weeks: WeekCounts(), pairs: WordPairs(), regencies: [UInt16](), days: [Int32](), states: [UInt8]())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try state.pairs.read(chunks[number], spill.file)
                context.index.add(state.pairs.second, of: state.pairs.first, regencies: &state.regencies) {
                    texts.precedes($0, $1)
                }
                state.days.removeAll(keepingCapacity: true)
                state.states.removeAll(keepingCapacity: true)
                for packed in state.pairs.second {
                    let day = Recording(packed: packed).day
                    state.days.append(day?.dayNumber ?? 0)
                    state.states.append(day == nil ? 0 : 1)
                }
                state.weeks.add(state.regencies, days: state.days, states: state.states)
            }
        }
        for count in counts { count.weeks.add(to: &weeks) }
    }

    /// Hangs the other lists' rows on the part; returns those that rules read columns of.
    private func hangRows(_ part: Int, _ context: RunContext) throws(Failure) -> [String: SideRows] {
        let chunks = sides.flatMap { $0.rows.chains[part] }
        var byFlag: [Int: SidePlan] = [:]
        for plan in plans.values where plan.flag < KeyIndex.flagCount { byFlag[plan.flag] = plan }
        let fresh = plans.filter { $0.value.keepsRows }.mapValues {
            SideRows(codeColumns: $0.codes.count, numberColumns: $0.numbers.count)
        }
        let counter = Counter()
        let roles = byFlag
        let parts = try Workers.run(context.threads) { () throws(Failure) in
            (rows: fresh, words: [UInt64](), found: [SideRecord](), keys: [UInt64](), slots: [UInt32]())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try spill.file.read(chunks[number].count, at: chunks[number].place, into: &state.words)
                state.found.removeAll(keepingCapacity: true)
                state.keys.removeAll(keepingCapacity: true)
                var at = 0
                while let record = SideRecord(state.words, end: chunks[number].count, at: &at, widths) {
                    state.found.append(record)
                    state.keys.append(record.key)
                }
                context.index.keys.find(state.keys, slots: &state.slots)
                for (record, slot) in zip(state.found, state.slots) where slot != KeyIndex.none {
                    guard let plan = roles[record.flag] else { continue }
                    context.index.keys.set(flag: record.flag, slot)
                    guard plan.keepsRows else { continue }
                    state.rows[plan.role.id]?.append(
                        key: record.key, order: record.order, codes: record.codes, numbers: record.numbers,
                        states: record.states)
                }
            }
        }
        var whole = fresh
        for part in parts {
            for (role, rows) in part.rows { whole[role]?.append(contentsOf: rows) }
        }
        for role in whole.keys { whole[role]?.seal() }
        return whole
    }

    /// Writes what hangs on each row of the part.
    private func answer(
        _ chunks: [PeopleChunk], _ context: RunContext, _ marks: EqualNIKPass.Marks, _ sideRows: [String: SideRows],
        _ kept: [BucketWriter]
    ) throws(Failure) -> [BucketWriter] {
        let keeping = plans.values.filter(\.keepsRows).sorted { $0.flag < $1.flag }
        let mask = keeping.reduce(UInt16(0)) { $0 | 1 << UInt16($1.flag) }
        let counter = Counter()
        let writers = Counter()
        let all = kept
        return try Workers.run(context.threads) { () throws(Failure) in
            let number = writers.next(below: all.count) ?? 0
            return (
                kept: all[number], pairs: WordPairs(), payloads: [UInt64](), flags: [UInt16](), words: [UInt64]()
            )
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try state.pairs.read(chunks[number].chunk, spill.file)
                context.index.keys.read(state.pairs.first, payloads: &state.payloads, flags: &state.flags)
                state.words.removeAll(keepingCapacity: true)
                for row in state.pairs.first.indices {
                    let payload = state.payloads[row]
                    let place = PersonIndex.place(ofPayload: state.pairs.second[row])
                    let mark = PersonEntry(payload: payload).isRepeated ? marks.mark(place) : .first
                    state.words.append(JoinedEntry(payload: payload, flags: state.flags[row], mark: mark).word)
                    guard state.flags[row] & mask != 0 else { continue }
                    for plan in keeping where state.flags[row] & 1 << UInt16(plan.flag) != 0 {
                        guard let rows = sideRows[plan.role.id] else { continue }
                        for found in rows.rows(of: state.pairs.first[row]) {
                            try state.kept.append(
                                SideRecord(rows, found, flag: plan.flag).words, to: stretches.number(of: place))
                        }
                    }
                }
                try spill.file.write(state.words[...], at: chunks[number].answers)
                context.progress?.add(.part, chunks[number].chunk.count / 4)
            }
        }.map(\.kept)
    }
}

/// The records of a chunk that are two words each, as two columns.
struct WordPairs: Sendable {
    private(set) var first: [UInt64] = []
    private(set) var second: [UInt64] = []
    private var words: [UInt64] = []

    mutating func read(_ chunk: Chunk, _ file: SpillFile) throws(Failure) {
        try file.read(chunk.count, at: chunk.place, into: &words)
        first.removeAll(keepingCapacity: true)
        second.removeAll(keepingCapacity: true)
        for at in stride(from: 0, to: chunk.count - 1, by: 2) {
            first.append(words[at])
            second.append(words[at + 1])
        }
    }
}
