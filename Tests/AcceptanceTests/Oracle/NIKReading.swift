/// A NIK as the contract reads it: cleaned without loss, then the first finding that applies.
struct NIKReading: Equatable, Sendable {
    /// Sixteen digits where nothing was found.
    let cleaned: String
    let finding: String?

    var key: String? { finding == nil ? cleaned : nil }

    init(_ text: String) {
        cleaned = NIKReading.clean(text)
        finding = NIKReading.finding(in: cleaned)
    }

    static func clean(_ raw: String) -> String {
        var text = Text.trimmed(raw)
        if text.hasPrefix("'") { text = Text.trimmed(String(text.dropFirst())) }
        if text.hasPrefix("=\"") && text.hasSuffix("\"") && text.count >= 3 {
            text = Text.trimmed(String(text.dropFirst(2).dropLast()))
        }
        let scalars = Array(text.unicodeScalars)
        if let first = scalars.first, let last = scalars.last, Text.isDigit(first), Text.isDigit(last) {
            let isSeparator: (Unicode.Scalar) -> Bool = { $0 == "." || $0 == "-" || Text.isBlank($0) }
            if scalars.allSatisfy({ Text.isDigit($0) || isSeparator($0) }) {
                let digits = scalars.filter(Text.isDigit)
                if digits.count == 16 { return Text.string(digits) }
            }
        }
        if text.hasSuffix(".0") {
            let before = String(text.dropLast(2))
            if before.count == 16 && Text.isDigits(before) { return before }
        }
        return text
    }

    private static func finding(in text: String) -> String? {
        if ["", "-", "0", "null", "nil", "#N/A"].contains(text) { return "nik_empty" }
        let scalars = Array(text.unicodeScalars)
        if scalars.contains("*") { return "nik_masked" }
        let crosses = scalars.filter { $0 == "x" || $0 == "X" }.count
        let digits = scalars.filter(Text.isDigit).count
        if crosses > 0 && digits > 0 && crosses + digits == scalars.count { return "nik_masked" }
        if isScientific(text) { return "nik_damaged" }
        if digits != scalars.count { return "nik_characters" }
        if digits != 16 { return "nik_length" }
        if Set(scalars).count == 1 { return "nik_placeholder" }
        if pair(text, 0) == 0 || pair(text, 2) == 0 || pair(text, 4) == 0 { return "nik_region" }
        let month = pair(text, 8)
        let year = pair(text, 10)
        let day = dayOfBirth(text)
        if Day(1900 + year, month, day) == nil && Day(2000 + year, month, day) == nil { return "nik_date" }
        if text.hasSuffix("0000") { return "nik_serial" }
        return nil
    }

    private static func isScientific(_ text: String) -> Bool {
        let halves = text.split(separator: "E", omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, halves[1].hasPrefix("+"), Text.isDigits(String(halves[1].dropFirst())) else {
            return false
        }
        let mantissa = halves[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
        return mantissa.count <= 2 && mantissa.allSatisfy(Text.isDigits)
    }

    /// Two digits of the text from a place on.
    static func pair(_ text: String, _ place: Int) -> Int {
        Int(text.dropFirst(place).prefix(2)) ?? -1
    }

    static func dayOfBirth(_ text: String) -> Int {
        let day = pair(text, 6)
        return day > 40 ? day - 40 : day
    }

    // The warnings, asked of a NIK without a finding.

    func differs(fromRegion region: String) -> Bool {
        region.count >= 4 && cleaned.prefix(4) != region.prefix(4)
    }

    var hasUnknownProvince: Bool {
        !NIKReading.provinces.contains(NIKReading.pair(cleaned, 0))
    }

    func differs(fromBirth day: Day) -> Bool {
        NIKReading.dayOfBirth(cleaned) != day.day || NIKReading.pair(cleaned, 8) != day.month
            || NIKReading.pair(cleaned, 10) != day.year % 100
    }

    func differs(fromSex code: String) -> Bool {
        (NIKReading.pair(cleaned, 6) > 40 ? "P" : "L") != code
    }

    /// The 34 provinces of 2017.
    static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73,
        74, 75, 76, 81, 82, 91, 94,
    ]
}
