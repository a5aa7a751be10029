import Linkage
import Testing

@Suite struct EqualNIKsTests {
    private typealias Row = (identity: UInt64, classes: [UInt64])

    private func row(identity: UInt64 = 1, _ classes: UInt64?...) -> Row {
        (identity, classes.map { $0 ?? EqualNIKs.Digests.none })
    }

    /// The marks of rows that stand behind one of another NIK.
    private func marks(_ rows: [Row]) -> [EqualNIKs.Mark] {
        var digests = EqualNIKs.Digests(rows: rows.count + 1, classes: rows.first?.classes.count ?? 0)
        for (number, row) in rows.enumerated() {
            digests.set(number + 1, from: [7, row.identity, 0] + row.classes, at: 1)
        }
        var marks = [EqualNIKs.Mark](repeating: .duplicate(9), count: rows.count + 1)
        EqualNIKs.mark(1..<rows.count + 1, of: digests, in: &marks)
        #expect(marks[0] == .duplicate(9))
        return Array(marks.dropFirst())
    }

    @Test func rowsOfDifferentPeopleShareTheirNIK() {
        #expect(marks([row(1, 1), row(identity: 2, 1, 1), row(1, 1)]) == [.shared, .shared, .shared])
    }

    @Test func theEarliestRowBearsNoMark() {
        let rows = [row(10, 20), row(10, 20), row(11, 20), row(11, 21)]
        #expect(marks(rows) == [.first, .duplicate(0), .duplicate(1), .duplicate(0)])
    }

    @Test func aRowThatCannotBeOfAClassEqualsNothingInIt() {
        #expect(marks([row(nil, 20), row(nil, 20), row(nil, 21)]) == [.first, .duplicate(1), .first])
    }

    @Test func noRowsNoMarks() {
        #expect(marks([]).isEmpty)
    }

    /// A NIK that very many rows bear is marked as its first rows alone would be.
    @Test(arguments: 0..<8)
    func manyRowsAreMarkedAsFewAre(seed: UInt64) {
        var state = seed
        func next(_ bound: UInt64) -> UInt64? {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = state >> 33 % bound
            return number == 0 ? nil : number
        }
        let rows = (0..<60).map { _ in row(next(40), next(20), next(10)) }
        let all = marks(rows)
        for count in [3, 16, 17, 40] { #expect(marks(Array(rows.prefix(count))) == Array(all.prefix(count))) }
        #expect(marks(rows.map { ($0.identity, []) }).allSatisfy { $0 == .first })
    }
}
