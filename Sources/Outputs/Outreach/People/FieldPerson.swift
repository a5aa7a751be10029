import Civil
import ReportData
import Rules
import RunFolder

/// A person on a field list: what a team must see, and nothing of what it must not.
struct FieldPerson: Sendable {
    /// Which list of its kecamatan the person stands on; each on exactly one.
    enum List: Int, CaseIterable, Sendable {
        /// Must record: the walking list of the desa.
        case visit
        /// Needs only a letter or a card.
        case handOut
        /// A question of identity or of an earlier recording: for the office.
        case office
    }

    var list: List
    /// As far as it is known.
    var region: String
    /// Masked unless the user asked for whole numbers.
    var nik: String
    /// Masked whatever the user asked for.
    var maskedNIK = ""
    /// The family card, to put households together; never written.
    var nkk: UInt64?
    var name: String
    var sex: String
    var age: Int?
    var address: String
    var rt: String
    var rw: String
    var tps: String
    var outcome: String
    var nextStep: String
    /// Without the mark of first-time voters, which is said apart.
    var reasons: [Substring]
    /// The row of the list that speaks of the person, as answers name it: `dp4.csv:15`.
    var origin = ""
    /// Number of the household within the desa, from 1 on; nil where the family card is not known.
    var household: Int?
    /// Place in the desa's list, from 1 on.
    var number = 0
    /// Votes for the first time, by the rules' attribute.
    var isFirstTime: Bool
    /// The outcome is one of a recording that failed.
    var isFailed: Bool
}

extension FieldPerson {
    /// The columns that a person is read from.
    static let columns: [PersonColumn] = [
        .list, .row, .nkk, .nik, .name, .birthDate, .sex, .address, .rt, .rw, .region, .tps, .outcome, .reasons,
        .nextStep,
    ]

    /// The person of the row read last.
    init(_ rows: TableRows<PersonColumn>, _ words: FieldWords, list: (String) -> List) {
        nextStep = rows.text(.nextStep)
        self.list = list(nextStep)
        nkk = NKK.read(rows.bytes(.nkk).span).flatMap { NKK.isHousehold($0) ? $0 : nil }
        nik = words.masking.mask(rows.bytes(.nik))
        maskedNIK = Masking.kpu2020.mask(rows.bytes(.nik))
        name = rows.text(.name)
        age = CivilDate(iso: rows.text(.birthDate)).map { Int($0.age(on: words.asOf, leapDay: words.leapDay)) }.flatMap
        {
            $0 >= 0 ? $0 : nil
        }
        sex = words.sexes.code(rows.text(.sex)) ?? rows.text(.sex)
        address = rows.text(.address)
        rt = rows.text(.rt)
        rw = rows.text(.rw)
        region = rows.text(.region)
        origin = "\(rows.text(.list)):\(rows.text(.row))"
        tps = rows.text(.tps)
        outcome = rows.text(.outcome)
        isFailed = words.failed.contains(outcome)
        let all = rows.text(.reasons).split(separator: ";")
        reasons = all.filter { reason in !words.firstTime.contains { $0 == reason } }
        isFirstTime = reasons.count < all.count
    }
}

/// What turns a row of a run into what a field list says.
struct FieldWords {
    let masking: Masking
    let asOf: CivilDate
    let leapDay: LeapDay
    let sexes: CodeWords
    let firstTime: [String]
    let failed: [String]

    init(_ context: OutreachContext) {
        masking = context.options.isUnmasked ? .none : .kpu2020
        asOf = context.asOf
        leapDay = context.ruleset.leapDay
        sexes = CodeWords("sex", of: context.ruleset)
        firstTime = context.ruleset.attributes(.firstTime).sorted()
        failed = context.ruleset.outcomes(.failed).sorted()
    }
}
