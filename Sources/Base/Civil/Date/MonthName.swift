/// Names of months as lists write them: Indonesian in full and short, with the older spellings, and English.
enum MonthName {
    /// The month of a name in ASCII letters, whatever its case; nil for any other word.
    static func month(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard end > start, end &- start <= 9 else { return nil }
        var key: UInt128 = 0
        var index = start
        while index < end {
            key = key << 8 | UInt128(text[index] | 0x20)
            index &+= 1
        }
        return months[key]
    }

    private static let months: [UInt128: Int] = {
        var months: [UInt128: Int] = [:]
        for (month, names) in names.enumerated() {
            for name in names {
                months[name.utf8.reduce(0) { $0 << 8 | UInt128($1) }] = month + 1
            }
        }
        return months
    }()

    static let names: [[String]] = [
        ["januari", "jan", "january"],
        ["februari", "feb", "pebruari", "peb", "february"],
        ["maret", "mar", "mrt", "march"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "jun", "june"],
        ["juli", "jul", "july"],
        ["agustus", "agu", "agt", "ags", "agust", "aug", "august"],
        ["september", "sep", "sept"],
        ["oktober", "okt", "october", "oct"],
        ["november", "nov", "nopember", "nop"],
        ["desember", "des", "december", "dec"],
    ]
}
