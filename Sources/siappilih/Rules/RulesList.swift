import Civil
import Diagnostics
import Readiness
import Rules

/// `rules list`: the elections, instruments and profiles there are.
enum RulesList {
    static let command = Command(
        name: "rules list", usage: "",
        does: Bilingual(
            id: "Menyebut pemilihan, peraturan, dan profil kode yang tersedia.",
            en: "Names the elections, instruments and code profiles there are."),
        examples: [
            .init(
                line: "siappilih rules list",
                does: Bilingual(
                    id: "nama-nama untuk --election, --ruleset, --profile",
                    en: "ids for --election, --ruleset, --profile"))
        ],
        options: { _ in [RuleAccess.option] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 0)
        let book = try RuleAccess.find(arguments.value("rules")).book
        if arguments.has("json") {
            try console.write(JSONDocument.text(Document(book, console)))
            return 0
        }
        var text = section(
            Bilingual(id: "Pemilihan", en: "Elections"),
            book.elections.map { ($0.id, "\($0.votingDay)  \($0.instrument)  \(console.text($0.title))") }, console)
        text +=
            "\n"
            + section(
                Bilingual(id: "Peraturan", en: "Instruments"),
                book.instruments.map { ($0.id, "\(console.text($0.title)) [\(console.text($0.confidence.title))]") },
                console)
        text +=
            "\n"
            + section(
                Bilingual(id: "Profil kode", en: "Code profiles"),
                book.profiles.map { ($0.id, "\(console.text($0.title)) [\(console.text($0.confidence.title))]") },
                console)
        try console.write(text)
        return 0
    }

    private static func section(_ title: Bilingual, _ rows: [(String, String)], _ console: Console) -> String {
        let first = (rows.map(\.0.count).max() ?? 0) + 4
        var text = console.heading(console.text(title)) + "\n"
        for (id, words) in rows {
            for (place, line) in TextLayout.wrap(words, max(30, Help.width - first)).enumerated() {
                text += TextLayout.left(place == 0 ? "  \(id)" : "", first) + line + "\n"
            }
        }
        return text
    }

    private struct Document: Encodable {
        struct Entry: Encodable {
            let id: String
            let title: String
            var confidence: String?
            var votingDay: String?
            var ruleset: String?
            var profile: String?
        }
        let schema = 1
        let elections: [Entry]
        let rulesets: [Entry]
        let profiles: [Entry]

        init(_ book: RuleBook, _ console: Console) {
            elections = book.elections.map {
                Entry(
                    id: $0.id, title: console.text($0.title), votingDay: $0.votingDay.description,
                    ruleset: $0.instrument, profile: $0.profile)
            }
            rulesets = book.instruments.map {
                Entry(id: $0.id, title: console.text($0.title), confidence: $0.confidence.rawValue)
            }
            profiles = book.profiles.map {
                Entry(id: $0.id, title: console.text($0.title), confidence: $0.confidence.rawValue)
            }
        }
    }
}
