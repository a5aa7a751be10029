import Diagnostics
import Testing

@testable import Rules

/// What the program itself needs of the rules, by role or by name: missed when it is not there, with the place.
@Suite struct NeededNamesTests {
    struct Gap: Sendable, CustomTestStringConvertible {
        var path: String
        var old: String
        var new: String
        /// Each finding up to its excerpt, in both languages.
        var english: [String]
        var indonesian: [String]

        var testDescription: String { "\(path): \(old) -> \(new)" }
    }

    static let gaps: [Gap] = [
        Gap(
            path: "terms.json5", old: "role: 'failed', ", new: "",
            english: [
                "rules/terms.json5:2:13: outcomes: none has role: 'failed'; write it at the one that plays this part; the program does not know its id"
            ],
            indonesian: [
                "rules/terms.json5:2:13: outcomes: tidak ada yang ber-role: 'failed'; tulis pada yang memegang peran itu; program tidak mengenal id-nya"
            ]),
        Gap(
            path: "terms.json5", old: "role: 'failed', ", new: "role: 'fialed', ",
            english: ["rules/terms.json5:5:26: outcomes[2].role: unknown role 'fialed'; did you mean 'failed'"],
            indonesian: [
                "rules/terms.json5:5:26: outcomes[2].role: peran 'fialed' tidak dikenal; mungkin maksudnya 'failed'"
            ]),
        Gap(
            path: "terms.json5", old: "role: 'nothing', ", new: "",
            english: [
                "rules/terms.json5:7:15: next_steps: none has role: 'nothing'; write it at the one that plays this part; the program does not know its id"
            ],
            indonesian: [
                "rules/terms.json5:7:15: next_steps: tidak ada yang ber-role: 'nothing'; tulis pada yang memegang peran itu; program tidak mengenal id-nya"
            ]),
        Gap(
            path: "terms.json5", old: "exported_as: 'collect', ", new: "",
            english: [
                "rules/terms.json5:7:15: next_steps: none has exported_as: 'collect'; write it at the one that plays this part; the program does not know its id"
            ],
            indonesian: [
                "rules/terms.json5:7:15: next_steps: tidak ada yang ber-exported_as: 'collect'; tulis pada yang memegang peran itu; program tidak mengenal id-nya"
            ]),
        Gap(
            path: "terms.json5", old: "exported_as: 'collect', ", new: "exported_as: 'colect', ",
            english: [
                "rules/terms.json5:7:104: next_steps[1].exported_as: unknown list of their own 'colect'; did you mean 'collect'"
            ],
            indonesian: [
                "rules/terms.json5:7:104: next_steps[1].exported_as: daftar tersendiri 'colect' tidak dikenal; mungkin maksudnya 'collect'"
            ]),
        Gap(
            path: "instruments/base.json5", old: "role: 'first_time', ", new: "",
            english: [
                "rules/instruments/base.json5:30:17: attributes: none has role: 'first_time'; write it at the one that plays this part; the program does not know its id"
            ],
            indonesian: [
                "rules/instruments/base.json5:30:17: attributes: tidak ada yang ber-role: 'first_time'; tulis pada yang memegang peran itu; program tidak mengenal id-nya"
            ]),
        Gap(
            path: "instruments/base.json5", old: "role: 'first_time', ", new: "role: 'first_tine', ",
            english: [
                "rules/instruments/base.json5:30:37: attributes.first_time.role: unknown role 'first_tine'; did you mean 'first_time'"
            ],
            indonesian: [
                "rules/instruments/base.json5:30:37: attributes.first_time.role: peran 'first_tine' tidak dikenal; mungkin maksudnya 'first_time'"
            ]),
        Gap(
            path: "instruments/base.json5", old: "leap_day:", new: "leap_days:",
            english: [
                "rules/instruments/base.json5:2:7: id: the parameter 'leap_day' is missing: birthdays of 29 February have no day",
                "rules/instruments/later.json5:2:7: id: the parameter 'leap_day' is missing: birthdays of 29 February have no day",
            ],
            indonesian: [
                "rules/instruments/base.json5:2:7: id: parameter 'leap_day' tidak ada: hari ulang tahun 29 Februari tidak tertentu",
                "rules/instruments/later.json5:2:7: id: parameter 'leap_day' tidak ada: hari ulang tahun 29 Februari tidak tertentu",
            ]),
        Gap(
            path: "lists.json5", old: "id: 'sex'", new: "id: 'gender'",
            english: [
                "rules/lists.json5:6:5: roles[0]: the column 'sex' is missing, which the program reads; the id of this column stays; only its headings may change"
            ],
            indonesian: [
                "rules/lists.json5:6:5: roles[0]: kolom 'sex' tidak ada, padahal program membacanya; id kolom ini tetap; yang boleh diganti hanya judulnya"
            ]),
        Gap(
            path: "lists.json5", old: "id: 'birth_date', kind: 'date'", new: "id: 'birth_date', kind: 'text'",
            english: [
                "rules/lists.json5:12:132: roles[0].columns[6].id: the column 'birth_date' must be of kind 'date'"
            ],
            indonesian: [
                "rules/lists.json5:12:132: roles[0].columns[6].id: kolom 'birth_date' harus jenis 'date'"
            ]),
    ]

    @Test(arguments: gaps) func isMissed(_ gap: Gap) {
        let change = MiniRules.Change(path: gap.path, old: gap.old, new: gap.new)
        func found(_ findings: [String]) -> [String] { findings.map { String($0.prefix { $0 != "\n" }) } }
        #expect(found(MiniRules.refusal([change])) == gap.english)
        #expect(found(MiniRules.refusal([change], language: .indonesian)) == gap.indonesian)
    }

    @Test func provincesAreMissed() {
        let files = MiniRules.ruleFiles().filter { $0.path != "regions/provinces.csv" }
        let failure = #expect(throws: (any Error).self) { try RuleBook(files: files, directory: "rules") }
        #expect("\(failure.map { "\($0)" } ?? "")".contains("regions/provinces.csv"))
    }

    /// Every column that the program reads is asked for.
    @Test(arguments: PopulationColumns.read.map(\.id).filter { $0 != "nik" && $0 != "name" })
    func everyColumnTheProgramReadsIsMissed(_ id: String) {
        let change = MiniRules.Change(path: "lists.json5", old: "id: '\(id)'", new: "id: 'x\(id)'")
        let found = MiniRules.refusal([change])
        #expect(found.count == 1 && found.first?.contains("the column '\(id)' is missing") ?? false, "\(found)")
    }
}
