import Columns
import Diagnostics
import Glibc

/// Where the program speaks: data on standard output, everything else on standard error.
struct Console: Sendable {
    let language: Language
    /// Whether lines of standard output, or of standard error, may be coloured.
    let hasColor: Bool
    let errorHasColor: Bool
    /// Whether somebody watches standard error.
    let isWatched: Bool
    /// Whether somebody is there to be asked.
    let canAsk: Bool
    /// Whether the terminal shows more than ASCII.
    let hasBlocks: Bool

    init(words: [String], environment: [String: String]) {
        language = Self.language(words, environment)
        let wantsColor =
            !words.contains("--no-color") && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        hasColor = wantsColor && isatty(STDOUT_FILENO) == 1
        isWatched = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        errorHasColor = wantsColor && isatty(STDERR_FILENO) == 1
        let locale = Self.locale(environment, "LC_CTYPE").lowercased()
        hasBlocks = locale.contains("utf-8") || locale.contains("utf8")
    }

    func text(_ text: Bilingual) -> String { text.text(in: language) }

    /// Writes to standard output. A reader that has gone away ends the program as usual (SIGPIPE).
    func write(_ text: String) throws(Failure) {
        try write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        do {
            try StandardStream.output.write(bytes)
        } catch {
            throw Self.outputRefused
        }
    }

    static let outputRefused = Failure(
        .output,
        Finding(
            code: "output_refused",
            message: Bilingual(id: "keluaran standar tidak dapat ditulis", en: "standard output cannot be written")))

    /// Writes a line to standard error.
    func say(_ text: String) {
        show(text + "\n")
    }

    /// Writes to standard error as it is.
    func show(_ text: String) {
        try? StandardStream.error.write(Array(text.utf8))
    }

    /// A finding on standard error: `file:row:column: message`, or the program's name where there is no place.
    func report(_ finding: Finding) {
        var text = finding.rendered(in: language)
        if finding.severity < .error { text = "\(Self.word(finding.severity, language)): \(text)" }
        if finding.location == nil { text = "siappilih: \(text)" }
        say(errorHasColor ? "\u{1B}[\(finding.severity == .error ? 31 : 33)m\(text)\u{1B}[0m" : text)
    }

    /// Asks for a yes; anything else is a no.
    func isAgreed(_ question: Bilingual) -> Bool {
        show(text(question) + " ")
        let answer = StandardStream.input.line() ?? ""
        return ["y", "ya", "yes"].contains(answer.split(separator: " ").joined().lowercased())
    }

    func heading(_ text: String) -> String {
        hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private static func word(_ severity: Severity, _ language: Language) -> String {
        switch severity {
        case .note: Bilingual(id: "catatan", en: "note").text(in: language)
        case .warning: Bilingual(id: "peringatan", en: "warning").text(in: language)
        case .error: Bilingual(id: "kesalahan", en: "error").text(in: language)
        }
    }

    /// `--lang`, or the locale: Indonesian for `id…`, English for any other.
    private static func language(_ words: [String], _ environment: [String: String]) -> Language {
        for (index, word) in words.enumerated() {
            if word == "--" { break }
            if word == "--lang", words.indices.contains(index + 1), let language = Language(rawValue: words[index + 1])
            {
                return language
            }
            if word.hasPrefix("--lang="), let language = Language(rawValue: String(word.dropFirst(7))) {
                return language
            }
        }
        let locale = locale(environment, "LC_MESSAGES")
        return locale.hasPrefix("id") || locale.hasPrefix("in_") ? .indonesian : .english
    }

    /// The first of LC_ALL, the category and LANG that is set.
    private static func locale(_ environment: [String: String], _ category: String) -> String {
        for name in ["LC_ALL", category, "LANG"] {
            if let value = environment[name], !value.isEmpty { return value }
        }
        return ""
    }
}
