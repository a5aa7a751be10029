import Foundation

/// Whom a row of another list names: the person in every spelling, one of several under a NIK, nobody, or somebody
/// else.
struct Naming {
    let spelling: Spelling
    /// Whether the row may be another's: other name and other birth date.
    let mayBeStranger: Bool

    func cells(of people: [Person], _ random: inout SeededRandom) -> [String: String] {
        let person = random.pick(people)
        var name = person.name
        var birth = spelling.dateCell(person.birth, broken: 2, &random)
        switch random.number(1...100) {
        case 1...12: name = Naming.variant(of: person.name, &random)
        case 13...18:
            // A near name beside another date: likeness alone decides.
            guard mayBeStranger else { break }
            name = Naming.near(person.name, &random)
            birth = spelling.date(person.birth.moved(by: random.number(1...400)), &random)
        case 19...22: name = Naming.stranger(&random)
        case 23...25:
            name = Naming.stranger(&random)
            let swapped = Day(person.birth.year, person.birth.day, person.birth.month)
            birth = spelling.date(swapped ?? person.birth, &random)
        case 26...28:
            guard mayBeStranger else { break }
            name = Naming.stranger(&random)
            birth = spelling.date(person.birth.moved(by: random.pick([-30, -1, 1, 365, 4000])), &random)
        case 29...31: name = random.pick(["", "-", "123", "0"])
        case 32...34: birth = random.pick(Words.missingDates + ["30-02-1990", "TIDAK ADA"])
        case 35...37: birth = spelling.date(person.birth.moved(by: 1), &random)
        default: break
        }
        return ["name": spelling.text(name, &random), "birth_date": birth, "sex": person.sex]
    }

    /// A name that is nobody's here.
    static func stranger(_ random: inout SeededRandom) -> String {
        random.pick(["Oloan Hutabarat", "Fitri Damanik", "Qomaruddin", "Wira Yudha Kesuma", "Eka"])
    }

    /// The same name as another office writes it.
    static func variant(of name: String, _ random: inout SeededRandom) -> String {
        let words = name.split(separator: " ").map(String.init)
        switch random.number(1...9) {
        case 1: return words.reversed().joined(separator: " ")
        case 2: return words.first ?? name
        case 3: return words.last ?? name
        case 4: return random.pick(["H. ", "Hj. ", "Drs. ", "Alm ", "IR "]) + name
        case 5: return name + random.pick([", S.H.", ", S.Pd, M.M.", " br. Purba", " Bin Ali"])
        case 6: return name.prefix(1) + ". " + words.dropFirst().joined(separator: " ")
        case 7: return words.map { Naming.otherForm[$0.uppercased()] ?? $0 }.joined(separator: " ")
        case 8: return name.replacing("'", with: random.pick(["’", "‘", "ʼ", "′", "´", "`"]))
        default: return name.decomposedStringWithCanonicalMapping
        }
    }

    /// A name with letters doubled, dropped or changed: likeness on both sides of the line.
    static func near(_ name: String, _ random: inout SeededRandom) -> String {
        var letters = Array(name.unicodeScalars)
        for _ in 0..<random.number(1...7) where letters.count > 2 {
            let place = random.number(0...(letters.count - 1))
            switch random.number(1...4) {
            case 1: letters.insert(letters[place], at: place)
            case 2: letters.remove(at: place)
            case 3: letters.swapAt(place, random.number(0...(letters.count - 1)))
            default: letters[place] = random.pick(["a", "i", "u", "n", "r", "s", "t", " "])
            }
        }
        return Text.string(letters)
    }

    private static let otherForm = [
        "MUHAMMAD": "Moh.", "MHD": "Muhamad", "ABDUL": "Abd", "ABD": "Abdul", "AHMAD": "Achmad", "SITI": "Sitti",
        "ST": "Siti",
    ]
}
