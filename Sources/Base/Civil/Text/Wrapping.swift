/// What spreadsheets and exports put around a value without changing it.
enum Wrapping {
    /// The part of `text[start..<end]` without blanks around it, a leading `'` and the wrapper `="…"`, in any nesting.
    /// Bounds outside the text are clamped.
    @inline(__always)
    static func inner(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var low = min(max(start, 0), text.count)
        var high = min(max(end, low), text.count)
        while true {
            (low, high) = trimmed(text, low, high)
            guard low < high else { return (low, low) }
            if text[low] == UInt8(ascii: "'") {
                low &+= 1
            } else if high &- low >= 3, text[low] == UInt8(ascii: "="), text[low &+ 1] == UInt8(ascii: "\""),
                text[high &- 1] == UInt8(ascii: "\"")
            {
                low &+= 2
                high &-= 1
            } else {
                return (low, high)
            }
        }
    }

    /// The part without blanks around it. The bounds lie in the text.
    @inline(__always)
    static func trimmed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var low = start
        var high = end
        while low < high {
            let width = Blank.width(text, at: low, before: high)
            guard width > 0 else { break }
            low &+= width
        }
        while high > low {
            let width = Blank.width(text, before: high, from: low)
            guard width > 0 else { break }
            high &-= width
        }
        return (low, high)
    }

    /// Whether the part is this ASCII word (given in lower case), whatever its case.
    static func equals(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString) -> Bool {
        let letters = word.description.utf8
        guard letters.count == end &- start else { return false }
        var index = start
        for letter in letters {
            var byte = text[index]
            if byte >= 65, byte <= 90 { byte |= 0x20 }
            guard byte == letter else { return false }
            index &+= 1
        }
        return true
    }
}
