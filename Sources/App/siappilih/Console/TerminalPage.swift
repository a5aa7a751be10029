import Diagnostics

/// What a command tells the person at the terminal, line by line: headings, figures and paragraphs of 80 columns in the
/// reader's language.
protocol TerminalPage {
    var console: Console { get }
    var lines: [String] { get set }
}

extension TerminalPage {
    var text: String { lines.map { "\($0)\n" }.joined() }

    func say(_ indonesian: String, _ english: String) -> String { console.text(Bilingual(id: indonesian, en: english)) }

    func count(_ number: Int) -> String { Figures.count(number, console.language) }

    func share(_ part: Int, of whole: Int) -> String { Figures.share(part, of: whole, console.language) }

    /// A heading, with a blank line before it unless it is the first line.
    mutating func heading(_ indonesian: String, _ english: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(console.heading(say(indonesian, english)))
    }

    /// A paragraph of which every line is indented.
    mutating func add(_ text: String, indent: Int = 2) {
        lines += TextLayout.wrap(text, 80 - indent).map { String(repeating: " ", count: indent) + $0 }
    }
}
