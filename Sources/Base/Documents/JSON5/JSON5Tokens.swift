extension JSON5Cursor {
    /// A bare key or word (ECMAScript's IdentifierName); nil if none starts here.
    mutating func identifier() throws(JSON5Problem) -> String? {
        var name = String.UnicodeScalarView()
        while let (scalar, length) = self.scalar {
            if scalar == "\\" {
                let start = position
                advance()
                guard take(UInt8(ascii: "u")), let unit = hexadecimal(4), let escaped = Unicode.Scalar(unit),
                    Self.continues(escaped, first: name.isEmpty)
                else { throw JSON5Problem(reason: .badEscape, range: start..<position) }
                name.append(escaped)
                continue
            }
            guard Self.continues(scalar, first: name.isEmpty) else { break }
            name.append(scalar)
            advance(length)
        }
        return name.isEmpty ? nil : String(name)
    }

    private static func continues(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "$", "_": return true
        case "0"..."9", "\u{200C}", "\u{200D}": return !first
        default:
            guard scalar.value >= 0x80 else { return false }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
                return true
            case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return !first
            default: return false
            }
        }
    }

    /// A number as written, sign and base included.
    mutating func number() throws(JSON5Problem) -> String {
        let start = position
        _ = take(UInt8(ascii: "-")) || take(UInt8(ascii: "+"))
        let isValid: Bool
        if byte == UInt8(ascii: "I") || byte == UInt8(ascii: "N") {
            let name = try identifier()
            isValid = name == "Infinity" || name == "NaN"
        } else if byte == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") || peek(1) == UInt8(ascii: "X") {
            advance(2)
            isValid = digits(Self.hexadecimalValue) > 0
        } else {
            isValid = decimal()
        }
        // No number ends where a letter or digit follows: `1a`, `01`.
        let tail = position
        if isValid, try identifier() == nil, byte.map({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }) != true {
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        throw JSON5Problem(reason: .badNumber, range: start..<max(position, tail))
    }

    private mutating func decimal() -> Bool {
        let startsWithZero = byte == UInt8(ascii: "0")
        let whole = digits(Self.decimalValue)
        if startsWithZero, whole > 1 { return false }
        var fraction = 0
        if take(UInt8(ascii: ".")) { fraction = digits(Self.decimalValue) }
        guard whole + fraction > 0 else { return false }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            _ = take(UInt8(ascii: "-")) || take(UInt8(ascii: "+"))
            return digits(Self.decimalValue) > 0
        }
        return true
    }

    private mutating func digits(_ value: (UInt8) -> UInt32?) -> Int {
        let start = position
        while let byte, value(byte) != nil { advance() }
        return position - start
    }

    private static func decimalValue(_ byte: UInt8) -> UInt32? {
        byte >= 0x30 && byte <= 0x39 ? UInt32(byte) - 0x30 : nil
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46: UInt32(byte) - 0x37
        case 0x61...0x66: UInt32(byte) - 0x57
        default: nil
        }
    }

    private mutating func hexadecimal(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte, let digit = Self.hexadecimalValue(byte) else { return nil }
            value = value << 4 | digit
            advance()
        }
        return value
    }

    /// A string in single or double quotes.
    mutating func quoted() throws(JSON5Problem) -> String {
        let start = position
        guard let quote = byte else { throw problem(.unexpected(expected: .value)) }
        advance()
        var text: [UInt8] = []
        while let byte {
            switch byte {
            case quote:
                advance()
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &text)
            case 0x0A, 0x0D:
                throw JSON5Problem(reason: .lineBreakInString, range: start..<position)
            default:
                text.append(byte)
                advance()
            }
        }
        throw JSON5Problem(reason: .unclosedString, range: start..<start + 1)
    }

    /// Steps over an escape; how many Unicode scalars it stands for (none for a continued line).
    public mutating func escapedScalars() throws(JSON5Problem) -> Int {
        var text: [UInt8] = []
        try escape(into: &text)
        return text.count { $0 & 0xC0 != 0x80 }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSON5Problem) {
        let start = position
        advance()
        guard let (scalar, length) = self.scalar else {
            throw JSON5Problem(reason: .badEscape, range: start..<position)
        }
        advance(length)
        switch scalar {
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "n": text.append(0x0A)
        case "r": text.append(0x0D)
        case "t": text.append(0x09)
        case "v": text.append(0x0B)
        case "0" where byte.flatMap(Self.decimalValue) == nil: text.append(0)
        case "1"..."9", "0": throw JSON5Problem(reason: .badEscape, range: start..<position)
        case "x": try appendEscaped(hexadecimal(2), from: start, to: &text)
        case "u": try appendEscaped(unicodeEscape(), from: start, to: &text)
        case "\r": _ = take(0x0A)
        case "\n", "\u{2028}", "\u{2029}": break
        default: text.append(contentsOf: Array(String(scalar).utf8))
        }
    }

    private func appendEscaped(_ value: UInt32?, from start: Int, to text: inout [UInt8]) throws(JSON5Problem) {
        guard let value, let scalar = Unicode.Scalar(value) else {
            throw JSON5Problem(reason: .badEscape, range: start..<position)
        }
        text.append(contentsOf: Array(String(scalar).utf8))
    }

    /// The value of `XXXX`, or of the surrogate pair `XXXX\uXXXX`; nil if it is neither.
    private mutating func unicodeEscape() -> UInt32? {
        guard let high = hexadecimal(4) else { return nil }
        guard high & 0xFC00 == 0xD800 else { return high }
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let low = hexadecimal(4), low & 0xFC00 == 0xDC00 else {
            return nil
        }
        return 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)
    }
}
