import Civil
import Columns
import Diagnostics
import Linkage
import RoleLists
import Schema
import Tabular
import Workers

/// Joins the parts of an index that does not fit in memory, one after another: for each, people's rows build its index,
/// equal NIKs are compared, other lists' rows are entered, and every row gets its answer. The answers are then put back
/// in the order of the lists.
struct PartJoin: Sendable {
    /// Where in the file the answers to the rows of a thread stand, by part.
    struct Answers: Sendable {
        var bases: [[Int]] = []
    }

    /// A chunk of people's rows, and where their answers belong.
    private struct PersonChunk: Sendable {
        var chunk: Chunk
        var answers: Int
    }

    private let context: RunContext
    private let layout: PartLayout
    private let plans: EvidencePlans
    private let persons: [PersonParts]
    private let evidence: [EvidenceParts]
    private let widths: EvidenceRecord.Widths
    private let sections: EvidenceBySection.Sections

    init(
        _ context: RunContext, _ layout: PartLayout, _ plans: EvidencePlans, persons: [PersonParts],
        evidence: [EvidenceParts]
    ) {
        self.context = context
        self.layout = layout
        self.plans = plans
        self.persons = persons
        self.evidence = evidence
        widths = EvidenceRecord.Widths(plans)
        sections = EvidenceBySection.Sections(
            bytes: (context.people.last?.base ?? 0) + UInt64(context.people.last?.text.file.size ?? 0))
    }

    func run() throws(Failure) -> (JoinedFile, JoinReport, doubtful: [String: DoubtfulRows]) {
        var answers = Answers(bases: persons.map { _ in [] })
        var report = JoinReport()
        var overlaps = CountTable()
        var doubtful = plans.emptyDoubtful
        var kept = (0..<context.threads).map { _ in
            BucketWriter(layout.file, buckets: sections.count, room: max(64, widths.longest))
        }
        for part in 0..<layout.partitions.count {
            var chunks: [PersonChunk] = []
            for (number, thread) in persons.enumerated() {
                var place = layout.file.reserve(Int(thread.rows[part]))
                answers.bases[number].append(place)
                for chunk in thread.chains[part] {
                    chunks.append(PersonChunk(chunk: chunk, answers: place))
                    place += chunk.count / 2
                }
            }
            let index = PersonIndex(
                people: persons.reduce(0) { $0 + Int($1.rows[part]) }, hasBirths: context.weighsBirths)
            let repeated = try enter(chunks, index)
            try noteBirths(part, index)
            let equal = try EqualNIKPass.run(context, index, repeated)
            for overlap in equal.overlaps { overlaps.add(UInt64(overlap.first), UInt64(overlap.second), overlap.niks) }
            var rows = plans.emptyRows
            try enterRecordings(part, index, &rows, &report)
            try enterRows(part, index, equal.shared, &rows, &doubtful, &report)
            for role in rows.keys { rows[role]?.seal() }
            kept = try answer(chunks, index, equal.marks, rows, plans.heldBack(doubtful), kept)
            report.people += index.keys.count
        }
        for number in kept.indices { try kept[number].finish() }
        let joined = JoinedFile(
            context, layout.file, kept: EvidenceBySection(kept, sections, layout.file, widths), plans: plans)
        try AnswersInListOrder(persons: persons, answers: answers, file: layout.file, joined: joined)
            .run(context.threads)
        report.overlaps = EqualNIKPass.overlaps(overlaps)
        for role in doubtful.keys { doubtful[role]?.seal() }
        return (joined, report, doubtful.filter { $0.value.count > 0 })
    }

