import Foundation

/// A person's cells as lists spell them: the same fact in many forms, and some that are none.
struct Spelling {
    /// Whether this list mixes forms freely (else it is mostly tidy).
    let isWild: Bool
    let delimiter: String

    func text(_ text: String, _ random: inout SeededRandom) -> String {
        guard isWild || random.chance(10) else { return text }
        switch random.number(1...10) {
        case 1, 2: return text.uppercased()
        case 3: return text.lowercased()
        case 4: return text.replacing(" ", with: "  ")
        case 5: return " " + text
        case 6: return text + " "
        case 7: return text.replacing("'", with: random.pick(["’", "‘", "ʼ", "′", "´", "`"]))
        case 8: return text.decomposedStringWithCanonicalMapping
        default: return text
        }
    }

    func date(_ day: Day, _ random: inout SeededRandom) -> String {
        let (d, m, y) = (Day.padded(day.day, 2), Day.padded(day.month, 2), Day.padded(day.year, 4))
        let month = DateCell.monthNames[day.month - 1]
        let pipes = delimiter == "|" ? "\(d)-\(m)-\(y)" : "\(d)|\(m)|\(y)"
        return random.pick(
            [
                "\(d)-\(m)-\(y)", "\(d)-\(m)-\(y)", "\(d)/\(m)/\(y)", "\(d).\(m).\(y)", "\(y)-\(m)-\(d)",
                "\(d) \(month) \(y)", "\(d)-\(month.prefix(3))-\(y)", "\(d) \(month.uppercased()) \(y)", pipes,
                " \(d)-\(m)-\(y) ", "\(y)-\(m)-\(d) 00:00:00", "\(y)-\(m)-\(d)T12:30:00",
            ] + Spelling.otherForms(of: day, month: month))
    }

    /// One-digit days and months, other names of months, and a time after any form.
    private static func otherForms(of day: Day, month: String) -> [String] {
        let (d, m, y) = (day.day, day.month, day.year)
        let old = [2: "Pebruari", 8: "Agt", 11: "Nopember"][m] ?? month
        return [
            "\(d)/\(m)/\(y)", "\(d)-\(m)-\(y) 0:00", "\(d)/\(m)/\(y) 00.00", "\(d) \(old) \(y)",
            "\(d)-\(old)-\(y) 00:00:00", "\(d).\(m).\(y) 07:30:00 AM",
            "\(y)-\(Day.padded(m, 2))-\(Day.padded(d, 2)) 01:00 PM",
            "\(y)-\(Day.padded(m, 2))-\(Day.padded(d, 2))T00:00:00Z", "\(d) \(month) \(y) 09:15",
            "\(y)-\(Day.padded(m, 2))-\(Day.padded(d, 2))T00:00:00+07:00",
        ]
    }

    /// A date cell: mostly the day, sometimes empty, sometimes no date at all.
    func dateCell(_ day: Day?, broken: Int, _ random: inout SeededRandom) -> String {
        if random.chance(broken) {
            let cells = random.chance(30) ? Words.missingDates : Words.brokenDates
            return random.pick(cells.filter { !$0.contains(delimiter) })
        }
        return day.map { date($0, &random) } ?? ""
    }

    func number(_ number: Int, _ random: inout SeededRandom) -> String {
        switch random.number(1...12) {
        case 1...4: return Day.padded(number, 3)
        case 5: return Day.padded(number, 2)
        case 6: return " \(number)"
        case 7: return number == 0 ? "" : String(number)
        case 8: return "\(number).0"
        default: return String(number)
        }
    }

    func region(_ region: String, _ random: inout SeededRandom) -> String {
        switch random.number(1...40) {
        case 1...4: return dotted(region)
        case 5: return "  " + region + " "
        case 6: return String(region.prefix(6))
        case 7: return String(region.prefix(4))
        case 8: return String(region.prefix(2))
        case 9: return String(region.dropLast())
        case 12: return region + ".0"
        case 10: return region + "1"
        case 11: return random.pick(["", "", "ABC", "7"])
        default: return region
        }
    }

    /// A region code as offices write it: 12.71.90.1001.
    func dotted(_ code: String) -> String {
        let digits = Array(code)
        let ends = [2, 4, 6, 10].filter { $0 <= digits.count }
        return zip([0] + ends, ends).map { String(digits[$0..<$1]) }.joined(separator: ".")
    }

    /// The cells of a person by column id, with all their damage.
    func cells(of person: Person, _ random: inout SeededRandom) -> [String: String] {
        var cells: [String: String] = [:]
        cells["nik"] = nik(person.nik, &random)
        cells["nkk"] =
            random.chance(isWild ? 15 : 3) ? NIKDamage.lossless(person.familyCard, &random) : person.familyCard
        if random.chance(2) { cells["nkk"] = random.pick(["", "123", "1271****"]) }
        cells["name"] = text(person.name, &random)
        cells["birth_place"] = text(person.birthPlace, &random)
        cells["birth_date"] = dateCell(person.birth, broken: 4, &random)
        cells["marital_status"] = code(person.marital, Words.marital, &random)
        cells["sex"] = code(person.sex, Words.sex, &random)
        cells["address"] = text(person.address, &random)
        cells["rt"] = random.chance(2) ? random.pick(["", "A", "3A"]) : number(person.rt, &random)
        cells["rw"] = number(person.rw, &random)
        cells["disability"] = random.chance(1) ? "X" : person.disability
        cells["region"] = region(person.region, &random)
        let parts = Array(person.region)
        cells["region_province"] = String(parts[0...1])
        cells["region_regency"] =
            random.chance(20) ? " " + String(parts[2...3]) : String(Int(String(parts[2...3])) ?? 0)
        cells["region_district"] = String(parts[4...5])
        cells["region_village"] =
            random.chance(5) ? "" : random.pick([String(parts[6...9]), String(parts[6...9]) + " "])
        if random.chance(3) {
            for part in ["province", "regency", "district", "village"] { cells["region_" + part] = "" }
        }
        cells["tps"] = number(person.tps, &random)
        cells["ktp_el"] = random.pick(weighted: [
            (30, ""), (15, "B"), (15, "S"), (15, "K"), (3, "s "), (3, "X"), (2, "SUDAH REKAM"), (2, "CARD_PRINTED"),
            (2, "prr"), (2, "BELUM REKAM"), (1, "BELUM_WAJIB"), (1, "Card_Issued"), (1, "DUPLICATE_RECORD"),
            (1, "ENROLL_FAILURE_AT_CENTRAL"), (1, "ADJUDICATE_RECORD"),
        ])
        cells["citizenship"] =
            person.citizenship == "WNA"
            ? random.pick(["WNA", "wna", " WNA"]) : random.pick(["WNI", "WNI", "Wni", "", "X"])
        return cells
    }

    func nik(_ nik: String, _ random: inout SeededRandom) -> String {
        switch random.number(1...100) {
        case 1...10: return NIKDamage.lossless(nik, &random)
        case 11...14: return NIKDamage.unusable(nik, &random)
        default: return nik
        }
    }

    private func code(_ code: String, _ words: [String: [String]], _ random: inout SeededRandom) -> String {
        if random.chance(4) { return random.chance(50) ? "" : random.pick(Words.unmapped) }
        return isWild ? random.pick(words[code] ?? [code]) : code
    }
}
