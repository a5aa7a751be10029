import Schema

/// How a kabupaten's population list is laid out: six forms that offices are known to hand over.
struct SamplePopulationForm {
    enum Region {
        /// `1271901001`
        case plain
        /// `12.71.90.1001`
        case dotted
        /// Four columns.
        case parts
    }

    var dialect: SampleDialect
    var region = Region.plain
    /// A running number in front, with a heading of its own that the schema does not know.
    var isNumbered = false
    /// Two title lines and a blank one above the heading.
    var hasTitles = false
    /// `(1) (2) (3)` below the heading.
    var hasNumberingRow = false
    /// The heading again after each kecamatan, below a blank line.
    var repeatsHeading = false
    /// A last row that sums up.
    var hasTotal = false
    var hasTPS = true
    var hasMark = true
    var hasCitizenship = false
    /// Digits of RT and RW.
    var rtWidth = 3
    /// A few birth dates as `17-Agu-1990`.
    var mixesDates = false

    static func all(_ schema: ListSchema) -> [SamplePopulationForm] {
        func form(
            _ delimiter: Character, _ day: SampleBytes.DayForm, _ variant: Int,
            _ change: (inout SamplePopulationForm) -> Void
        ) -> SamplePopulationForm {
            let dialect = SampleDialect(delimiter.asciiValue ?? 0x2C, schema, day: day, variant: variant)
            var form = SamplePopulationForm(dialect: dialect)
            change(&form)
            return form
        }
        return [
            // The register's own export.
            form(",", .dayFirst(UInt8(ascii: "|")), 0) {
                $0.dialect.mark = true
                $0.hasCitizenship = true
            },
            // Excel on Indonesian Windows.
            form(";", .dayFirst(UInt8(ascii: "/")), 1) {
                $0.dialect.carriageReturn = true
                $0.dialect.windows1252 = true
                $0.region = .dotted
                $0.isNumbered = true
                $0.hasTotal = true
                $0.rtWidth = 1
            },
            // The election office's export: no quoting, a word for an empty cell.
            form("#", .dayFirst(UInt8(ascii: "|")), 2) {
                $0.dialect.headingCase = .underscored
                $0.hasMark = true
            },
            // A database dump.
            form("\t", .iso, 3) {
                $0.dialect.headingCase = .lower
                $0.region = .parts
                $0.hasCitizenship = true
                $0.hasTPS = false
            },
            // A sheet with titles, saved as text.
            form(",", .dayFirst(UInt8(ascii: "-")), 4) {
                $0.hasTitles = true
                $0.hasNumberingRow = true
                $0.repeatsHeading = true
                $0.isNumbered = true
                $0.hasMark = false
                $0.mixesDates = true
            },
            // Old office software.
            form("|", .dayFirst(UInt8(ascii: ".")), 5) {
                $0.dialect.carriageReturn = true
                $0.dialect.headingCase = .underscored
                $0.rtWidth = 2
            },
        ]
    }
}
