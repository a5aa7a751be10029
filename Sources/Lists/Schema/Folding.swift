/// Forms in which headings and code words are compared.
public enum Folding {
    /// A heading: without blanks, `_`, `-`, `.` and marks without width, in upper case. `Tgl_Lahir.` is `TGLLAHIR`.
    public static func heading(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars where !isMark(scalar) && !isGap(scalar) && scalar != "." {
            append(scalar, to: &folded)
        }
        return folded
    }

    /// A code word: in upper case, runs of blanks, line ends, `_` and `-` as one blank, none at the ends.
    /// `sent-for_\ncard printing` is `SENT FOR CARD PRINTING`.
    public static func code(_ text: String) -> String {
        var folded = ""
        var gapWaits = false
        for scalar in text.unicodeScalars where !isMark(scalar) {
            if isGap(scalar) {
                gapWaits = !folded.isEmpty
            } else {
                if gapWaits { folded += " " }
                gapWaits = false
                append(scalar, to: &folded)
            }
        }
        return folded
    }

    /// Whether a text holds nothing but blanks and marks without width.
    public static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { isSpace($0) || isMark($0) }
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout String) {
        if scalar.isASCII {
            let isLower = scalar.value >= 97 && scalar.value <= 122
            folded.unicodeScalars.append(isLower ? Unicode.Scalar(UInt8(scalar.value - 32)) : scalar)
        } else {
            folded += scalar.properties.uppercaseMapping
        }
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "-" || isSpace(scalar)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || 9...13 ~= scalar.value : scalar.properties.isWhitespace
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && scalar.properties.generalCategory == .format
    }
}
