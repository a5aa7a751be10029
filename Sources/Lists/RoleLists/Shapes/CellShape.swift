/// The shape of a cell: what kinds of characters it holds, and no value.
///
/// Digits are `9`, letters `A`. Digits keep their number (a NIK has sixteen), up to twenty; a run of letters is `A` or
/// `AAAA`, so that no name can be told by its length; a shape ends after 24 characters. Signs that separate or wrap
/// values stay, any other is `?`.
public enum CellShape {
    public static let longest = 24
    private static let mostDigits = 20
    private static let kept = Set(".,-/|:'()#+*=\"_&%@".utf8)

    /// Appends the shape of `text[start..<end]`; nothing for a cell of blanks.
    public static func append(_ text: Span<UInt8>, _ start: Int, _ end: Int, to shape: inout [UInt8]) {
        let first = shape.count
        var at = start
        var blankWaits = false
        while at < end {
            let byte = text[at]
            if isBlank(byte) {
                blankWaits = shape.count > first
                at += 1
                continue
            }
            if shape.count - first >= longest {
                shape += Array("…".utf8)
                return
            }
            if blankWaits { shape.append(0x20) }
            blankWaits = false
            var run = at + 1
            if byte &- 48 < 10 {
                while run < end, text[run] &- 48 < 10 { run += 1 }
                for _ in 0..<min(run - at, mostDigits) { shape.append(0x39) }
                if run - at > mostDigits { shape += Array("…".utf8) }
            } else if isLetter(byte) {
                var letters = 1
                while run < end, isLetter(text[run]) {
                    // Bytes 0x80 to 0xBF continue a character.
                    if text[run] < 0x80 || text[run] >= 0xC0 { letters += 1 }
                    run += 1
                }
                for _ in 0..<(letters == 1 ? 1 : 4) { shape.append(0x41) }
            } else {
                shape.append(kept.contains(byte) ? byte : 0x3F)
            }
            at = run
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 97 < 26 }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 <= 4 }

    /// The form of a date by its shape: `99|99|9999` is `DD|MM|YYYY`.
    public static func dateForm(_ shape: String) -> String {
        var form = ""
        var digits = 0
        var letters = 0
        let isYearFirst = shape.hasPrefix("9999")
        /// Groups of digits so far.
        var group = 0
        func names(_ count: Int) -> String {
            group += 1
            let order = isYearFirst ? ["YYYY", "MM", "DD", "hh", "mm", "ss"] : ["DD", "MM", "YYYY"]
            if count == 4 { return "YYYY" }
            return order.indices.contains(group - 1) ? order[group - 1] : String(repeating: "9", count: count)
        }
        func endRun() {
            if digits > 0 { form += names(digits) }
            if letters > 0 {
                // The month by its name takes the month's place; `T` stands between a day and a time.
                form += letters > 1 ? "MMM" : "T"
                if letters > 1 { group += 1 }
            }
            digits = 0
            letters = 0
        }
        for character in shape {
            switch character {
            case "9":
                if letters > 0 { endRun() }
                digits += 1
            case "A":
                if digits > 0 { endRun() }
                letters += 1
            default:
                endRun()
                form.append(character)
            }
        }
        endRun()
        return form
    }
}
