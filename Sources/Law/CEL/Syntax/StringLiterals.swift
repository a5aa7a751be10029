import Diagnostics

extension Lexer {
    /// A string in one or three quotes, raw or with escapes; bytes are read whole and refused.
    ///
    /// - Parameter prefix: lower-case letters before the quote: `r` for raw, `b` for bytes.
    mutating func string(from start: Int, prefix: Set<Character>) {
        guard let quote = scalar() else { return }
        let isTriple = scalar(1) == quote && scalar(2) == quote
        let isRaw = prefix.contains("r")
        let isBytes = prefix.contains("b")
        at += isTriple ? 3 : 1
        var value = String.UnicodeScalarView()
        var isBroken = false
        while true {
            guard let next = scalar(), isTriple || (next != "\n" && next != "\r") else {
                report(
                    Problem(
                        .syntax, start..<at, id: "teks ini tidak ditutup", en: "this string is not closed",
                        remedy: Bilingual(
                            id: "tambahkan \(closing(quote, isTriple))", en: "add \(closing(quote, isTriple))")))
                append(.refused, from: start)
                return
            }
            if next == quote, !isTriple || (scalar(1) == quote && scalar(2) == quote) {
                at += isTriple ? 3 : 1
                break
            }
            if next == "\\", !isRaw {
                if let scalar = escape(inBytes: isBytes) { value.append(scalar) } else { isBroken = true }
            } else {
                value.append(next)
                at += 1
            }
        }
        if isBytes {
            report(.leftOut(start..<at, id: "Nilai bytes (b\"…\")", en: "bytes (b\"…\")"))
            isBroken = true
        }
        append(isBroken ? .refused : .string(String(value)), from: start)
    }

    private func closing(_ quote: Unicode.Scalar, _ isTriple: Bool) -> String {
        String(repeating: Character(quote), count: isTriple ? 3 : 1)
    }

    /// One escape sequence; reports and yields nil where it is none.
    private mutating func escape(inBytes: Bool) -> Unicode.Scalar? {
        let start = at
        at += 1
        guard let letter = scalar() else { return nil }  // reported as a string that is not closed
        at += 1
        switch letter {
        case "a": return "\u{7}"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case "\\", "?", "\"", "'", "`": return letter
        case "x", "X": return code(digits: 2, radix: 16, from: start)
        case "u" where !inBytes: return code(digits: 4, radix: 16, from: start)
        case "U" where !inBytes: return code(digits: 8, radix: 16, from: start)
        case "0"..."3":
            at -= 1
            return code(digits: 3, radix: 8, from: start)
        case "\n", "\r":
            at -= 1
            report(notAnEscape(start..<at))
            return nil
        default:
            report(notAnEscape(start..<at))
            return nil
        }
    }

    private mutating func code(digits: Int, radix: UInt32, from start: Int) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = scalar()?.hexadecimalDigit, digit < radix else {
                report(notAnEscape(start..<at))
                return nil
            }
            value = value &* radix &+ digit
            at += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            report(
                Problem(
                    .syntax, start..<at, id: "tidak ada karakter dengan kode ini",
                    en: "there is no character with this code"))
            return nil
        }
        return scalar
    }

    private func notAnEscape(_ place: Range<Int>) -> Problem {
        Problem(
            .syntax, place, id: "urutan '\\' ini tidak dikenal", en: "this '\\' sequence is not known",
            remedy: Bilingual(
                id: "untuk garis miring terbalik tulis '\\\\', atau awali teks dengan r",
                en: "write '\\\\' for a backslash, or put r before the string"))
    }
}
