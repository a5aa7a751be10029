public import Diagnostics

extension Run {
    /// Names of regions by their digits, as far as the run knew them.
    public func regionNames() throws(Failure) -> [String: String] {
        var names: [String: String] = [:]
        for level in Recap.Level.allCases where has(level.fileName) {
            let rows = try rows(level.fileName, RegionColumn.allCases)
            while try rows.next() {
                if !rows.isEmpty(.region), !rows.isEmpty(.name) { names[rows.text(.region)] = rows.text(.name) }
            }
        }
        return names
    }
}
