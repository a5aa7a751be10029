import Civil
import Columns
import RunFolder
import Testing

@testable import Readiness

@Suite struct WeekCountsTests {
    private struct Group: Hashable {
        var regency: UInt64
        var monday: UInt64
    }

    /// Against counting one by one, over days before, within and long after the plain table, and people without a day.
    @Test func everybodyIsCountedInTheirWeek() throws {
        let places: [(digits: String, regency: UInt64)] = [
            ("1271901001", 1271), ("127190", 1271), ("1204", 1204), ("0000", 0), ("9999901001", 9999), ("12", 10000),
            ("", 10000),
        ]
        let days: [Int32] = [
            17_700, 17_701, 7_304, 7_305, 7_306, 7_312, -719_162, 2_932_896, 7_305 + 2048 * 7, 0, -1, -3, -4,
        ]
        var expected: [Group: Int] = [:]
        var seed: UInt64 = 99
        let threads = try (0..<3).map { _ in
            var weeks = WeekCounts()
            for _ in 0..<3000 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = places[Int(seed >> 40) % places.count]
                let day = days[Int(seed >> 50) % days.count] + Int32(truncatingIfNeeded: seed >> 33 & 15)
                let isDated = seed >> 20 & 3 > 0
                let region =
                    place.digits.isEmpty
                    ? .unknown
                    : RegionCode(digits: try #require(UInt64(place.digits)), length: place.digits.count)
                        ?? .unknown
                weeks.add(region.packed, day: isDated ? CivilDate(dayNumber: day) : nil)
                let monday =
                    isDated ? UInt64(UInt32(bitPattern: CivilDate(dayNumber: day).mondayOfWeek.dayNumber)) : .max
                expected[Group(regency: place.regency, monday: monday), default: 0] += 1
            }
            return weeks
        }
        var counts = CountTable()
        for weeks in threads { weeks.add(to: &counts) }
        var found: [Group: Int] = [:]
        for entry in counts.entries {
            #expect(found[Group(regency: entry.first, monday: entry.second)] == nil)
            found[Group(regency: entry.first, monday: entry.second)] = entry.count
        }
        #expect(found == expected)
        #expect(WeekCounts.rows(threads).reduce(0) { $0 + $1.people } == 9000)
    }
}
