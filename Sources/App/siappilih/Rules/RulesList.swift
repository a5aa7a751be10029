import Diagnostics
import Options
import RuleListing

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
        options: { _ in [OptionSpec.rules] }, run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 0)
        let book = try RuleAccess.find(arguments.value("rules")).book
        if arguments.has("json") {
            try console.write(try book.listingJSON())
        } else {
            try console.write(book.listing(in: console.language))
        }
        return 0
    }
}
