import Schema

/// How one made-up list is written: what programs of the field are known to produce.
struct SampleDialect {
    var delimiter: UInt8
    var quoting: Bool
    /// What stands in an empty cell.
    var empty: [UInt8]
    var carriageReturn = false
    /// Starts with a UTF-8 byte order mark.
    var mark = false
    /// Letters beyond ASCII in Windows-1252 instead of UTF-8.
    var windows1252 = false
    var day: SampleBytes.DayForm
    /// Which of the headings and code words of the schema this list uses.
    var variant: Int
    var headingCase: HeadingCase = .asGiven

    enum HeadingCase {
        case asGiven
        /// Blanks as `_`.
        case underscored
        case lower
    }

    /// The delimiter as the schema describes it: whether it quotes, and its word for an empty cell.
    init(_ delimiter: UInt8, _ schema: ListSchema, day: SampleBytes.DayForm, variant: Int) {
        let known = schema.dialects.delimiters.first { $0.byte == delimiter }
        self.delimiter = delimiter
        quoting = known?.quoting ?? true
        empty = Array((known?.emptyWord ?? "").utf8)
        self.day = day
        self.variant = variant
    }
}
