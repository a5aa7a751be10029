import Civil
import Diagnostics
import Schema

@testable import Rules

/// A small rules directory in memory: two requirements, three outcomes. Tests change a line of it and look what happens.
enum MiniRules {
    static let lists = """
        {
          delimiters: [{ char: ',' }, { char: '#', quoting: false, empty: 'null' }],
          total_words: ['JUMLAH'],
          equal_rows: { identity: ['name'], classes: [{ class: 'k1', columns: ['name', 'born'], needs: ['name'] }] },
          roles: [
            { id: 'people', option: 'people', fact: 'person', rows: 'person', title: { id: 'orang', en: 'people' },
              columns: [
                { id: 'nik', kind: 'nik', required: true, headings: ['NIK'] },
                { id: 'name', kind: 'text', headings: ['NAMA'] },
                { id: 'born', kind: 'date', headings: ['TGL LAHIR', 'LAHIR'] },
                { id: 'mark', kind: 'code', headings: ['MARK'], codes: 'profile:marks' },
              COLUMNS ] },
            { id: 'cards', option: 'cards', fact: 'card', known_since: 'made_on', title: { id: 'kartu', en: 'cards' },
              rows: { latest: 'made_on', code: 'class', order: ['held', 'made', 'unknown'] },
              columns: [
                { id: 'nik', kind: 'nik', required: true, headings: ['NIK'] },
                { id: 'class', kind: 'code', headings: ['STATUS'], codes: { made: ['CETAK'], held: ['ADA'] },
                  empty_code: 'unknown', other_code: 'unknown' },
                { id: 'made_on', kind: 'date', headings: ['TANGGAL'] },
              ] },
            { id: 'bans', option: 'bans', fact: 'ban', rows: 'every', title: { id: 'larangan', en: 'bans' },
              columns: [
                { id: 'nik', kind: 'nik', required: true, headings: ['NIK'] },
                { id: 'until', kind: 'date', headings: ['SAMPAI'] },
                { id: 'number', kind: 'code', headings: ['KODE'], codes: { '4': ['4'], '2': ['2'] }, absent_code: '4' },
              ] },
          ],
        }
        """.replacing("COLUMNS", with: ownColumns)

    /// The columns that the program reads itself and no condition here names.
    private static let ownColumns = PopulationColumns.read.filter { !["nik", "name"].contains($0.id) }
        .map { column in
            let codes = column.kind == .code ? ", codes: { x: ['X'] }" : ""
            let heading = "OWN \(column.id.uppercased())"
            return "{ id: '\(column.id)', kind: '\(column.kind.rawValue)', headings: ['\(heading)']\(codes) }"
        }.joined(separator: ", ")

    static let terms = """
        {
          outcomes: [
            { id: 'out', eligible: false, recorded: false, flagged: false, by_sex: false, title: { id: 'Keluar', en: 'Out' } },
            { id: 'fine', eligible: true, recorded: true, flagged: false, by_sex: false, title: { id: 'Baik', en: 'Fine' } },
            { id: 'doubt', role: 'failed', eligible: true, recorded: false, flagged: true, by_sex: true, title: { id: 'Ragu', en: 'Doubt' } },
          ],
          next_steps: [{ id: 'none', role: 'nothing', title: { id: '-', en: '-' } }, { id: 'ask', exported_as: 'collect', title: { id: 'Tanya', en: 'Ask' } }],
          reasons: [
            { id: 'young', title: { id: 'Muda', en: 'Young' } },
            { id: 'banned', title: { id: 'Dilarang', en: 'Banned' } },
            { id: 'no_date', title: { id: 'Tanpa tanggal', en: 'No date' } },
            { id: 'future', title: { id: 'Masa depan', en: 'Future' } },
            { id: 'ban_unclear', title: { id: 'Tidak jelas', en: 'Unclear' } },
            { id: 'ban_open', title: { id: 'Terbuka', en: 'Open' } },
            { id: 'no_card', title: { id: 'Tanpa kartu', en: 'No card' } },
            { id: 'odd_mark', title: { id: 'Tanda aneh', en: 'Odd mark' } },
            { id: 'first_time', title: { id: 'Pemula', en: 'First time' } },
          ],
          kpu_codes: [2, 3, 4, 9].length,
          sexes: { male: 'L', female: 'P' },
        }
        """.replacing(
            "[2, 3, 4, 9].length",
            with: "["
                + [2, 3, 4, 9].map { "{ code: \($0), title: { id: 'K\($0)', en: 'C\($0)' } }" }.joined(separator: ", ")
                + "]")

    static let profile = """
        { id: 'plain', title: { id: 'Polos', en: 'Plain' }, source: 'made up', confidence: 'unverified',
          tables: { marks: { codes: { yes: ['Y', 'YES'], no: ['N'] } } } }
        """

    static let statuses = """
        { id: 'statuses', title: { id: 'Status', en: 'Statuses' }, source: 'made up', confidence: 'text', tables: {} }
        """