    /// Puts the people of a part into its index; returns the rows whose NIK came before.
    private func enter(_ chunks: [PersonChunk], _ index: PersonIndex) throws(Failure) -> [RepeatedNIK] {
        let counter = Counter()
        return try Workers.run(context.threads) { () throws(Failure) in
            (repeated: [RepeatedNIK](), pairs: WordPairs())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try state.pairs.read(chunks[number].chunk, layout.file)
                context.progress?.add(.part, chunks[number].chunk.count / 4)
                var again: [Int] = []
                index.add(state.pairs.first, payloads: state.pairs.second) { again.append($0) }
                for row in again {
                    state.repeated.append(
                        RepeatedNIK(
                            nik: state.pairs.first[row],
                            position: PersonIndex.position(ofPayload: state.pairs.second[row])))
                }
            }
        }.flatMap(\.repeated)
    }

    /// Enters the recordings of lists without names.
    private func enterRecordings(
        _ part: Int, _ index: PersonIndex, _ rows: inout [String: EvidenceRows], _ report: inout JoinReport
    ) throws(Failure) {
        let chunks = evidence.flatMap { $0.recordings[part] }
        let counter = Counter()
        let entered = try Workers.run(context.threads) { () throws(Failure) in
            (recordings: PartRecordings(context, plans), pairs: WordPairs())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: chunks.count) {
                if try stop.check() { return }
                try state.pairs.read(chunks[number], layout.file)
                state.recordings.enter(state.pairs.second, of: state.pairs.first, index) { _ in 0 }
            }
        }
        for entered in entered { entered.recordings.hand(to: &rows, &report) }
    }

    /// Enters the other lists' rows into the part.
    private func enterRows(
        _ part: Int, _ index: PersonIndex, _ shared: SharedNIKs, _ rows: inout [String: EvidenceRows],
        _ doubtful: inout [String: DoubtfulRows], _ report: inout JoinReport
    ) throws(Failure) {
        let known = evidence.flatMap { $0.rows[part] }
        let weighed = evidence.flatMap { $0.weighed[part] }
        let counter = Counter()
        let entered = try Workers.run(context.threads) { () throws(Failure) in
            (rows: PartRows(context, plans), words: [UInt64]())
        } _: { (state, stop) throws(Failure) in
            while let number = counter.next(below: known.count + weighed.count) {
                if try stop.check() { return }
                let chunk = number < known.count ? known[number] : weighed[number - known.count]
                try layout.file.read(chunk.count, at: chunk.place, into: &state.words)
                var at = 0
                if number < known.count {
                    var found: [EvidenceRecord] = []
                    while let record = EvidenceRecord(state.words, end: chunk.count, at: &at, widths) {
                        found.append(record)
                    }
                    state.rows.enter(found, index, shared)
                } else {
                    var found: [WeighedRecord] = []
                    while let record = WeighedRecord(state.words, end: chunk.count, at: &at, widths) {
                        found.append(record)
                    }
                    state.rows.enter(found, index, shared)
                }
            }
        }
        for thread in entered { thread.rows.hand(to: &rows, &doubtful, &report) }
    }

    /// Keeps the birth dates of the part's people beside their NIKs.
    private func noteBirths(_ part: Int, _ index: PersonIndex) throws(Failure) {
        var pairs = WordPairs()
        for chunk in persons.flatMap({ $0.births[part] }) {
            try pairs.read(chunk, layout.file)
            index.keys.note(pairs.second.map { UInt16(truncatingIfNeeded: $0) }, of: pairs.first)
        }
    }

    /// Writes what is known of each row of the part.
    private func answer(
        _ chunks: [PersonChunk], _ index: PersonIndex, _ marks: EqualNIKPass.Marks, _ evidence: [String: EvidenceRows],
        _ heldBack: Set<UInt64>, _ kept: [BucketWriter]
    ) throws(Failure) -> [BucketWriter] {
        let keeping = plans.flagged
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
                try state.pairs.read(chunks[number].chunk, layout.file)
                index.keys.read(state.pairs.first, payloads: &state.payloads, flags: &state.flags)
                state.words.removeAll(keepingCapacity: true)
                for row in state.pairs.first.indices {
                    let payload = state.payloads[row]
                    let position = PersonIndex.position(ofPayload: state.pairs.second[row])
                    let mark = PersonEntry(payload: payload).isRepeated ? marks.mark(position) : .first
                    state.words.append(JoinedEntry(payload: payload, flags: state.flags[row], mark: mark).word)
                    guard state.flags[row] & mask != 0 else { continue }
                    for plan in keeping where state.flags[row] & 1 << UInt16(plan.flag) != 0 {
                        guard let rows = evidence[plan.role.id],
                            plan.isNeeded(with: state.flags[row]) || mark == .shared
                                || heldBack.contains(state.pairs.first[row])
                        else { continue }
                        for found in rows.rows(of: state.pairs.first[row]) {
                            try state.kept.append(
                                EvidenceRecord(rows, found, flag: plan.flag).words, to: sections.number(of: position))
                        }
                    }
                }
                try layout.file.write(state.words[...], at: chunks[number].answers)
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

    mutating func read(_ chunk: Chunk, _ file: PartFile) throws(Failure) {
        try file.read(chunk.count, at: chunk.place, into: &words)
        first.removeAll(keepingCapacity: true)
        second.removeAll(keepingCapacity: true)
        for at in stride(from: 0, to: chunk.count - 1, by: 2) {
            first.append(words[at])
            second.append(words[at + 1])
        }
    }
}
