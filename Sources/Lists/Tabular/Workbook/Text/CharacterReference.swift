import Columns

/// Characters that XML writes by their name or number.
enum CharacterReference {
    /// Appends a text in which every `&` begins a reference that stands for a character.
    static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while at < text.count {
            guard text[at] == UInt8(ascii: "&") else {
                bytes.append(text[at])
                at += 1
                continue
            }
            var end = at + 1
            while end < text.count, text[end] != UInt8(ascii: ";") { end += 1 }
            append(named: text.extracting((at + 1)..<end), to: &bytes)
            at = end + 1
        }
    }

    private static func append(named name: Span<UInt8>, to bytes: inout [UInt8]) {
        guard let first = name.isEmpty ? nil : name[0] else { return }
        if first == UInt8(ascii: "#") {
            let isHex = name.count > 1 && name[1] == UInt8(ascii: "x")
            let digits = String(name.extracting((isHex ? 2 : 1)..<name.count))
            let scalar = UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
            bytes.append(contentsOf: String(scalar).utf8)
            return
        }
        switch String(name) {
        case "amp": bytes.append(UInt8(ascii: "&"))
        case "lt": bytes.append(UInt8(ascii: "<"))
        case "gt": bytes.append(UInt8(ascii: ">"))
        case "quot": bytes.append(UInt8(ascii: "\""))
        default: bytes.append(UInt8(ascii: "'"))
        }
    }
}
