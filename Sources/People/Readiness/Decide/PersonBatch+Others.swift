import CEL
import Civil
import Columns
import Joining
import Linkage
import RoleLists
import Rules
import Schema

/// What is known of people by the other lists they stand on.
extension PersonBatch {
    mutating func fillOthers(_ count: Int) {
        let flags = evidence.flags
        var met: UInt16 = 0
        for flags in flags { met |= flags }
        for role in plan.others {
            let mask = UInt16(1) << UInt16(role.plan.flag)
            // Nobody here stands on most of the lists.
            if met & mask != 0 { fill(role, mask, flags, count) }
            if let presence = role.presence, !plan.marks.isEmpty { fillMarked(role, presence, count) }
        }
    }

    /// Fills the rows of one role.
    private mutating func fill(_ role: PersonFacts.OtherRole, _ mask: UInt16, _ flags: [UInt16], _ count: Int) {
        if let presence = role.presence { FlagBits.fill(&facts.bits[presence], where: flags, have: mask) }
        let id = role.plan.role.id
        guard let kept = evidence.rows[id], kept.count > 0 || !own.isEmpty || !answered.isEmpty else { return }
        let readsRows = role.readsRows && role.plan.keepsRows
        var persons: [Int32] = []
        var places: [(rows: EvidenceRows, place: Int)] = []
        for row in 0..<count where flags[row] & mask != 0 {
            if !readsRows && names[row] == nil { continue }
            var (rows, found) = self.rows(id, of: row, kept)
            if let here = role.here, let destination = role.destination {
                let before = found.count
                found.removeAll {
                    rows.states[destination][$0] == 1
                        && isHere(row, UInt32(truncatingIfNeeded: rows.numbers[destination][$0]))
                }
                if found.count < before { Bits.set(&facts.bits[here], row) }
            }
            if found.isEmpty, let presence = role.presence { Bits.clear(&facts.bits[presence], row) }
            guard let first = found.first else { continue }
            fill(role, rows, place: first, row: row, person: row, into: &facts)
            for place in found.dropFirst() {
                persons.append(Int32(row))
                places.append((rows, place))
            }
        }
        if persons.isEmpty { return }
        var more = FactBatch(layout: context.layout, capacity: persons.count)
        for (row, (rows, place)) in places.enumerated() {
            if let presence = role.presence { Bits.set(&more.bits[presence], row) }
            fill(role, rows, place: place, row: row, person: Int(persons[row]), into: &more)
        }
        further.append(FurtherRows(role: role.fact, person: persons, facts: more))
    }

    /// A mark stands for a list that was not given.
    private mutating func fillMarked(_ role: PersonFacts.OtherRole, _ presence: Int, _ count: Int) {
        let id = role.plan.role.id
        guard plan.marks.contains(where: { $0.roles.contains { $0.contains(id) } }) else { return }
        if areGiven(id) && regenciesWithout.isEmpty { return }
        for row in 0..<count where markStands(row, for: id) { Bits.set(&facts.bits[presence], row) }
    }

    /// Whether the person's mark stands for a list of a role, because none was given for their kabupaten.
    func markStands(_ row: Int, for role: String) -> Bool {
        (!areGiven(role) || isOfRegencyWithout(row)) && isMarked(row, role)
    }

    /// Whether lists of a role and of recordings were given.
    private func areGiven(_ role: String) -> Bool {
        isGiven(role) && plan.latest.map { isGiven($0.plan.role.id) } ?? true
    }

    /// Fills the facts of one row of another list into `row` of `facts`.
    private func fill(
        _ role: PersonFacts.OtherRole, _ rows: EvidenceRows, place: Int, row: Int, person: Int,
        into facts: inout FactBatch
    ) {
        for (column, slot) in role.codes.enumerated() {
            if let slot { facts.codes[slot][row] = rows.codes[column][place] }
        }
        for (column, number) in role.numbers.enumerated() {
            if let slot = number.slot {
                facts.numbers[slot][row] = rows.numbers[column][place]
                if rows.states[column][place] == 1 { Bits.set(&facts.numberKnown[slot], row) }
            }
            if let given = number.given, rows.states[column][place] != 0 { Bits.set(&facts.bits[given], row) }
        }
        if let unnamed = role.unnamed, names[person] != nil, rows.names[place] == 0 {
            Bits.set(&facts.bits[unnamed], row)
        }
        if let outlived = role.outlived, let dated = role.dated, rows.states[dated][place] == 1,
            let seen = lastSign(of: person, role), seen > rows.numbers[dated][place]
        {
            Bits.set(&facts.bits[outlived], row)
        }
    }

    /// The day of the last row of a list that shows somebody alive: a recording of a class that says so, or any row of
    /// the other lists.
    private func lastSign(of row: Int, _ role: PersonFacts.OtherRole) -> Int32? {
        var last: Int32?
        for id in role.outlivedBy {
            if let latest = plan.latest, id == latest.plan.role.id {
                let isSettled =
                    names[row] != nil || evidence.flags[row] & 1 << UInt16(latest.plan.flag) != 0
                    || !isListed(row, latest)
                var found = RecordingEvidence(context.ranks)
                if !isSettled, let recording = PersonEntry(payload: evidence.payloads[row]).recording {
                    found.add(recording.packed(context.ranks)) { _, _ in false }
                }
                if let day = isSettled ? recordedOn[row] : found.lastDay?.dayNumber { last = max(last ?? day, day) }
            } else if let other = plan.others.first(where: { $0.plan.role.id == id }), let dated = other.dated,
                let kept = evidence.rows[id], evidence.flags[row] & 1 << UInt16(other.plan.flag) != 0
            {
                let (rows, places) = self.rows(id, of: row, kept)
                for place in places where rows.states[dated][place] == 1 {
                    last = max(last ?? rows.numbers[dated][place], rows.numbers[dated][place])
                }
            }
        }
        return last
    }

    /// Whether somewhere that a list names is where the person lives: every region it may mean holds the person's own.
    private mutating func isHere(_ row: Int, _ text: UInt32) -> Bool {
        let codes = destinations[text] ?? context.bearers.codes(of: context.destinations[text])
        destinations[text] = codes
        let region = RegionCode(trusted: regions[row])
        return !codes.isEmpty && !region.isUnknown && codes.allSatisfy { region.description.hasPrefix($0) }
    }
}
