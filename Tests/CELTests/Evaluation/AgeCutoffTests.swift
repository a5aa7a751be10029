import Civil
import Testing

@testable import CEL

/// An age compared with a number is a birth date compared with a day.
@Suite struct AgeCutoffTests {
    private func holds(_ operation: BinaryOperator, _ left: Int64, _ right: Int64) -> Bool {
        switch operation {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        default: left != right
        }
    }

    private static let operations: [BinaryOperator] = [
        .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
    ]

    /// By every birth date around each birthday, leap days among them.
    @Test(
        arguments: ["2018-06-27", "2016-02-29", "2017-02-28", "2017-03-01", "2019-01-01"],
        [LeapDay.march1, .february28])
    func birthsAreThoseOfTheAge(day: String, leapDay: LeapDay) throws {
        let day = try #require(CivilDate(iso: day))
        var births: [CivilDate] = []
        for year in [1895, 1999, 2000, 2001, 2002, 2017, 2018, 2019] {
            for (month, date) in [(1, 1), (2, 28), (2, 29), (3, 1), (6, 26), (6, 27), (6, 28), (12, 31)] {
                if let birth = CivilDate(year: year, month: month, day: date) { births.append(birth) }
            }
        }
        for years in [-2, -1, 0, 1, 16, 17, 18, 120] as [Int64] {
            for operation in Self.operations {
                let range = AgeCutoff.births(operation, years, on: day, leapDay: leapDay)
                for birth in births {
                    let isInside = (range.low...max(range.low, range.high)).contains(birth.dayNumber) && !range.isEmpty
                    let age = Int64(birth.age(on: day, leapDay: leapDay))
                    #expect(
                        (isInside != range.isComplement) == holds(operation, age, years),
                        "\(birth) on \(day): \(operation) \(years)")
                }
            }
        }
    }

    /// Numbers of years that nobody can have.
    @Test(arguments: operations) func absurdAgesAreNobodys(operation: BinaryOperator) throws {
        let day = try #require(CivilDate(iso: "2018-06-27"))
        let birth = try #require(CivilDate(iso: "2000-01-01")).dayNumber
        for years in [Int64.max, .max - 1, .min, .min + 1] {
            let range = AgeCutoff.births(operation, years, on: day, leapDay: .march1)
            let isInside = !range.isEmpty && range.low <= birth && birth <= range.high
            #expect((isInside != range.isComplement) == holds(operation, 18, years))
        }
    }

    /// The same of plain numbers, at the ends of what a column holds.
    @Test(arguments: operations) func numbersAreCompared(operation: BinaryOperator) {
        let constants: [Int64] = [
            .min, Int64(Int32.min) - 1, Int64(Int32.min), -1, 0, 7, Int64(Int32.max), Int64(Int32.max) + 1, .max,
        ]
        for constant in constants {
            let range = NumberRange.numbers(operation, constant)
            for number in [Int32.min, -1, 0, 6, 7, 8, Int32.max] {
                let isInside = !range.isEmpty && range.low <= number && number <= range.high
                #expect((isInside != range.isComplement) == holds(operation, Int64(number), constant))
            }
        }
    }
}
