/// A person's cells as lists spell them: the same fact in many forms, and some that are none.
struct Spelling {
    /// Whether this list mixes forms freely (else it is mostly tidy).
    let isWild: Bool
    let delimiter: String

    func text(_ text: String, _ random: inout SeededRandom) -> String {
        guard isWild || random.chance(10) else { return text }
        switch random.number(1...8) {
        case 1, 2: return text.uppercased()
        case 3: return text.lowercased()
        case 4: return text.replacing(" ", with: "  ")
        case 5: return " " + text
        case 6: return text + " "
        default: return text
        }
    }

    func date(_ day: Day, _ random: inout SeededRandom) -> String {
        let (d, m, y) = (Day.padded(day.day, 2), Day.padded(day.month, 2), Day.padded(day.year, 4))
        let month = DateCell.monthNames[day.month - 1]
        switch random.number(1...12) {
        case 1, 2: return delimiter == "|" ? "\(d)-\(m)-\(y)" : "\(d)|\(m)|\(y)"
        case 3: return "\(d)-\(m)-\(y)"
        case 4: return "\(d)/\(m)/\(y)"
        case 5: return "\(d).\(m).\(y)"
        case 6: return "\(y)-\(m)-\(d)"
        case 7: return "\(y)-\(m)-\(d) 00:00:00"
        case 8: return "\(y)-\(m)-\(d)T12:30:00"
        case 9: return "\(d) \(month) \(y)"
        case 10: return "\(d)-\(month.prefix(3))-\(y)"
        case 11: return "\(d) \(month.uppercased()) \(y)"
        default: return " \(d)-\(m)-\(y) "
        }
    }

    /// A date cell: mostly the day, sometimes empty, sometimes no date at all.
    func dateCell(_ day: Day?, broken: Int, _ random: inout SeededRandom) -> String {
        if random.chance(broken) {
            return random.chance(30) ? "" : random.pick(Words.brokenDates.filter { !$0.contains(delimiter) })
        }
        return day.map { date($0, &random) } ?? ""
    }

    func number(_ number: Int, _ random: inout SeededRandom) -> String {
        switch random.number(1...12) {
        case 1...4: return Day.padded(number, 3)
        case 5: return Day.padded(number, 2)
        case 6: return " \(number)"
        case 7: return number == 0 ? "" : String(number)
        default: return String(number)
        }
    }

    func region(_ region: String, _ random: inout SeededRandom) -> String {
        let digits = Array(region)
        switch random.number(1...40) {
        case 1...4:
            return "\(region.prefix(2)).\(String(digits[2...3])).\(String(digits[4...5])).\(String(digits[6...9]))"
        case 5: return "  " + region + " "
        case 6: return String(region.prefix(6))
        case 7: return String(region.prefix(4))
        case 8: return String(region.prefix(2))
        case 9: return String(region.dropLast())
        case 10: return region + "1"
        case 11: return random.pick(["", "", "ABC", "7"])
        default: return region
        }
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
            (40, ""), (15, "B"), (15, "S"), (15, "K"), (3, "s "), (3, "X"), (2, "SUDAH REKAM"), (2, "CARD_PRINTED"),
            (2, "prr"), (2, "BELUM REKAM"),
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
