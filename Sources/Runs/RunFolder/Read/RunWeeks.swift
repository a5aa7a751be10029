public import Diagnostics

extension Run {
    /// Known recordings of listed people by kabupaten and week.
    public func weeks() throws(Failure) -> [WeekRow] {
        let rows = try rows(WeekColumn.fileName, WeekColumn.allCases)
        var weeks: [WeekRow] = []
        while try rows.next() {
            weeks.append(
                WeekRow(
                    region4: rows.text(.region4), week: rows.text(.week), recordings: try rows.count(.recordings)))
        }
        return weeks
    }
}
