/// The names of parts in a workbook's archive: compared without regard to case, without a leading slash, and with
/// characters that are written by their number (`%20`) as what they stand for, on whichever side.
enum PartName {
    /// A name as it is compared.
    static func folded(_ name: String) -> String {
        let parts = name.replacing("\\", with: "/").split(separator: "/")
        return parts.joined(separator: "/").removingPercentEncoding().lowercased()
    }

    /// The part that a relationship's target means, seen from the part that has the relationship.
    static func resolve(_ target: String, from part: String) -> String {
        var steps: [Substring] = []
        if !target.hasPrefix("/") { steps = Array(part.split(separator: "/").dropLast()) }
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": if !steps.isEmpty { steps.removeLast() }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/").removingPercentEncoding().lowercased()
    }

    /// The part that holds the relationships of another: `xl/_rels/workbook.xml.rels`.
    static func relationships(of part: String) -> String {
        var steps = part.split(separator: "/").map(String.init)
        let last = steps.popLast() ?? ""
        return (steps + ["_rels", last + ".rels"]).joined(separator: "/")
    }
}

extension String {
    /// With `%20` and its like as the bytes they stand for.
    fileprivate func removingPercentEncoding() -> String {
        guard utf8.contains(0x25) else { return self }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == 0x25, digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { self &- 48 < 10 || (self | 0x20) &- 97 < 6 }
}
