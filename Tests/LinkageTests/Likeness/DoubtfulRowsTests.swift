import Civil
import Testing

@testable import Linkage

@Suite struct DoubtfulRowsTests {
    private static let likeness = NameLikeness(dropped: [], writtenOut: [:], alikeFrom: 7000)

    private func rows(_ keys: [UInt64], name: String = "BUDI SIREGAR", birth: Int32 = 100) -> DoubtfulRows {
        var rows = DoubtfulRows(EvidenceRows(codeColumns: 0, numberColumns: 0))
        for key in keys {
            rows.append(birth: CivilDate(dayNumber: birth), name: name, list: 3) {
                $0.append(key: key, order: key * 10)
            }
        }
        return rows
    }

    @Test func rowsOfAllThreadsAreFoundByTheirNIK() {
        var all = rows([7, 9])
        all.append(contentsOf: rows([9]))
        all.seal()
        #expect(all.rows(of: 9) == [1, 2] && all.rows(of: 7) == [0] && all.rows(of: 8).isEmpty)
        #expect(all.count == 3 && all.lists == [3, 3, 3] && all.rows.orders == [70, 90, 90])
    }

    /// Another's only where both the birth date and the name differ.
    @Test(
        arguments: [
            (100, "BUDI SIREGAR", false), (100, "AGUS SANTOSO", false), (200, "SIREGAR BUDI", false),
            (200, "AGUS SANTOSO", true),
        ] as [(Int32, String, Bool)])
    func bothMustDiffer(_ birth: Int32, _ name: String, _ isAnother: Bool) {
        let row = rows([7])
        #expect(row.isAnother(0, name: name, birth: CivilDate(dayNumber: birth), Self.likeness) == isAnother)
    }
}
