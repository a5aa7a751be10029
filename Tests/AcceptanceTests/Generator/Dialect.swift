/// How a made-up list is written down.
struct Dialect: Sendable {
    var delimiter: String = ","
    var hasQuoting = true
    /// What an empty cell is written as.
    var empty = ""
    var lineEnd = "\n"
    var hasByteOrderMark = false
    var hasSeparatorLine = false
    var quotesEverything = false
    var hasWindows1252 = false
    var endsWithLineEnd = true

    static func any(_ random: inout SeededRandom) -> Dialect {
        var dialect = Dialect()
        dialect.delimiter = random.pick(weighted: [(4, ","), (4, ";"), (2, "\t"), (2, "#"), (1, "|")])
        dialect.lineEnd = random.pick(weighted: [(6, "\n"), (4, "\r\n"), (1, "\r")])
        dialect.hasByteOrderMark = random.chance(25)
        dialect.endsWithLineEnd = random.chance(80)
        if dialect.delimiter == "#" {
            dialect.hasQuoting = false
            dialect.empty = "null"
        } else {
            dialect.quotesEverything = random.chance(15)
            dialect.hasSeparatorLine = dialect.delimiter == ";" && random.chance(20)
        }
        dialect.hasWindows1252 = !dialect.hasByteOrderMark && random.chance(30)
        return dialect
    }

    /// The text a cell can hold in this dialect: without quoting no delimiter and no line end fits.
    func holdable(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        if !hasQuoting {
            scalars = scalars.map { [delimiter, "\n", "\r"].contains(String($0)) ? " " : $0 }
        } else if lineEnd == "\r" {
            scalars = scalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
        }
        let held = Text.string(scalars)
        return !hasQuoting && held == empty ? "" : held
    }

    /// A line of cells without its line end.
    func written(_ cells: [String], _ random: inout SeededRandom) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes += delimiter.utf8 }
            bytes += written(cell, &random)
        }
        return bytes
    }

    private func written(_ cell: String, _ random: inout SeededRandom) -> [UInt8] {
        guard hasQuoting else { return encoded(cell.isEmpty ? empty : cell, &random) }
        let scalars = cell.unicodeScalars
        let mustQuote =
            scalars.first == "\"" || scalars.contains { [delimiter, "\n", "\r"].contains(String($0)) }
        let mayStandBare = !mustQuote && !quotesEverything && !random.chance(4)
        if mayStandBare { return encoded(cell, &random) }
        var quoted: [Unicode.Scalar] = ["\""]
        for scalar in scalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return encoded(Text.string(quoted), &random)
    }

    /// UTF-8, or Windows-1252 where the list has such cells, this one fits, and cannot be mistaken for UTF-8.
    private func encoded(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        let utf8 = Array(text.utf8)
        guard hasWindows1252, random.chance(60) else { return utf8 }
        var single: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) else { return utf8 }
            single.append(UInt8(truncatingIfNeeded: scalar.value))
        }
        return String(validating: single, as: UTF8.self) == nil ? single : utf8
    }
}
