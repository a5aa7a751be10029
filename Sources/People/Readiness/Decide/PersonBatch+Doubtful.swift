import CEL
import Civil
import Columns
import Joining
import Linkage
import RoleLists

/// Rows of other lists that may be another's: the names of the people are at hand now.
extension PersonBatch {
    /// Tells which of the rows that were kept for it are of the people of the block.
    mutating func weighDoubtful(_ count: Int) {
        own.removeAll(keepingCapacity: true)
        guard let likeness, !doubtful.isEmpty else { return }
        for row in 0..<count where EvidencePlans.isBeside(evidence.flags[row]) {
            let person = person(row)
            for (role, flag, rows) in doubtful {
                for place in rows.rows(of: keys[row]) {
                    let isAnother =
                        person.map { rows.isAnother(place, name: $0.name, birth: $0.birth, likeness) } ?? false
                    weighed.add(role, place, isAnother: isAnother)
                    if isAnother {
                        if let slot = plan.rowOfAnother { Bits.set(&facts.bits[slot], row) }
                    } else {
                        own[row, default: [:]][role, default: []].append(place)
                        evidence.flags[row] |= 1 << UInt16(flag)
                    }
                }
            }
        }
    }

    /// By what rows are told from the person's; nil where the person has no real birth date or no name with a letter, so
    /// that every row counts.
    private func person(_ row: Int) -> (name: String, birth: CivilDate)? {
        guard birthStates[row] == 1, let name = RowNames.compared(nameText(row), context.apostrophes) else {
            return nil
        }
        return (name, CivilDate(dayNumber: births[row]))
    }

    /// The rows of a role that are about a person, and which of `rows` they are.
    ///
    /// - Parameter kept: the rows of the role as the store has them.
    func rows(_ role: String, of row: Int, _ kept: EvidenceRows) -> (rows: EvidenceRows, places: [Int]) {
        withAnswers(role, of: row, listed(role, of: row, kept))
    }

    /// Those of them that stand on lists.
    private func listed(_ role: String, of row: Int, _ kept: EvidenceRows) -> (rows: EvidenceRows, places: [Int]) {
        var places = Array(kept.rows(of: keys[row]))
        if let name = names[row] { places.removeAll { kept.names[$0] != 0 && kept.names[$0] != name } }
        guard let weighed = own[row]?[role], let doubtful = doubtful.first(where: { $0.role == role })?.rows else {
            return (kept, places)
        }
        var rows = kept
        rows.removeAll()
        for place in places { rows.append(kept, place, name: kept.names[place]) }
        for place in weighed { rows.append(doubtful.rows, place, name: 0) }
        rows.seal()
        return (rows, Array(0..<rows.count))
    }
}
