public import Diagnostics

extension Run {
    /// People recorded by kabupaten and the week in which they first were.
    public func weeks() throws(Failure) -> [WeekRow] {
        let rows = try rows(WeekColumn.fileName, WeekColumn.allCases)
        var weeks: [WeekRow] = []
        while try rows.next() {
            weeks.append(
                WeekRow(
                    region4: rows.text(.region4), week: rows.text(.week), people: try rows.count(.people)))
        }
        return weeks
    }
}
