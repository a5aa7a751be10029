// What the standard library itself compares texts by; it has no public name yet.
@_spi(_Unicode) import Swift

/// The form in which texts are compared: upper case, trimmed, runs of blanks folded to one blank, marks without width
/// left out, letters composed (NFC), every apostrophe one. Letters with accents stay what they are.
///
/// Bytes that are no UTF-8 are read as Latin-1; a reader that knows better hands in UTF-8.
public enum NormalForm {
    public static func of(_ bytes: Span<UInt8>, _ apostrophes: Apostrophes = .none) -> [UInt8] {
        var form: [UInt8] = []
        append(bytes, from: 0, to: bytes.count, apostrophes, to: &form)
        return form
    }

    /// Appends the normal form of `text[start..<end]`; bounds outside the text are clamped.
    public static func append(
        _ text: Span<UInt8>, from start: Int, to end: Int, _ apostrophes: Apostrophes = .none, to form: inout [UInt8]
    ) {
        let low = min(max(start, 0), text.count)
        let high = min(max(end, low), text.count)
        let before = form.count
        var blankWaits = false
        var index = low
        while index < high {
            var byte = text[index]
            guard byte < 0x80 else {
                form.removeSubrange(before...)
                appendScalars(text, low, high, apostrophes, to: &form)
                return
            }
            if byte == 0x20 || byte &- 9 <= 4 {
                blankWaits = form.count > before
            } else {
                if blankWaits { form.append(0x20) }
                blankWaits = false
                if byte &- 97 < 26 { byte &-= 32 }
                if byte == 0x60, apostrophes.hasGrave { byte = 0x27 }
                form.append(byte)
            }
            index &+= 1
        }
    }

    private static func appendScalars(
        _ text: Span<UInt8>, _ start: Int, _ end: Int, _ apostrophes: Apostrophes, to form: inout [UInt8]
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end &- start)
        for index in start..<end { bytes.append(text[index]) }
        let scalars: String.UnicodeScalarView
        if let valid = String(validating: bytes, as: UTF8.self) {
            scalars = valid.unicodeScalars
        } else {
            scalars = String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })
        }
        var text = ""
        var blankWaits = false
        for scalar in scalars where !Blank.isMark(scalar) {
            if Blank.isSpace(scalar) {
                blankWaits = !text.isEmpty
            } else {
                if blankWaits { text += " " }
                blankWaits = false
                text += apostrophes.contains(scalar) ? "'" : scalar.properties.uppercaseMapping
            }
        }
        for scalar in text._nfc { form.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    }
}
