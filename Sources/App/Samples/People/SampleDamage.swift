/// What goes wrong with a NIK between the register and a list.
enum SampleDamage: Int, CaseIterable {
    case empty, masked, damaged, characters, length, placeholder, region, date, serial

    /// The cell as the list shows it. Every kind keeps kecamatan 90 to 99, or holds no sixteen digits.
    func cell(_ nik: UInt64, using random: inout SampleRandom) -> [UInt8] {
        var text: [UInt8] = []
        SampleBytes.append(nik, width: 16, to: &text)
        switch self {
        case .empty:
            let blanks = ["", "-", "0", "#N/A"]
            return Array(blanks[random.below(blanks.count)].utf8)
        case .masked:
            let mask = random.chance(5000) ? UInt8(ascii: "*") : UInt8(ascii: "x")
            text.replaceSubrange(12..<16, with: repeatElement(mask, count: 4))
        case .damaged:
            let mark = random.chance(5000) ? UInt8(ascii: ".") : UInt8(ascii: ",")
            return [text[0], mark, text[1], text[2]] + Array("E+15".utf8)
        case .characters:
            text[15 - random.below(4)] = UInt8(ascii: "O")
        case .length:
            if random.chance(5000) { text.removeLast() } else { text.append(0x31) }
        case .placeholder:
            return [UInt8](repeating: 0x39, count: 16)
        case .region:
            text[2] = 0x30
            text[3] = 0x30
        case .date:
            text[8] = 0x31
            text[9] = 0x33 + UInt8(random.below(7))
        case .serial:
            text.replaceSubrange(12..<16, with: repeatElement(0x30, count: 4))
        }
        return text
    }

    /// The same number written in a way that cleaning mends without loss.
    static func harmless(_ nik: UInt64, using random: inout SampleRandom) -> [UInt8] {
        var text: [UInt8] = []
        SampleBytes.append(nik, width: 16, to: &text)
        switch random.below(6) {
        case 0: return [UInt8(ascii: "'")] + text
        case 1:
            for place in [12, 6, 4, 2] { text.insert(UInt8(ascii: "."), at: place) }
            return text
        case 2: return text + Array(".0".utf8)
        case 3: return [0x20] + text + [0x20]
        case 4: return [0xC2, 0xA0] + text
        default: return Array("=\"".utf8) + text + [UInt8(ascii: "\"")]
        }
    }
}
