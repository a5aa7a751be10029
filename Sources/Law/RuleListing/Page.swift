import Diagnostics

/// Plain text with headings and aligned columns.
struct Page {
    /// Characters on a line.
    static let width = 96

    let language: Language
    private(set) var text = ""

    init(_ language: Language) { self.language = language }

    /// Adds a paragraph, broken at blanks to fit `width`; further lines stand two deeper. A longer word stands alone.
    mutating func line(_ words: String, indent: Int = 0) {
        var line = String(repeating: " ", count: indent)
        var isFirst = true
        var used = indent
        for word in words.split(separator: " ") {
            if !isFirst, used + 1 + word.count > Self.width {
                text += line + "\n"
                line = String(repeating: " ", count: indent + 2) + word
                used = indent + 2 + word.count
            } else {
                line += isFirst ? String(word) : " \(word)"
                used += word.count + (isFirst ? 0 : 1)
            }
            isFirst = false
        }
        text += (isFirst ? "" : line) + "\n"
    }

    mutating func line(_ words: Bilingual, indent: Int = 0) { line(words.text(in: language), indent: indent) }

    /// A heading, after a blank line unless it is the first.
    mutating func heading(_ words: Bilingual) {
        if !text.isEmpty { text += "\n" }
        line(words)
    }

    /// Rows of cells, every column but the last as wide as its widest cell.
    mutating func table(_ rows: [[String]], indent: Int = 2) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        for row in rows {
            var words = ""
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                let start = widths[..<column].reduce(0) { $0 + $1 + 2 }
                words += String(repeating: " ", count: max(0, start - words.count)) + cell
            }
            text += String(repeating: " ", count: indent) + words + "\n"
        }
    }
}
