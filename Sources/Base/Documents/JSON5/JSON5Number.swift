/// Reads numbers of JSON5 as written.
public enum JSON5Number {
    /// The number, if it is a whole one written without fraction or exponent and fits.
    public static func integer(_ text: String) -> Int? {
        var digits = Substring(text)
        var isNegative = false
        if digits.first == "-" || digits.first == "+" {
            isNegative = digits.first == "-"
            digits.removeFirst()
        }
        let isHexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
        if isHexadecimal { digits = digits.dropFirst(2) }
        guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
        return Int((isNegative ? "-" : "") + digits, radix: isHexadecimal ? 16 : 10)
    }
}