    static let base = """
        {
          id: 'base',
          title: { id: 'Dasar', en: 'Base' },
          source: 'made up', confidence: 'text',
          parameters: {
            age: [
              { value: 21, from: '2000-01-01', until: '2010-01-01', cite: [{ instrument: 'A', provision: '1', confidence: 'text' }] },
              { value: 17, from: '2010-01-01', cite: [{ instrument: 'A', provision: '2', confidence: 'text' }] },
            ],
            leap_day: { value: 'march-1', from: '2000-01-01', cite: [{ instrument: 'A', provision: '3', confidence: 'text' }] },
          },
          usable: [{ fact: 'person.born', cases: [{ when: 'person.born > as_of', reason: 'future' }] }],
          findings: [{ when: "person.mark == 'yes' && !req.of_age", reason: 'odd_mark' }],
          requirements: [
            {
              id: 'of_age', title: { id: 'Cukup umur', en: 'Of age' }, from: '2000-01-01',
              cite: [{ instrument: 'A', provision: '4', confidence: 'secondary' }],
              holds: 'age_on(person.born, election.voting_day) >= params.age',
              fails: { reason: 'young', kpu_code: 3 },
              undetermined: [{ when: '!has(person.born)', reason: 'no_date' }],
            },
            {
              id: 'not_banned', title: { id: 'Tidak dilarang', en: 'Not banned' }, from: '2000-01-01',
              cite: [{ instrument: 'A', provision: '5', confidence: 'unverified' }],
              holds: '!has(ban) || ban.until < election.voting_day',
              fails: { reason: 'banned', kpu_code: 'ban.number' },
              undetermined: [{ when: 'ban.until_given', reason: 'ban_unclear' }, { reason: 'ban_open' }],
            },
          ],
          attributes: { first_time: { role: 'first_time', when: 'age_on(person.born, as_of) < params.age && req.of_age' } },
          outcomes: [
            { outcome: 'out', when: 'any_fails', kpu_code: 'smallest', next_step: 'none' },
            { outcome: 'doubt', when: 'any_undetermined', kpu_code: 9, next_step: 'ask' },
            { outcome: 'fine', when: "card.class == 'held'", kpu_code: null, next_step: 'none' },
            {
              outcome: 'doubt', kpu_code: 9,
              next_step: [{ when: "card.class == 'made'", step: 'none' }, { step: 'ask' }],
              reason: [{ when: '!has(card)', reason: 'no_card' }],
            },
          ],
        }
        """

    static let later = """
        {
          id: 'later', restates: 'base', title: { id: 'Baru', en: 'Later' }, source: 'made up', confidence: 'text',
          requirements: [
            { id: 'of_age', cite: [{ instrument: 'B', provision: '1', confidence: 'text' }] },
            { id: 'not_banned', from: '2000-01-01', until: '2018-03-01',
              cite: [{ instrument: 'B', provision: '2', confidence: 'text' }] },
            { id: 'not_banned', from: '2018-03-01',
              cite: [{ instrument: 'B', provision: '3', confidence: 'text' }],
              advice: { id: 'Bawa surat.', en: 'Bring a letter.' } },
          ],
        }
        """

    static let election = """
        {
          id: 'vote-2018', title: { id: 'Pemilihan 2018', en: 'Vote 2018' }, voting_day: '2018-06-27',
          instrument: 'base', profile: 'plain', statuses: 'statuses', regions: 'places', calendars: [2018],
          stages: [{ id: 'lists', from: '2018-01-20', until: '2018-02-19', title: { id: 'Daftar', en: 'Lists' },
                     cite: [{ instrument: 'C', provision: '1', confidence: 'text' }], confidence: 'text' }],
        }
        """

    static let calendar = """
        { year: 2018, confidence: 'text', days: [
          { date: '2018-06-27', kind: 'polling', title: { id: 'Coblos', en: 'Polling' }, confidence: 'text', source: 'made up' },
        ] }
        """

    static let files: [String: String] = [
        "lists.json5": lists, "terms.json5": terms, "profiles/plain.json5": profile,
        "profiles/statuses.json5": statuses,
        "instruments/base.json5": base, "instruments/later.json5": later, "elections/vote-2018.json5": election,
        "calendars/2018.json5": calendar, "regions/places.csv": "code,name\n12,Pulau\n1201,Kota\n",
        "regions/provinces.csv": "code,name\n12,Pulau\n",
    ]

    /// A change of one document: every `old` in it becomes `new`.
    struct Change {
        var path: String
        var old: String
        var new: String
    }

    static func ruleFiles(_ changes: [Change] = []) -> [RuleFile] {
        var files = files
        for change in changes { files[change.path]?.replace(change.old, with: change.new) }
        return files.map { RuleFile(path: $0.key, bytes: Array($0.value.utf8)) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func book(_ changes: [Change] = []) throws(Failure) -> RuleBook {
        try RuleBook(files: ruleFiles(changes), directory: "rules")
    }

    static func ruleset(_ changes: [Change] = [], instrument: String? = nil, asOf: String = "2018-04-01") throws
        -> Ruleset
    {
        try Ruleset(
            book: try book(changes), election: "vote-2018", instrument: instrument, asOf: CivilDate(iso: asOf),
            today: CivilDate(dayNumber: 17_700))
    }

    /// The findings, as people read them, with which a changed directory is refused.
    static func refusal(_ changes: [Change], language: Language = .english) -> [String] {
        do {
            _ = try book(changes)
            return []
        } catch {
            return error.findings.map { $0.rendered(in: language) }
        }
    }
}
