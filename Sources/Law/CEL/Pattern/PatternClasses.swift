extension PatternParser {
    /// `[…]`, behind its opening bracket.
    mutating func bracket() throws(OperationFailure) -> ScalarSet {
        let unclosed = Self.failure(id: "'[' tidak ditutup", en: "'[' is not closed")
        var set = ScalarSet()
        set.isNegated = take("^")
        var isFirst = true
        while true {
            guard let scalar = next else { throw unclosed }
            if scalar == "]", !isFirst {
                at += 1
                return set
            }
            isFirst = false
            if take("[:") {
                set.items += try posixClass()
                continue
            }
            if let items = try classEscape() {
                set.items += items
                continue
            }
            let low = try bracketScalar()
            if next == "-", at + 1 < scalars.count, scalars[at + 1] != "]" {
                at += 1
                let high = try bracketScalar()
                guard low <= high else {
                    throw Self.failure(id: "rentang \(low)-\(high) terbalik", en: "range \(low)-\(high) is reversed")
                }
                set.items.append(.range(low.value...high.value))
            } else {
                set.items.append(.range(low.value...low.value))
            }
        }
    }

    private mutating func bracketScalar() throws(OperationFailure) -> Unicode.Scalar {
        guard let scalar = next else { throw Self.failure(id: "'[' tidak ditutup", en: "'[' is not closed") }
        if scalar == "\\" { return try scalarEscape() }
        at += 1
        return scalar
    }

    private mutating func posixClass() throws(OperationFailure) -> [ScalarSet.Item] {
        let isNegated = take("^")
        var name = ""
        while let scalar = next, scalar.isNamePart, name.count < 10 {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        guard take(":]"), let ranges = ScalarSet.posix[name] else {
            throw Self.failure(id: "kelas [:\(name):] tidak dikenal", en: "unknown class [:\(name):]")
        }
        return isNegated ? ScalarSet.outside(ranges) : ranges.map { .range($0) }
    }

    /// `\d`, `\W`, `\pL`, `\p{Lu}` …; nil and nothing taken where none stands here.
    mutating func classEscape() throws(OperationFailure) -> [ScalarSet.Item]? {
        guard next == "\\", at + 1 < scalars.count else { return nil }
        let letter = scalars[at + 1]
        if let ranges = ScalarSet.perl[letter] {
            at += 2
            return ranges.map { .range($0) }
        }
        let lower = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
        if let ranges = ScalarSet.perl[lower] {
            at += 2
            return ScalarSet.outside(ranges)
        }
        guard lower == "p" else { return nil }
        at += 2
        var isNegated = letter == "P"
        var name = ""
        if take("{") {
            if take("^") { isNegated.toggle() }
            while let scalar = next, scalar != "}", name.count < 40 {
                name.unicodeScalars.append(scalar)
                at += 1
            }
            guard take("}") else { throw Self.failure(id: "\\p{ tidak ditutup", en: "\\p{ is not closed") }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
            at += 1
        }
        if name == "Any" { return isNegated ? [] : [.range(0...0x10FFFF)] }
        guard let categories = ScalarSet.categories[name] else {
            throw Self.failure(
                id: "\\p{\(name)}: hanya kategori umum Unicode (L, Lu, Nd, …) yang dikenal",
                en: "\\p{\(name)}: only general categories of Unicode (L, Lu, Nd, …) are known")
        }
        return [.category(categories, isNegated: isNegated)]
    }

    /// An escape that stands for one code point.
    mutating func scalarEscape() throws(OperationFailure) -> Unicode.Scalar {
        at += 1
        guard let letter = next else { throw Self.failure(id: "'\\' di akhir", en: "'\\' at the end") }
        at += 1
        switch letter {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "x": return try hexadecimal()
        case "0":
            var value = letter.value - 48
            for _ in 0..<2 {
                guard let digit = next, "0" <= digit, digit <= "7" else { break }
                value = value * 8 + (digit.value - 48)
                at += 1
            }
            return Unicode.Scalar(UInt8(truncatingIfNeeded: value))
        case "1"..."9", "k":
            throw Self.failure(
                id: "rujukan balik \\\(letter) tidak ada dalam RE2",
                en: "back-references (\\\(letter)) are no part of RE2")
        case _ where letter.isNamePart || !letter.isASCII:
            throw Self.failure(id: "\\\(letter) tidak dikenal", en: "unknown \\\(letter)")
        default: return letter
        }
    }

    private mutating func hexadecimal() throws(OperationFailure) -> Unicode.Scalar {
        var value: UInt32 = 0
        var count = 0
        let isBraced = take("{")
        while let digit = next?.hexadecimalDigit, count < (isBraced ? 6 : 2) {
            value = value * 16 + digit
            count += 1
            at += 1
        }
        guard isBraced ? count > 0 && take("}") : count == 2, let scalar = Unicode.Scalar(value) else {
            throw Self.failure(id: "\\x rusak", en: "malformed \\x")
        }
        return scalar
    }
}
