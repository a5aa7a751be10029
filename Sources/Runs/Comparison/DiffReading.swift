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

    static let table = "persons.csv"
    private static let salt = Array("siappilih pseudonyms 1\n".utf8)

    init(_ terms: DiffTerms, spoolingIn directory: String, capacity: Int) {
        self.terms = terms
        sorter = RowSorter(in: directory, capacity: capacity)
        // Number 0: no reason.
        _ = reasons.number([])
    }

    mutating func read(_ run: Run, isLater: Bool) throws(Failure) {
        guard run.has(Self.table) else {
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
        let rows = try RunRows(
            "\(run.path)/\(Self.table)",
            columns: ["list", "row", "nik", "region", "outcome", "kpu_code", "reasons"], salt: Self.salt)
        var outcomes = NumberedTexts()
        var places: [Int] = []
        var order = 0
        while try rows.next() {
            let list = lists.number(rows.bytes(0))
            guard let row = rows.number(1), row <= 0xFFFF_FFFF, list < 0xFFFF else { throw run.unfit(rows, "row") }
            let word = outcomes.number(rows.bytes(4))
            if word == places.count {
                guard let place = terms.place(outcomes.texts[word]) else { throw run.unfit(rows, "outcome") }
                places.append(place)
            }
            var kind = UInt64(list) + 1
            var key = UInt64(row)
            if case .value(let nik) = NIK.read(rows.bytes(2).span) { (kind, key) = (0, nik.value) }
            let person = DiffPerson(
                kind: kind, key: key, order: order, isLater: isLater, region: DiffRegion.number(rows.bytes(3)),
                verdict: DiffPerson.verdict(
                    list: list, row: row, outcome: places[word], code: rows.number(5) ?? 0),
                reasons: reasons.number(rows.bytes(6)))
            try sorter.append(person.row)
            order += 1
        }
        secrets.append(rows.finishDigest() ?? "")
    }
}
