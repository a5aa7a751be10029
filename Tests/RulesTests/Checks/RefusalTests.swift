import Diagnostics
import Testing

@testable import Rules

/// What a rules directory is refused for: each with its whole message.
@Suite struct RefusalTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        var path: String
        var old: String
        var new: String
        var expected: [String]

        var testDescription: String { "\(path): \(new)" }
    }

    private static func base(_ old: String, _ new: String, _ expected: String...) -> Bad {
        Bad(path: "instruments/base.json5", old: old, new: new, expected: expected)
    }

    private static func lists(_ old: String, _ new: String, _ expected: String...) -> Bad {
        Bad(path: "lists.json5", old: old, new: new, expected: expected)
    }

    static let cases: [Bad] = [
        // Syntax
        base(
            "id: 'base',", "id: 'base'",
            """
            rules/instruments/base.json5:3:3: not JSON5: expected , or } here
             |   AAAAA: { AAAA: 'AAAA', AAAA: 'AAAA' },
             |   ^
            """),
        base(
            "source: 'made up', confidence", "source: 'made up, confidence",
            """
            rules/instruments/base.json5:4:34: not JSON5: expected , or } here
             |   AAAA: 'AAAA AAAA, AAAA: 'AAAAA',
             |                            ^
            """),
        // Fields
        base(
            "source: 'made up', confidence: 'text',", "sourcce: 'made up', confidence: 'text',",
            """
            rules/instruments/base.json5:4:3: unknown field 'sourcce'; did you mean 'source'
             |   sourcce: 'made up', confidence: 'text',
             |   ^^^^^^^
            """),
        base(
            "source: 'made up', confidence: 'text',", "source: 'made up', source: 'again', confidence: 'text',",
            """
            rules/instruments/base.json5:4:22: the key 'source' stands twice; remove one of them
             |   source: 'made up', source: 'again', confidence: 'text',
             |                      ^^^^^^
            """),
        base(
            "source: 'made up', confidence: 'text',", "source: 'made up',",
            """
            rules/instruments/base.json5:1:1: the field 'confidence' is missing
             | {
             | ^
            """),
        base(
            "{ reason: 'young', kpu_code: 3 }", "{ reason: 'young', kpu_code: '3' }",
            """
            rules/instruments/base.json5:19:43: requirements[0].fails.kpu_code: unknown fact that holds a code '3'
             |       fails: { reason: 'young', kpu_code: '3' },
             |                                           ^^^
            """),
        base(
            "{ reason: 'young', kpu_code: 3 }", "{ reason: 'young', kpu_code: 7 }",
            """
            rules/instruments/base.json5:19:43: requirements[0].fails.kpu_code: the KPU code 7 is not in terms.json5
             |       fails: { reason: 'young', kpu_code: 7 },
             |                                           ^
            """),
        base(
            "{ reason: 'young', kpu_code: 3 }", "{ reason: 'yuong', kpu_code: 3 }",
            """
            rules/instruments/base.json5:19:24: requirements[0].fails.reason: unknown reason 'yuong'; did you mean 'young'
             |       fails: { reason: 'yuong', kpu_code: 3 },
             |                        ^^^^^^^
            """),
        // Citations and confidence
        base(
            "cite: [{ instrument: 'A', provision: '4', confidence: 'secondary' }],", "cite: [],",
            """
            rules/instruments/base.json5:17:13: requirements[0].cite: no citation is given
             |       cite: [],
             |             ^^
            """),
        base(
            "confidence: 'secondary'", "confidence: 'certain'",
            """
            rules/instruments/base.json5:17:61: requirements[0].cite[0].confidence: unknown confidence 'certain'
             |       cite: [{ instrument: 'A', provision: '4', confidence: 'certain' }],
             |                                                             ^^^^^^^^^
            """),
        // Dates
        base(
            "until: '2010-01-01'", "until: '2010-02-30'",
            """
            rules/instruments/base.json5:7:47: parameters.age[0].until: no date of the form YYYY-MM-DD
             |       { value: 21, from: '2000-01-01', until: '2010-02-30', cite: [{ instrument: 'A', provision: '1', confidence: 'text' }] },
             |                                               ^^^^^^^^^^^^
            """,
            """
            rules/instruments/base.json5:8:7: parameters.age[1]: two versions of 'params.age' are in force on one day; the other is at rules/instruments/base.json5:7:7; let 'until' of the earlier be 'from' of the later
             |       { value: 17, from: '2010-01-01', cite: [{ instrument: 'A', provision: '2', confidence: 'text' }] },
             |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        base(
            "until: '2010-01-01'", "until: '2010-01-02'",
            """
            rules/instruments/base.json5:8:7: parameters.age[1]: two versions of 'params.age' are in force on one day; the other is at rules/instruments/base.json5:7:7; let 'until' of the earlier be 'from' of the later
             |       { value: 17, from: '2010-01-01', cite: [{ instrument: 'A', provision: '2', confidence: 'text' }] },
             |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        base(
            "until: '2010-01-01'", "until: '2009-12-31'",
            """
            rules/instruments/base.json5:8:7: parameters.age[1]: no version of 'params.age' is in force from 2009-12-31 until 2010-01-01; the other is at rules/instruments/base.json5:7:7; let 'until' of the earlier be 'from' of the later
             |       { value: 17, from: '2010-01-01', cite: [{ instrument: 'A', provision: '2', confidence: 'text' }] },
             |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        base(
            "until: '2010-01-01'", "until: '2000-01-01'",
            """
            rules/instruments/base.json5:7:47: parameters.age[0].until: 'until' must lie after 'from'; it is the first day no longer in force
             |       { value: 21, from: '2000-01-01', until: '2000-01-01', cite: [{ instrument: 'A', provision: '1', confidence: 'text' }] },
             |                                               ^^^^^^^^^^^^
            """,
            """
            rules/instruments/base.json5:8:7: parameters.age[1]: no version of 'params.age' is in force from 2000-01-01 until 2010-01-01; the other is at rules/instruments/base.json5:7:7; let 'until' of the earlier be 'from' of the later
             |       { value: 17, from: '2010-01-01', cite: [{ instrument: 'A', provision: '2', confidence: 'text' }] },
             |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        base(
            "value: 'march-1'", "value: 'march-2'",
            """
            rules/instruments/base.json5:10:5: parameters.leap_day: expected one of: february-28, march-1
             |     leap_day: { value: 'march-2', from: '2000-01-01', cite: [{ instrument: 'A', provision: '3', confidence: 'text' }] },
             |     ^^^^^^^^
            """),
        // Conditions
        base(
            "holds: '!has(ban) || ban.until < election.voting_day'",
            "holds: '!has(ban) || ban.untill < election.voting_day'",
            """
            rules/instruments/base.json5:25:28: requirements[1].holds: unknown fact 'ban.untill'; did you mean 'ban.until'
             |       holds: '!has(ban) || ban.untill < election.voting_day',
             |                            ^^^^^^^^^^
            """),
        base(
            "holds: '!has(ban) || ban.until < election.voting_day'", "holds: 'req.of_age'",
            """
            rules/instruments/base.json5:25:14: requirements[1].holds: 'req.of_age' is not known yet here; only findings, attributes and outcomes may use it
             |       holds: 'req.of_age',
             |              ^^^^^^^^^^^^
            """),
        base(
            "usable: [{ fact: 'person.born'", "usable: [{ fact: 'ban.until'",
            """
            rules/instruments/base.json5:12:20: usable[0].fact: unknown fact of the population list 'ban.until'
             |   usable: [{ fact: 'ban.until', cases: [{ when: 'person.born > as_of', reason: 'future' }] }],
             |                    ^^^^^^^^^^^
            """),
        // Outcomes
        base(
            "outcome: 'fine', when", "outcome: 'fin', when",
            """
            rules/instruments/base.json5:34:16: outcomes[2].outcome: unknown outcome 'fin'; did you mean 'fine'
             |     { outcome: 'fin', when: "card.class == 'held'", kpu_code: null, next_step: 'none' },
             |                ^^^^^
            """),
        base(
            "kpu_code: 9, next_step: 'ask' },", "kpu_code: 9, next_step: 'sak' },",
            """
            rules/instruments/base.json5:33:75: outcomes[1].next_step: unknown next step 'sak'; did you mean 'ask'
             |     { outcome: 'doubt', when: 'any_undetermined', kpu_code: 9, next_step: 'sak' },
             |                                                                           ^^^^^
            """),
        base(
            "when: 'any_undetermined', ", "",
            """
            rules/instruments/base.json5:33:16: outcomes[1].outcome: without 'when' it must be the last: what follows is never reached
             |     { outcome: 'doubt', kpu_code: 9, next_step: 'ask' },
             |                ^^^^^^^
            """),
        base(
            ", { step: 'ask' }]", "]",
            """
            rules/instruments/base.json5:37:57: outcomes[3].next_step[0].step: the last step must have no 'when', so that there always is one
             |       next_step: [{ when: "card.class == 'made'", step: 'none' }],
             |                                                         ^^^^^^
            """),
        base(
            "outcome: 'doubt', kpu_code: 9,\n", "outcome: 'doubt', when: 'has(card)', kpu_code: 9,\n",
            """
            rules/instruments/base.json5:36:16: outcomes[3].outcome: the last outcome must have no 'when', so that everyone has one
             |       outcome: 'doubt', when: 'has(card)', kpu_code: 9,
             |                ^^^^^^^
            """),
        // Restating
        Bad(
            path: "instruments/later.json5", old: "restates: 'base'", new: "restates: 'bas'",
            expected: [
                """
                rules/instruments/later.json5:2:26: restates: unknown instrument 'bas'; did you mean 'base'
                 |   id: 'later', restates: 'bas', title: { id: 'Baru', en: 'Later' }, source: 'made up', confidence: 'text',
                 |                          ^^^^^
                """
            ]),
        Bad(
            path: "instruments/later.json5", old: "id: 'of_age'", new: "id: 'of_aeg'",
            expected: [
                """
                rules/instruments/later.json5:4:11: requirements[0].id: unknown requirement 'of_aeg'; did you mean 'of_age'
                 |     { id: 'of_aeg', cite: [{ instrument: 'B', provision: '1', confidence: 'text' }] },
                 |           ^^^^^^^^
                """
            ]),
        // Lists
        lists(
            "headings: ['TGL LAHIR', 'LAHIR']", "headings: ['TGL LAHIR', 'nama']",
            """
            rules/lists.json5:10:61: roles[0].columns[2].headings[1]: the heading 'nama' already belongs to the column 'name'
             |         { id: 'born', kind: 'date', headings: ['TGL LAHIR', 'nama'] },
             |                                                             ^^^^^^
            """),
        lists(
            "codes: { made: ['CETAK'], held: ['ADA'] }", "codes: { made: ['CETAK'], held: ['ADA', 'cetak'] }",
            """
            rules/lists.json5:17:100: roles[1].columns[1].codes.held[1]: the word 'cetak' already means the code 'made' (rules/lists.json5:17)
             |         { id: 'class', kind: 'code', headings: ['STATUS'], codes: { made: ['CETAK'], held: ['ADA', 'cetak'] },
             |                                                                                                    ^^^^^^^
            """),
        lists(
            "'profile:marks'", "'profile:mark'",
            """
            rules/elections/vote-2018.json5:3:32: profile: neither profile 'plain' nor 'statuses' has the code table 'mark'
             |   instrument: 'base', profile: 'plain', statuses: 'statuses', regions: 'places', calendars: [2018],
             |                                ^^^^^^^
            """,
            """
            rules/lists.json5:11:64: roles[0].columns[3].codes: unknown code table 'mark'; did you mean 'marks'
             |         { id: 'mark', kind: 'code', headings: ['MARK'], codes: 'profile:mark' },
             |                                                                ^^^^^^^^^^^^^^
            """),
        lists(
            "order: ['held', 'made', 'unknown']", "order: ['held', 'unknown']",
            """
            rules/lists.json5:14:13: roles[1].rows: the code 'made' is missing in 'order'
             |       rows: { latest: 'made_on', code: 'class', order: ['held', 'unknown'] },
             |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        lists(
            "known_since: 'made_on'", "known_since: 'madeon'",
            """
            rules/lists.json5:13:64: roles[1].known_since: unknown column 'madeon'; did you mean 'made_on'
             |     { id: 'cards', option: 'cards', fact: 'card', known_since: 'madeon', title: { id: 'kartu', en: 'cards' },
             |                                                                ^^^^^^^^
            """),
        lists(
            "kind: 'date', headings: ['SAMPAI']", "kind: 'dat', headings: ['SAMPAI']",
            """
            rules/lists.json5:24:30: roles[2].columns[1].kind: unknown kind of column 'dat'; did you mean 'date'
             |         { id: 'until', kind: 'dat', headings: ['SAMPAI'] },
             |                              ^^^^^
            """),
        lists(
            "identity: ['name']", "identity: ['nam']",
            """
            rules/lists.json5:4:15: equal_rows: unknown column 'nam'; did you mean 'name'
             |   equal_rows: { identity: ['nam'], classes: [{ class: 'k1', columns: ['name', 'born'], needs: ['name'] }] },
             |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """),
        // Terms
        Bad(
            path: "terms.json5", old: "{ id: 'banned', title", new: "{ id: 'young', title",
            expected: [
                """
                rules/terms.json5:10:11: reasons[1].id: the id 'young' already stands at rules/terms.json5:9:11
                 |     { id: 'young', title: { id: 'Dilarang', en: 'Banned' } },
                 |           ^^^^^^^
                """
            ]),
        // Elections, calendars, regions
        Bad(
            path: "elections/vote-2018.json5", old: "instrument: 'base'", new: "instrument: 'bose'",
            expected: [
                """
                rules/elections/vote-2018.json5:3:15: instrument: unknown instrument 'bose'; did you mean 'base'
                 |   instrument: 'bose', profile: 'plain', statuses: 'statuses', regions: 'places', calendars: [2018],
                 |               ^^^^^^
                """
            ]),
        Bad(
            path: "elections/vote-2018.json5", old: "calendars: [2018]", new: "calendars: [2019]",
            expected: [
                """
                rules/elections/vote-2018.json5:3:93: calendars: unknown calendar '2019'; did you mean '2018'
                 |   instrument: 'base', profile: 'plain', statuses: 'statuses', regions: 'places', calendars: [2019],
                 |                                                                                             ^^^^^^
                """
            ]),
        Bad(
            path: "elections/vote-2018.json5", old: "id: 'vote-2018'", new: "id: 'vote-2019'",
            expected: [
                """
                rules/elections/vote-2018.json5:2:7: id: the id 'vote-2019' must be the file's name 'vote-2018'
                 |   id: 'vote-2019', title: { id: 'Pemilihan 2018', en: 'Vote 2018' }, voting_day: '2018-06-27',
                 |       ^^^^^^^^^^^
                """
            ]),
        Bad(
            path: "calendars/2018.json5", old: "date: '2018-06-27'", new: "date: '2017-06-27'",
            expected: [
                """
                rules/calendars/2018.json5:2:11: days[0].date: 2017-06-27 is no day of 2018
                 |   { date: '2017-06-27', kind: 'polling', title: { id: 'Coblos', en: 'Polling' }, confidence: 'text', source: 'made up' },
                 |           ^^^^^^^^^^^^
                """
            ]),
        Bad(
            path: "regions/places.csv", old: "1201,Kota", new: "120,Kota",
            expected: [
                """
                rules/regions/places.csv:3:1: expected 'code,name' with a code of 2, 4, 6 or 10 digits; a name with a comma stands in quotation marks
                 | 120,Kota
                 | ^^^^^^^^
                """
            ]),
    ]

    @Test(arguments: cases) func isRefusedWithItsMessage(_ bad: Bad) {
        let change = MiniRules.Change(path: bad.path, old: bad.old, new: bad.new)
        let found = MiniRules.refusal([change])
        #expect(found == bad.expected)
        // The same number of problems in Indonesian, in other words.
        let indonesian = MiniRules.refusal([change], language: .indonesian)
        #expect(indonesian.count == found.count)
    }

    @Test func theSmallRulesAreAccepted() { #expect(MiniRules.refusal([]) == []) }

    @Test func allProblemsOfAllDocumentsAtOnce() {
        let found = MiniRules.refusal([
            .init(path: "instruments/base.json5", old: "reason: 'young'", new: "reason: 'yuong'"),
            .init(path: "instruments/base.json5", old: "outcome: 'fine', when", new: "outcome: 'fin', when"),
            .init(path: "elections/vote-2018.json5", old: "profile: 'plain'", new: "profile: 'plan'"),
        ])
        #expect(
            found.map { $0.prefix { $0 != ";" } } == [
                "rules/elections/vote-2018.json5:3:32: profile: unknown profile 'plan'",
                "rules/instruments/base.json5:19:24: requirements[0].fails.reason: unknown reason 'yuong'",
                "rules/instruments/base.json5:34:16: outcomes[2].outcome: unknown outcome 'fin'",
            ])
    }

    @Test func aMissingDirectoryAndMissingDocuments() {
        let error = #expect(throws: Failure.self) { try RuleBook.load(directory: "/nowhere/rules") }
        #expect(error?.kind == .input)
        #expect(
            error?.findings.map { $0.rendered(in: .english) } == [
                "there is no rules directory '/nowhere/rules'; name the folder that holds lists.json5 with --rules DIR"
            ])
        let empty = #expect(throws: Failure.self) { try RuleBook(files: [], directory: "rules") }
        #expect(
            empty?.findings.map { $0.rendered(in: .english) } == [
                "rules/lists.json5: the rule document is missing", "rules/terms.json5: the rule document is missing",
            ])
        #expect(
            empty?.findings.map { $0.rendered(in: .indonesian) } == [
                "rules/lists.json5: dokumen aturan tidak ada", "rules/terms.json5: dokumen aturan tidak ada",
            ])
        #expect(
            ExpressionList.unchecked
                == Bilingual(id: "ketentuan ini belum diperiksa", en: "this condition was not checked"))
    }
}
