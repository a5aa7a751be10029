extension SourceLocation: CustomStringConvertible {
    /// `file:row:column`, leaving out what is not known.
    public var description: String {
        var text = file
        if let row { text += ":\(row)" }
        if let column { text += ":\(column)" }
        return text
    }
}

extension Finding {
    /// The finding as people read it: `file:row:column: message. remedy`, then the excerpt with its caret. Numbers that may
    /// be somebody's are masked.
    public func rendered(in language: Language) -> String { NumberMask.of(whole(in: language)) }

    private func whole(in language: Language) -> String {
        var text = ""
        if let location { text += "\(VisibleText.of(location.description)): " }
        text += Self.visible(message.text(in: language))
        if let remedy { text += "; \(Self.visible(remedy.text(in: language)))" }
        if let excerpt {
            let before = VisibleText.of(String(excerpt.line.prefix(excerpt.indent)))
            let marked = VisibleText.of(String(excerpt.line.dropFirst(excerpt.indent).prefix(excerpt.width)))
            let indent = String(
                repeating: " ", count: excerpt.indent + before.count - min(excerpt.indent, excerpt.line.count))
            let carets = String(repeating: "^", count: max(excerpt.width, marked.count))
            text += "\n | \(VisibleText.of(excerpt.line))\n | \(indent)\(carets)"
        }
        return text
    }

    /// A message of several lines keeps them.
    private static func visible(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
            .joined(separator: "\n")
    }
}
