/// A NIK as lists spell it: written out cleanly, in every form that cleaning undoes, and in every way it is
/// no NIK.
enum NIKDamage {
    static func lossless(_ nik: String, _ random: inout SeededRandom) -> String {
        switch random.number(1...14) {
        case 1: return " " + nik + "  "
        case 2: return nik + "\u{A0}"
        case 3: return "\u{200B}" + nik
        case 4: return "\u{FEFF}" + nik
        case 5: return "'" + nik
        case 6: return "=\"" + nik + "\""
        case 7: return parted(nik, [6, 12], ".")
        case 8: return parted(nik, [6, 12], "-")
        case 9: return parted(nik, [4, 8, 12], " ")
        case 10: return parted(nik, [2, 4, 6], ".")
        case 11: return nik + ".0"
        case 12: return "\u{3000}" + nik + "\u{2009}"
        case 13: return "' " + nik
        default: return "\t" + nik
        }
    }

    static func unusable(_ nik: String, _ random: inout SeededRandom) -> String {
        let damages: [String] = [
            "", "-", "0", "null", "nil", "#N/A", " - ",
            replacing(nik, 12, "****"), "****************", replacing(nik, 6, "xxxxxx"), replacing(nik, 12, "XXXX"),
            "1.27E+15", "1,27E+15", "1.2719E+15", " 3,201E+15 ",
            replacing(nik, 8, "O"), nik + "A", "NIK" + nik, replacing(nik, 6, "０"), nik + "/1", "tidak ada",
            parted(String(nik.dropLast()), [6, 12], "-"), parted(nik + "1", [6, 12], "."), "'",
            String(nik.dropLast()), nik + "1", "12719", "'" + String(nik.dropFirst(2)),
            "0000000000000000", "1111111111111111", "9999999999999999",
            replacing(nik, 0, "00"), replacing(nik, 2, "00"), replacing(nik, 4, "00"),
            replacing(nik, 6, "320190"), replacing(nik, 6, "311190"), replacing(nik, 6, "000190"),
            replacing(nik, 6, "400190"), replacing(nik, 6, "720190"), replacing(nik, 6, "300290"),
            replacing(nik, 6, "290201"), replacing(nik, 6, "011300"), replacing(nik, 6, "010000"),
            replacing(nik, 6, "990199"),
            replacing(nik, 12, "0000"),
            // No damage after all: the leap day of 2000 and of 2004, and the last day of a woman's month.
            replacing(nik, 6, "290200"), replacing(nik, 6, "690204"), replacing(nik, 6, "710190"),
        ]
        return random.pick(damages)
    }

    private static func replacing(_ nik: String, _ place: Int, _ text: String) -> String {
        String(nik.prefix(place)) + text + String(nik.dropFirst(place + text.count))
    }

    private static func parted(_ nik: String, _ places: [Int], _ separator: String) -> String {
        var text = ""
        for (place, digit) in nik.enumerated() {
            if places.contains(place) { text += separator }
            text.append(digit)
        }
        return text
    }
}
