import CEL
import Civil
import Columns
import Joining
import Linkage
import RoleLists
import Rules
import Schema

/// What is known of people's recordings: by lists, by answers, or by the population list's own mark.
extension PersonBatch {
    /// Fills what is known by lists of recordings, or by the mark that stands for them.
    mutating func fillRecordings(_ count: Int) {
        guard let latest = plan.latest else { return }
        settleRecordings(latest, count)
        if let presence = latest.presence {
            Bits.fill(&facts.bits[presence], count: count) { PersonEntry(payload: evidence.payloads[$0]).hasRecording }
        }
        if let code = latest.code {
            // By rank; 0 = no recording, or a class the fact has no word for.
            var numbers = [UInt8](repeating: 0, count: 256)
            for (rank, number) in latest.numbers.prefix(255).enumerated() { numbers[rank] = number }
            let table = numbers.span
            let payloads = evidence.payloads
            let entries = payloads.span
            var codes = facts.codes[code].mutableSpan
            for row in 0..<count { codes[row] = table[Int(PersonEntry(payload: entries[row]).rank ?? 255)] }
        }
        if latest.date != nil || latest.given != nil {
            for row in 0..<count {
                guard let day = PersonEntry(payload: evidence.payloads[row]).recording?.day else { continue }
                if let date = latest.date {
                    facts.numbers[date][row] = day.dayNumber
                    Bits.set(&facts.numberKnown[date], row)
                }
                if let given = latest.given { Bits.set(&facts.bits[given], row) }
            }
        }
    }

    /// Puts the recording that decides into the entries of people for whom more is to be weighed than the index has.
    private mutating func settleRecordings(_ latest: PersonFacts.Latest, _ count: Int) {
        recordedOn.removeAll(keepingCapacity: true)
        firstRecording.removeAll(keepingCapacity: true)
        if !isGiven(latest.plan.role.id) || !regenciesWithout.isEmpty {
            for row in 0..<count { settle(row, latest) }
            return
        }
        let beside = UInt16(1) << UInt16(latest.plan.flag)
        for row in names.keys where evidence.flags[row] & beside == 0 { settle(row, latest) }
        let known = evidence.flags
        let flags = known.span
        for row in flags.indices where flags[row] & beside != 0 { settle(row, latest) }
    }

    /// Whether lists of recordings speak of the person at all.
    func isListed(_ row: Int, _ latest: PersonFacts.Latest) -> Bool {
        isGiven(latest.plan.role.id) && !isOfRegencyWithout(row)
    }

    private mutating func settle(_ row: Int, _ latest: PersonFacts.Latest) {
        let isBeside = evidence.flags[row] & 1 << UInt16(latest.plan.flag) != 0
        let isListed = isListed(row, latest)
        let texts = context.statusTexts
        var recordings = RecordingEvidence(context.ranks)
        let entry = PersonEntry(payload: evidence.payloads[row])
        if isListed, names[row] == nil, let recording = entry.recording {
            recordings.add(recording.packed(context.ranks)) { texts.precedes($0, $1) }
        }
        if isBeside, let kept = evidence.rows[latest.plan.role.id] {
            let (rows, places) = rows(latest.plan.role.id, of: row, kept)
            for place in places where isListed || rows.orders[place] & RecordingEvidence.answerBit != 0 {
                recordings.add(rows.orders[place]) { texts.precedes($0, $1) }
            }
        }
        if !isListed, let mark = markedRank(row) {
            recordings.add(Recording(day: nil, rank: mark, text: 0).packed(context.ranks)) { texts.precedes($0, $1) }
        }
        recordedOn[row] = recordings.lastDay?.dayNumber
        firstRecording[row] = recordings.firstRecorded
        evidence.payloads[row] = entry.with(recordings.deciding, context.ranks)
        if let slot = latest.contradicted, recordings.isContradicted { Bits.set(&facts.bits[slot], row) }
        if let slot = latest.hadCard, recordings.hadCard { Bits.set(&facts.bits[slot], row) }
    }

    /// The rank of the recording for which the person's mark stands; nil where it stands for none.
    private func markedRank(_ row: Int) -> UInt8? {
        for mark in plan.marks {
            let code = Int(facts.codes[plan.codes[mark.place].slot][row])
            if mark.ranks.indices.contains(code), let rank = mark.ranks[code] { return rank }
        }
        return nil
    }

    /// Whether the person's mark says that they stand on a list of a role.
    func isMarked(_ row: Int, _ role: String) -> Bool {
        plan.marks.contains { mark in
            let code = Int(facts.codes[plan.codes[mark.place].slot][row])
            return mark.roles.indices.contains(code) && mark.roles[code].contains(role)
        }
    }

    func isGiven(_ role: String) -> Bool { context.givenRoles.contains(role) }

    /// Whether recordings were given, but none of anybody of the person's kabupaten.
    func isOfRegencyWithout(_ row: Int) -> Bool {
        if regenciesWithout.isEmpty { return false }
        return RegionCode(trusted: regions[row]).firstFourDigits.map { regenciesWithout.contains(UInt16(clamping: $0)) }
            ?? false
    }

    /// Says of which roles a list was given that speaks of the person.
    mutating func fillGiven(_ count: Int) {
        for (role, slot) in plan.given where isGiven(role) {
            Bits.fill(&facts.bits[slot], count: count) { _ in true }
            guard role == plan.latest?.plan.role.id, !regenciesWithout.isEmpty else { continue }
            for row in 0..<count where isOfRegencyWithout(row) { Bits.clear(&facts.bits[slot], row) }
        }
    }
}
