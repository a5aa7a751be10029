import Civil
import Columns
import Linkage

/// Recordings of listed people by kabupaten and week.
struct WeekCounts: Sendable {
    /// Weeks from this Monday on stand in a plain table; days before and long after go to `others`.
    private static let firstMonday = CivilDate(dayNumber: 7305).mondayOfWeek.dayNumber
    private static let weeks = 2048

    /// Number of a kabupaten's rows in the table, -1 = none yet; 10000 stands for those not known.
    private var rows = [Int32](repeating: -1, count: 10001)
    private var regencies: [UInt16] = []
    private var table: [UInt32] = []
    private var others = CountTable()
    /// Kabupaten of recordings that are not counted.
    private var met: Set<UInt16> = []

    /// Counts a batch; a day counts where its state is 1, a recording where it is not 3. People not listed are passed
    /// over.
    mutating func add(_ regencies: [UInt16], days: [Int32], states: [UInt8]) {
        let count = min(regencies.count, days.count, states.count)
        var row = 0
        while row < count {
            row = addKnown(regencies.span, days.span, states.span, from: row, to: count)
            if row == count { return }
            let regency = regencies[row]
            if states[row] == 1, Self.week(days[row]) < Self.weeks, Int(regency) < rows.count {
                rows[Int(regency)] = Int32(self.regencies.count)
                self.regencies.append(regency)
                table.append(contentsOf: repeatElement(0, count: Self.weeks))
            } else {
                if states[row] == 3 {
                    met.insert(regency)
                } else {
                    add(regency, day: states[row] == 1 ? days[row] : nil)
                }
                row += 1
            }
        }
    }

    /// Weeks from the first Monday on; a great number for days before.
    @inline(__always)
    private static func week(_ day: Int32) -> Int {
        Int(UInt32(bitPattern: day &- firstMonday) / 7)
    }

    /// Counts as long as days stand in the table; returns the first row whose day does not.
    private mutating func addKnown(
        _ regencies: Span<UInt16>, _ days: Span<Int32>, _ states: Span<UInt8>, from first: Int, to end: Int
    ) -> Int {
        let known = self.rows
        let rows = known.span
        var table = self.table.mutableSpan
        for row in first..<end where regencies[row] != PersonIndex.notListed {
            let week = Self.week(days[row])
            let regency = Int(regencies[row])
            guard states[row] == 1, week < Self.weeks, regency < rows.count, rows[regency] >= 0 else { return row }
            table[Int(rows[regency]) * Self.weeks + week] += 1
        }
        return end
    }

    /// Counts one recording.
    mutating func add(_ regency: UInt16, day: Int32?) {
        let monday = day.map { CivilDate(dayNumber: $0).mondayOfWeek.dayNumber }
        others.add(UInt64(regency), monday.map { UInt64(UInt32(bitPattern: $0)) } ?? .max)
    }

    /// Adds the kabupaten of all recordings met, counted or not.
    func add(to regencies: inout Set<UInt16>) {
        regencies.formUnion(met)
        regencies.formUnion(self.regencies)
        for entry in others.entries { regencies.insert(UInt16(clamping: entry.first)) }
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
}
