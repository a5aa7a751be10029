import CEL
import Civil
import Joining
import Linkage
import RoleLists
import Schema

/// Since when it is known that people have recorded.
extension PersonBatch {
    /// Whether somebody who may not count as recorded has a row that shows they once were: only where recordings of
    /// theirs were weighed against each other.
    func wasRecorded(_ row: Int) -> Bool { firstRecording[row].map { $0 != .never } ?? false }

    /// The first row that counts and shows it; an answer of the office dates nothing.
    func firstRecorded(_ row: Int) -> FirstRecorded {
        var first = firstRecording[row] ?? .never
        if firstRecording[row] == nil, let recording = PersonEntry(payload: evidence.payloads[row]).recording {
            first = context.ranks.firstRecorded(recording)
        }
        for role in plan.showingRecorded {
            guard let presence = role.presence, Bits.isSet(facts.bits[presence], row) else { continue }
            first = first.earlier(firstRow(of: role, row))
        }
        return first
    }

    /// The first row of a role by which somebody was recorded; a mark that stands for one has no day.
    private func firstRow(of role: PersonFacts.OtherRole, _ row: Int) -> FirstRecorded {
        let id = role.plan.role.id
        if markStands(row, for: id) { return .undated }
        guard evidence.flags[row] & 1 << UInt16(role.plan.flag) != 0 else { return .undated }
        guard let dated = role.dated, let kept = evidence.rows[id] else { return .never }
        let (rows, places) = rows(id, of: row, kept)
        var first = FirstRecorded.never
        for place in places {
            if rows.states[dated][place] == 1 {
                first = first.earlier(.on(CivilDate(dayNumber: rows.numbers[dated][place])))
            } else if context.isOwn(rows.orders[place], role: id) {
                first = .undated
            }
        }
        return first
    }
}
