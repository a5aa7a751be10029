import Diagnostics

extension Lexer {
    /// An int; doubles and uints are read whole and refused.
    mutating func number() {
        let start = at
        var isHexadecimal = false
        var isDouble = false
        if scalar() == "0", scalar(1) == "x" || scalar(1) == "X", scalar(2)?.hexadecimalDigit != nil {
            isHexadecimal = true
            at += 2
            while scalar()?.hexadecimalDigit != nil { at += 1 }
        } else {
            skipDigits()
            if scalar() == ".", scalar(1)?.isDigit == true {
                isDouble = true
                at += 1
                skipDigits()
            }
            if scalar() == "e" || scalar() == "E" {
                let sign = scalar(1) == "+" || scalar(1) == "-" ? 1 : 0
                if scalar(1 + sign)?.isDigit == true {
                    isDouble = true
                    at += 1 + sign
                    skipDigits()
                }
            }
        }
        let digits = text(start..<at)
        if let next = scalar(), next == "u" || next == "U" {
            at += 1
            report(.leftOut(start..<at, id: "Bilangan uint", en: "uint numbers"))
            append(.refused, from: start)
        } else if isDouble {
            report(
                .leftOut(
                    start..<at, id: "Bilangan pecahan (double)", en: "double numbers",
                    remedy: Bilingual(id: "pakai bilangan bulat", en: "use a whole number")))
            append(.refused, from: start)
        } else if let next = scalar(), next.isNamePart {
            while let next = scalar(), next.isNamePart { at += 1 }
            report(
                Problem(
                    .syntax, start..<at, id: "'\(text(start..<min(at, start + 40)))' bukan bilangan dan bukan nama",
                    en: "'\(text(start..<min(at, start + 40)))' is neither a number nor a name"))
            append(.refused, from: start)
        } else {
            let value = isHexadecimal ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
            append(.int(value), from: start)
        }
    }

    private mutating func skipDigits() {
        while let next = scalar(), next.isDigit { at += 1 }
    }
}
