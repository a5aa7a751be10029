/// Second and third rows under one NIK: the same person again, with so much changed that the pair is K1, K2,
/// K3 or K4, or another person altogether.
enum Copies {
    static func copies(of person: Person, _ random: inout SeededRandom) -> [Person] {
        var copies: [Person] = []
        for _ in 0..<random.pick(weighted: [(6, 1), (3, 2), (1, 4)]) {
            copies.append(changed(random.chance(20) ? copies.last ?? person : person, &random))
        }
        return copies
    }

    private static func changed(_ person: Person, _ random: inout SeededRandom) -> Person {
        var copy = person
        switch random.number(1...18) {
        case 1...4: break
        case 5: copy.familyCard = String(person.familyCard.dropLast(4)) + Day.padded(random.number(1...9999), 4)
        case 6: copy.marital = random.pick(["B", "S", "P"])
        case 7: copy.disability = String(random.number(1...5))
        case 8: copy.address = random.pick(Words.addresses)
        case 9: copy.rt += 1
        case 10: copy.rw += 1
        case 11: copy.birthPlace = random.pick(Words.places)
        case 12: copy.sex = person.sex == "L" ? "P" : "L"
        case 13: copy.name = person.name + "a"
        case 14: copy.birth = person.birth.moved(by: random.pick([-1, 1, 30]))
        case 15: copy.familyCard = "7777777777777777"
        case 16: copy.name = person.name.replacing(" ", with: ", ")
        default:
            copy.name = random.pick(Words.maleNames)
            copy.birth = person.birth.previous
        }
        if random.chance(10) { copy.region = String(copy.region.dropLast()) + "4" }
        return copy
    }
}
