import Civil
import Diagnostics
import Options
import RuleListing
import Rules

/// `rules show ID`: one rule document, each requirement with its articles and how sure they are.
enum RulesShow {
    static let command = Command(
        name: "rules show", usage: "ID",
        does: Bilingual(
            id: "Menunjukkan satu pemilihan, peraturan, profil kode, atau kalender: syarat, pasal, dan seberapa pasti.",
            en:
                "Shows one election, instrument, code profile or calendar: requirements, articles, and how sure they are."
        ),
        examples: [
            .init(
                line: "siappilih rules show pilkada-2018",
                does: Bilingual(
                    id: "hari, tahapan, dan syarat yang berlaku sampai hari pemungutan suara",
                    en: "days, stages, and the requirements in force on polling day")),
            .init(
                line: "siappilih rules show pemilu-2019 --as-of 2019-01-31 --json",
                does: Bilingual(
                    id: "yang berlaku pada satu tanggal, sebagai JSON", en: "what was in force on a day, as JSON")),
        ],
        options: { _ in
            [
                OptionSpec(
                    "as-of", "DATE",
                    help: Bilingual(id: "yang berlaku pada YYYY-MM-DD", en: "what is in force on YYYY-MM-DD"),
                    group: .decision),
                .ruleset, .rules,
            ]
        },
        run: run)

    private static func run(_ invocation: Invocation) throws -> Int32 {
        let console = invocation.console
        let arguments = try invocation.arguments(nil)
        try invocation.requireOperands(arguments, atMost: 1)
        let book = try RuleAccess.find(arguments.value("rules")).book
        let ids = book.elections.map(\.id) + book.instruments.map(\.id)
        guard let id = arguments.operands.first else {
            throw usage(
                "missing_id", id: "nama belum disebut", en: "no id given",
                remedy: Bilingual(
                    id: "pilih: \(ids.joined(separator: ", "))", en: "choose: \(ids.joined(separator: ", "))"))
        }
        var asOf: CivilDate?
        if let day = arguments.value("as-of") {
            asOf = CivilDate(iso: day)
            if asOf == nil {
                throw Failure(.usage, Finding(code: "unfit_value", message: DayValue.unreadable("as-of")))
            }
        }
        let shown = ShownRules(id: id, asOf: asOf, instrument: arguments.value("ruleset"))
        if arguments.has("json") {
            try console.write(try book.pageJSON(of: shown))
        } else {
            try console.write(try book.page(of: shown, in: console.language))
        }
        return 0
    }

    private static func usage(_ code: String, id: String, en: String, remedy: Bilingual? = nil) -> Failure {
        Failure(.usage, Finding(code: code, message: Bilingual(id: id, en: en), remedy: remedy))
    }
}
