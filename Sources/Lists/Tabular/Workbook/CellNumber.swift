import Civil
import Columns

/// What stands in a number cell, from its text in the file: never through binary floating point.
enum CellNumber {
    /// Appends a number as people write it: a power of ten is written out where that loses nothing, and a fraction of
    /// zeros is left away. `1.271901708900001E+15` is `1271901708900001`.
    static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var isPlain = true
        for index in text.indices where text[index] &- 48 > 9 { isPlain = false }
        if isPlain {
            bytes.append(copying: text)
            return
        }
        guard let parts = Parts(text), parts.digits.count + max(0, parts.zeros) <= 20, parts.zeros >= 0 else {
            bytes.append(copying: text)
            return
        }
        if parts.isNegative, !parts.digits.isEmpty { bytes.append(UInt8(ascii: "-")) }
        if parts.digits.isEmpty { bytes.append(48) }
        bytes.append(contentsOf: parts.digits)
        if !parts.digits.isEmpty { bytes.append(contentsOf: repeatElement(48, count: parts.zeros)) }
    }

    /// The day that a serial number stands for, as `YYYY-MM-DD`; false if it stands for none, with nothing appended.
    ///
    /// Days count from 1900 (1 = 1900-01-01, with a 29 February 1900 that never was, as Lotus 1-2-3 had it) or from
    /// 1904 (0 = 1904-01-01). The time of day is left away.
    static func appendDay(_ text: Span<UInt8>, from1904: Bool, to bytes: inout [UInt8]) -> Bool {
        var serial = 0
        var isWhole = true
        var digits = 0
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "."), isWhole {
                isWhole = false
            } else if byte &- 48 < 10 {
                if isWhole {
                    serial = serial * 10 + Int(byte &- 48)
                    digits += 1
                    if digits > 7 { return false }
                }
            } else if let parts = Parts(text), parts.zeros >= 0, let whole = parts.whole {
                serial = whole
                digits = 1
                break
            } else {
                return false
            }
        }
        guard digits > 0, serial <= lastSerial, serial > 0 || from1904 else { return false }
        if serial == 60, !from1904 {
            // Not a day: the reader of dates says so.
            bytes.append(contentsOf: "1900-02-29".utf8)
            return true
        }
        let zero = from1904 ? firstOf1904 : serial > 60 ? lastOf1899 - 1 : lastOf1899
        guard let day = CivilDate(checking: serial + zero) else { return false }
        day.append(to: &bytes)
        return true
    }

    /// Whether a number in a column of dates that bears no date format is a day all the same: five digits, 1927 to
    /// 2173. Four digits may be a year.
    static func looksLikeSerial(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 5, text[0] != 48 else { return false }
        for index in text.indices {
            if index == 5 { return text[5] == UInt8(ascii: ".") }
            if text[index] &- 48 > 9 { return false }
        }
        return true
    }

    /// 9999-12-31.
    private static let lastSerial = 2_958_465
    /// Day number of 1899-12-31.
    private static let lastOf1899 = -25_568
    /// Day number of 1904-01-01.
    private static let firstOf1904 = -24_107

    /// A number as digits without leading zeros, times a power of ten.
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        /// The power of ten behind the digits; trailing zeros of a fraction are none of the digits.
        var zeros = 0

        init?(_ text: Span<UInt8>) {
            var at = 0
            if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
                isNegative = text[at] == UInt8(ascii: "-")
                at += 1
            }
            var hasPoint = false
            var met = 0
            while at < text.count {
                let byte = text[at]
                if byte &- 48 < 10 {
                    met += 1
                    if hasPoint { zeros -= 1 }
                    if byte != 48 || !digits.isEmpty { digits.append(byte) }
                } else if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                } else {
                    break
                }
                at += 1
            }
            guard met > 0, met <= 400 else { return nil }
            if at < text.count {
                guard text[at] | 0x20 == UInt8(ascii: "e") else { return nil }
                at += 1
                var isBelow = false
                if at < text.count, text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
                    isBelow = text[at] == UInt8(ascii: "-")
                    at += 1
                }
                guard let power = Int(digits: text.extracting(at..<text.count)), power < 400 else { return nil }
                zeros += isBelow ? -power : power
            }
            while zeros < 0, digits.last == 48 {
                digits.removeLast()
                zeros += 1
            }
            if digits.isEmpty { zeros = 0 }
        }

        /// The value of a short whole number.
        var whole: Int? {
            guard !isNegative, digits.count + zeros <= 7 else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1 &- 48) } * (0..<zeros).reduce(1) { power, _ in power * 10 }
        }
    }
}
