import Linkage
import Testing

@Suite struct EqualNIKsTests {
    private func row(_ place: UInt64, identity: UInt64 = 1, _ classes: UInt64?...) -> EqualNIKs.Row {
        EqualNIKs.Row(key: 1, place: place, identity: identity, classes: classes)
    }

    @Test func rowsOfDifferentPeopleShareTheirNIK() {
        let rows = [row(0, 1, 1), row(1, identity: 2, 1, 1), row(2, 1, 1)]
        #expect(EqualNIKs.marks(rows[...]) == [.shared, .shared, .shared])
    }

    @Test func theEarliestRowBearsNoMark() {
        let rows = [row(0, 10, 20), row(1, 10, 20), row(2, 11, 20), row(3, 11, 21)]
        #expect(EqualNIKs.marks(rows[...]) == [.first, .duplicate(0), .duplicate(1), .duplicate(0)])
    }

    @Test func aRowThatCannotBeOfAClassEqualsNothingInIt() {
        let rows = [row(0, nil, 20), row(1, nil, 20), row(2, nil, 21)]
        #expect(EqualNIKs.marks(rows[...]) == [.first, .duplicate(1), .first])
    }

    @Test func noRowsNoMarks() {
        #expect(EqualNIKs.marks([]).isEmpty)
    }
}
