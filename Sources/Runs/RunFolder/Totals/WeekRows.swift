import Civil
public import Columns

extension CountTable {
    /// People recorded, counted as `WeekCounts` does, in the order of the file: by kabupaten, the unknown one last, then
    /// week, those without a day first.
    public var weekRows: [WeekRow] {
        let entries = self.entries
        var order = RowOrder(count: entries.count)
        order.sort(
            by: entries.map { entry in
                // As unsigned numbers, days before 1970 would come last.
                entry.second == .max ? 0 : (entry.second & 0xFFFF_FFFF ^ 0x8000_0000) + 1
            })
        order.sort(by: entries.map(\.first))
        var weeks: [UInt64: String] = [.max: ""]
        var rows: [WeekRow] = []
        rows.reserveCapacity(entries.count)
        var region: (number: UInt64, digits: String)?
        for number in order.rows {
            let entry = entries[Int(number)]
            if region?.number != entry.first { region = (entry.first, Self.fourDigits(entry.first)) }
            let week = weeks[entry.second] ?? Self.day(entry.second)
            weeks[entry.second] = week
            rows.append(WeekRow(region4: region?.digits ?? "", week: week, people: entry.count))
        }
        return rows
    }

    private static func day(_ number: UInt64) -> String {
        CivilDate(dayNumber: Int32(bitPattern: UInt32(truncatingIfNeeded: number))).description
    }

    private static func fourDigits(_ number: UInt64) -> String {
        guard number < 10000 else { return "" }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
