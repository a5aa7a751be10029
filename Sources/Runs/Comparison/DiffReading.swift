import Civil
import Diagnostics
import RunFolder

/// Reads `persons.csv` of both runs into one sorter, so that rows of one person come together.
struct DiffReading {
    var sorter: RowSorter
    private(set) var lists = NumberedTexts()
    private(set) var reasons = NumberedTexts()
    /// SHA-256 of each `persons.csv` behind a salt that stands nowhere else: whoever lacks the files lacks it.
    private(set) var secrets: [String] = []
    private let terms: DiffTerms

    static let table = PersonTable.everyone
    private static let salt = Array("siappilih pseudonyms 1\n".utf8)

    init(_ terms: DiffTerms, spoolingIn directory: String, capacity: Int) {
        self.terms = terms
        sorter = RowSorter(in: directory, capacity: capacity)
        // Number 0: no reason.
        _ = reasons.number([])
    }

    mutating func read(_ run: Run, isLater: Bool) throws(Failure) {
        guard run.has(Self.table.rawValue) else {
            throw Failure(
                .input,
                Finding(
                    code: "run_without_persons",
                    message: Bilingual(
                        id: "hasil ini dibuat tanpa --persons, jadi tidak dapat dibandingkan orang per orang",
                        en: "this run was made without --persons, so its people cannot be compared"),
                    remedy: Bilingual(
                        id: "ulangi siappilih check dengan --persons", en: "run siappilih check again with --persons"),
                    location: SourceLocation(file: run.path)))
        }
        let table = try run.people(Self.table, PersonColumn.ofEveryone, salt: Self.salt)
        var outcomes = NumberedTexts()
        var places: [Int] = []
        var order = 0
        while try table.next() {
            let list = lists.number(table.bytes(.list))
            guard let row = table.number(.row), row <= 0xFFFF_FFFF, list < 0xFFFF else { throw table.unfit(.row) }
            let word = outcomes.number(table.bytes(.outcome))
            if word == places.count {
                guard let place = terms.place(outcomes.texts[word]) else { throw table.unfit(.outcome) }
                places.append(place)
            }
            var kind = UInt64(list) + 1
            var key = UInt64(row)
            if case .value(let nik) = NIK.read(table.bytes(.nik).span) { (kind, key) = (0, nik.value) }
            let person = DiffPerson(
                kind: kind, key: key, order: order, isLater: isLater, region: DiffRegion.number(table.bytes(.region)),
                verdict: DiffPerson.verdict(
                    list: list, row: row, outcome: places[word], code: table.number(.code) ?? 0),
                reasons: reasons.number(table.bytes(.reasons)))
            try sorter.append(person.row)
            order += 1
        }
        secrets.append(table.rows.finishDigest() ?? "")
    }
}
