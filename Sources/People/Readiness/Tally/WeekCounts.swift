import Civil
import Columns
import RunFolder

/// People recorded by kabupaten and by the week in which they were first known to be.
struct WeekCounts: Sendable {
    /// Weeks from this Monday on stand in a plain table; days before and long after go to `others`.
    private static let firstMonday = CivilDate(dayNumber: 7305).mondayOfWeek.dayNumber
    private static let weeks = 2048

    /// Number of a kabupaten's rows in the table, -1 = none yet; 10000 stands for those not known.
    private var rows = [Int32](repeating: -1, count: 10001)
    private var regencies: [UInt16] = []
    private var table: [UInt32] = []
    private var others = CountTable()
    /// The region met last, and its kabupaten.
    private var last: (region: UInt64, regency: UInt16) = (0, 10000)

    /// Counts a person.
    ///
    /// - Parameters:
    ///   - region: packed.
    ///   - day: on which they were first known to be recorded; nil where none is known.
    mutating func add(_ region: UInt64, day: CivilDate?) {
        if region != last.region {
            let digits = RegionCode(trusted: region).firstFourDigits
            last = (region, digits.map { UInt16(clamping: $0) } ?? 10000)
        }
        let place = Int(min(last.regency, 10000))
        guard let day else { return others.add(UInt64(place), .max) }
        let week = Self.week(day.dayNumber)
        guard week < Self.weeks else {
            return others.add(UInt64(place), UInt64(UInt32(bitPattern: day.mondayOfWeek.dayNumber)))
        }
        if rows[place] < 0 {
            rows[place] = Int32(truncatingIfNeeded: regencies.count)
            regencies.append(UInt16(place))
            table.append(contentsOf: repeatElement(0, count: Self.weeks))
        }
        table[Int(rows[place]) * Self.weeks + week] += 1
    }

    /// Weeks from the first Monday on; a great number for days before.
    @inline(__always)
    private static func week(_ day: Int32) -> Int {
        Int(UInt32(bitPattern: day &- firstMonday) / 7)
    }

    /// Adds to `counts`: kabupaten (10000 = not known), day number of the week's Monday (all ones = no day).
    func add(to counts: inout CountTable) {
        counts.add(others)
        for (place, regency) in regencies.enumerated() {
            for week in 0..<Self.weeks {
                let count = table[place * Self.weeks + week]
                guard count > 0 else { continue }
                let monday = Self.firstMonday + Int32(week * 7)
                counts.add(UInt64(regency), UInt64(UInt32(bitPattern: monday)), Int(count))
            }
        }
    }

    /// What was counted on all threads, as the file has it.
    static func rows(_ counts: [WeekCounts]) -> [WeekRow] {
        var all = CountTable()
        for counts in counts { counts.add(to: &all) }
        return all.weekRows
    }
}
