import Civil
public import Diagnostics
public import Rules
import RunFolder

/// How old those are who have no recording, by sex: counted from the run's people, kept as counts alone.
public struct UnrecordedAges: Sendable {
    public struct Band: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            /// First-time voters, whatever their age.
            case firstTime
            /// From the first age to the last, both included; nil has no end.
            case years(from: Int, through: Int?)
            case unknown
        }

        public var kind: Kind
        public var male = 0
        public var female = 0
        public var ofUnknownSex = 0

        public var persons: Int { male + female + ofUnknownSex }
    }

    /// First-time voters, then youngest first, those of unknown age last.
    public let bands: [Band]
    /// The outcomes whose people are counted.
    public let outcomes: [OutcomeTerm]

    private static let step = 5
    private static let firstEnd = 19
    private static let last = 80

    private static var empty: [Band] {
        var bands = [Band(kind: .firstTime), Band(kind: .years(from: 0, through: firstEnd))]
        for from in stride(from: firstEnd + 1, to: last, by: step) {
            bands.append(Band(kind: .years(from: from, through: from + step - 1)))
        }
        return bands + [Band(kind: .years(from: last, through: nil)), Band(kind: .unknown)]
    }

    /// Of the people whose outcomes the rules count by sex: those without a recording.
    ///
    /// - Throws: `.input` where the people counted are not those of the tally.
    public init(_ source: ReportSource) throws(Failure) {
        let ruleset = source.ruleset
        outcomes = ruleset.outcomes.filter(\.bySex)
        let wanted = Set(outcomes.map { Array($0.id.utf8) })
        let firstTime = ruleset.attributes(.firstTime)
        let refused = ruleset.unusableReasons(of: "person.birth_date")
        let unusable = Set(
            ruleset.reasons.enumerated().filter { refused >> UInt64($0.offset) & 1 == 1 }.map(\.element.id))
        let words = CodeWords("sex", of: ruleset)
        var bands = Self.empty
        var sexes: [[UInt8]: String] = [:]
        let table = PersonTable.flagged
        let rows = try source.run.people(table, [.outcome, .sex, .birthDate, .reasons])
        while try rows.next() {
            guard wanted.contains(rows.bytes(.outcome)) else { continue }
            let cell = rows.bytes(.sex)
            let sex: String
            if let known = sexes[cell] {
                sex = known
            } else {
                sex = words.code(rows.text(.sex)) ?? ""
                // A column of other things must not fill the memory.
                if sexes.count < 1_000 { sexes[cell] = sex }
            }
            let reasons = rows.text(.reasons).split(separator: ";").map(String.init)
            let birth = reasons.contains(where: unusable.contains) ? nil : CivilDate(iso: rows.text(.birthDate))
            let age = birth.flatMap { day -> Int? in
                day > ruleset.votingDay ? nil : Int(day.age(on: ruleset.votingDay, leapDay: ruleset.leapDay))
            }
            let place = Self.place(age, isFirstTime: reasons.contains(where: firstTime.contains), in: bands)
            if sex == ruleset.maleCode {
                bands[place].male += 1
            } else if sex == ruleset.femaleCode {
                bands[place].female += 1
            } else {
                bands[place].ofUnknownSex += 1
            }
        }
        let totals = source.areas.total
        let places = source.areas.words.outcomes.indices.filter { source.areas.words.outcomes[$0].bySex }
        func sum(_ counts: [Int]) -> Int { places.reduce(0) { $0 + counts[$1] } }
        guard bands.reduce(0, { $0 + $1.persons }) == sum(totals.outcomes),
            bands.reduce(0, { $0 + $1.male }) == sum(totals.male),
            bands.reduce(0, { $0 + $1.female }) == sum(totals.female)
        else { throw ReportSource.disagreement("\(source.run.path)/\(table.rawValue)") }
        self.bands = bands
    }

    private static func place(_ age: Int?, isFirstTime: Bool, in bands: [Band]) -> Int {
        if isFirstTime { return 0 }
        guard let age else { return bands.count - 1 }
        let place = bands.firstIndex { band in
            guard case .years(let from, let through) = band.kind else { return false }
            return age >= from && through.map { age <= $0 } ?? true
        }
        return place ?? bands.count - 1
    }
}
