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
    /// The finding as people read it: `file:row:column: message. remedy`, then the excerpt with its caret.
    public func rendered(in language: Language) -> String {
        var text = ""
        if let location { text += "\(location): " }
        text += message.text(in: language)
        if let remedy { text += "; \(remedy.text(in: language))" }
        if let excerpt {
            let indent = String(repeating: " ", count: excerpt.indent)
            text += "\n | \(excerpt.line)\n | \(indent)\(String(repeating: "^", count: excerpt.width))"
        }
        return text
    }
}
