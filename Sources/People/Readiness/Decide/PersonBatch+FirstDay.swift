import Civil
import Joining
import Linkage
import Schema

/// Since when it is known that people have recorded.
extension PersonBatch {
    /// Whether somebody who may not count as recorded has a row that shows they once were: only where recordings of
    /// theirs were weighed against each other.
    func wasRecorded(_ row: Int) -> Bool { firstRecordedOn[row].map { $0 != WeekCounts.undated } ?? false }

    /// The first day on which a row that counts shows that biometrics were taken; `WeekCounts.undated` where none
    /// has one.
    func firstRecorded(_ row: Int) -> Int32 {
        var first = WeekCounts.undated
        if let settled = firstRecordedOn[row] {
            first = settled
        } else if let recording = PersonEntry(payload: evidence.payloads[row]).recording,
            let day = context.ranks.day(recording)
        {
            first = day.dayNumber
        }
        if evidence.flags[row] & plan.showingRecorded == 0 { return first }
        for role in plan.others where evidence.flags[row] & 1 << UInt16(role.plan.flag) & plan.showingRecorded != 0 {
            guard let dated = role.dated, let kept = evidence.rows[role.plan.role.id] else { continue }
            let (rows, places) = rows(role.plan.role.id, of: row, kept)
            for place in places where rows.states[dated][place] == 1 {
                let day = rows.numbers[dated][place]
                first = first == WeekCounts.undated ? day : min(first, day)
            }
        }
        return first
    }
}
