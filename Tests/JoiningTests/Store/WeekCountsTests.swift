import Civil
import Columns
import Linkage
import Testing

@testable import Joining

@Suite struct WeekCountsTests {
    private struct Group: Hashable {
        var regency: UInt64
        var monday: UInt64
    }

    /// Against counting one by one, over days before, within and long after the plain table, and years that none has.
    @Test func everyRecordingIsCountedInItsWeek() {
        var weeks = WeekCounts()
        var expected: [Group: Int] = [:]
        var seed: UInt64 = 99
        for _ in 0..<20 {
            var regencies: [UInt16] = []
            var days: [Int32] = []
            var states: [UInt8] = []
            for _ in 0..<500 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let regency = [1271, 1204, 0, 9999, 10000, PersonIndex.notListed][Int(seed >> 40) % 6]
                let day =
                    [
                        17_700, 17_701, 7_304, 7_305, 7_306, 7_312, -719_162, 2_932_896, 7_305 + 2048 * 7, 0, -1, -3,
                        -4,
                    ][Int(seed >> 50) % 13] + Int32(truncatingIfNeeded: seed >> 33 & 15)
                let state = UInt8(seed >> 20 & 3 == 0 ? seed >> 22 & 1 * 2 : 1)
                regencies.append(UInt16(regency))
                days.append(day)
                states.append(state)
                if regency == PersonIndex.notListed { continue }
                let monday =
                    state == 1
                    ? UInt64(UInt32(bitPattern: CivilDate(dayNumber: day).mondayOfWeek.dayNumber)) : .max
                expected[Group(regency: UInt64(regency), monday: monday), default: 0] += 1
            }
            weeks.add(regencies, days: days, states: states)
        }
        weeks.add(1271, day: 17_700)
        let monday = UInt64(UInt32(bitPattern: CivilDate(dayNumber: 17_700).mondayOfWeek.dayNumber))
        expected[Group(regency: 1271, monday: monday), default: 0] += 1
        var counts = CountTable()
        weeks.add(to: &counts)
        var found: [Group: Int] = [:]
        for entry in counts.entries {
            #expect(found[Group(regency: entry.first, monday: entry.second)] == nil)
            found[Group(regency: entry.first, monday: entry.second)] = entry.count
        }
        #expect(found == expected)
    }
}
