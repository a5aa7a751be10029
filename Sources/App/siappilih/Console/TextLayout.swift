/// Text in columns of characters.
enum TextLayout {
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// Text that fits, with `…` where it was cut.
    static func cut(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
    }

    /// Text that fits, with `…` in the middle where it was cut: files are told apart by how they begin and how they end.
    static func cutInside(_ text: String, _ width: Int) -> String {
        guard text.count > width, width > 1 else { return cut(text, width) }
        let end = (width - 1) / 2
        return text.prefix(width - 1 - end) + "…" + text.suffix(end)
    }

    /// Lines of at most `width` characters, broken at blanks; a longer word stands alone.
    static func wrap(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words(text) {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= width {
                line += " \(word)"
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Words between blanks; what stands in single quotes, as a path in a command does, is one.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var quoted: String?
        for word in text.split(separator: " ") {
            let last = word.last { !".,;:)".contains($0) }
            let isEnd = last == "'" && word.count > 1
            if let begun = quoted {
                quoted = "\(begun) \(word)"
                guard isEnd else { continue }
                words.append(quoted ?? "")
                quoted = nil
            } else if word.first == "'", !isEnd {
                quoted = String(word)
            } else {
                words.append(String(word))
            }
        }
        // Never closed: words as they come.
        return words + (quoted?.split(separator: " ").map(String.init) ?? [])
    }
}
