import Glibc

/// Decimal numbers as C writes them.
enum DecimalText {
    /// `%.*f`: so many digits behind the point.
    static func of(_ number: Double, _ places: Int) -> String {
        // The largest number has 309 digits before the point.
        var text = [CChar](repeating: 0, count: 320 + places)
        let length = unsafe withVaList([Int32(places), number]) { unsafe vsnprintf(&text, text.count, "%.*f", $0) }
        return String(decoding: text.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
