import CEL
import Joining
import Linkage
import RoleLists
import Tabular

/// What answers of the field and the office say of single rows, whatever NIK they bear.
extension PersonBatch {
    /// Takes in the answers that speak of rows of the block.
    mutating func takeAnswers(_ count: Int) {
        answered.removeAll(keepingCapacity: true)
        guard count > 0, let answers else { return }
        for key in answers.people(ofList: place, rows: block.rowNumber(0)...block.rowNumber(count - 1)) {
            guard let row = block.row(numbered: RowAnswers.row(of: key)) else { continue }
            answered[row] = key
            for (_, flag, rows) in answersByRole where !rows.rows(of: key).isEmpty {
                evidence.flags[row] |= 1 << UInt16(flag)
            }
            if let slot = plan.confirmed, answers.isConfirmed(key) { Bits.set(&facts.bits[slot], row) }
        }
        guard answers.confirmsNIKs, let slot = plan.confirmedForAnother else { return }
        for (row, mark) in evidence.marks where mark == .shared {
            if answers.confirmsAnother(than: names[row] ?? 1, nik: keys[row]) { Bits.set(&facts.bits[slot], row) }
        }
    }

    /// Adds what answers give of a role to the rows that are about a person: theirs by name, for a NIK they may share.
    func withAnswers(
        _ role: String, of row: Int, _ found: (rows: EvidenceRows, places: [Int])
    ) -> (rows: EvidenceRows, places: [Int]) {
        guard let key = answered[row], let given = answers?.rows[role] else { return found }
        let more = given.rows(of: key)
        if more.isEmpty { return found }
        var rows = found.rows
        rows.removeAll()
        for place in found.places { rows.append(found.rows, place, name: found.rows.names[place]) }
        for place in more { rows.append(given, place, name: names[row] ?? 0) }
        return (rows, Array(0..<rows.count))
    }
}
