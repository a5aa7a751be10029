import Testing

@testable import Outreach

/// Numbers stand in place of family cards: one for each card, whatever list its people are on.
@Suite struct HouseholdsTests {
    private func person(_ nkk: UInt64?, _ list: FieldPerson.List = .visit) -> FieldPerson {
        FieldPerson(
            list: list, region: "1271901001", nik: "", nkk: nkk, name: "", sex: "", address: "", rt: "", rw: "",
            tps: "", outcome: "", nextStep: "", reasons: [], isFirstTime: false, isFailed: false)
    }

    @Test func numbersFollowTheFirstMeeting() {
        var households = Households()
        let people = households.number([person(70), person(50), person(nil), person(70), person(60)])
        #expect(people.map(\.household) == [1, 2, nil, 1, 3])
    }

    /// The office's list comes after that of the visits, and knows the same households.
    @Test func listsOfADesaShareTheirNumbers() {
        var households = Households()
        let visits = households.number([person(50), person(60)])
        let office = households.number([person(60, .office), person(80, .office), person(50, .office)])
        #expect(visits.map(\.household) == [1, 2])
        #expect(office.map(\.household) == [2, 3, 1])
    }

    /// As many numbers as cards, from 1 on without a gap.
    @Test(arguments: [1, 2, 7, 100]) func asManyNumbersAsCards(cards: UInt64) {
        var households = Households()
        let people = households.number((0..<3 * cards).map { person($0 * 11 % cards) })
        #expect(Set(people.map(\.household)) == Set((1...Int(cards)).map(Optional.some)))
        let byCard = Dictionary(grouping: people) { $0.nkk }
        #expect(byCard.values.allSatisfy { Set($0.map(\.household)).count == 1 })
    }
}
