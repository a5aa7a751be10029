import Columns

/// The part of the rules that tables of results are made from.
public struct RunTerms: Sendable, Equatable {
    /// An outcome as a column of the recaps, in the order of the rules.
    public struct Outcome: Sendable, Equatable {
        public var id: String
        /// Counts among those who may vote.
        public var eligible: Bool
        /// Counts as recorded, for coverage.
        public var recorded: Bool
        /// Stands in `flagged.csv`.
        public var flagged: Bool
        /// Has a column for men and one for women at the end of the recaps.
        public var bySex: Bool

        public init(id: String, eligible: Bool, recorded: Bool, flagged: Bool, bySex: Bool) {
            self.id = id
            self.eligible = eligible
            self.recorded = recorded
            self.flagged = flagged
            self.bySex = bySex
        }
    }

    public var outcomes: [Outcome]
    /// The codes of the sex column that mean male and female.
    public var maleCode: String
    public var femaleCode: String
    /// Digits of a region code -> its name.
    public var regionNames: [String: String]

    /// Codes of the sex column: not known, male, female.
    var sexes: [String] { ["", maleCode, femaleCode] }

    public init(outcomes: [Outcome], maleCode: String, femaleCode: String, regionNames: [String: String]) {
        self.outcomes = outcomes
        self.maleCode = maleCode
        self.femaleCode = femaleCode
        self.regionNames = regionNames
    }
}

/// What was decided under which rules; dates as `YYYY-MM-DD`.
public struct RunIdentity: Sendable, Equatable {
    public var election: String
    /// The instrument in force.
    public var ruleset: String
    public var profile: String
    public var votingDay: String
    public var asOf: String

    public init(election: String, ruleset: String, profile: String, votingDay: String, asOf: String) {
        self.election = election
        self.ruleset = ruleset
        self.profile = profile
        self.votingDay = votingDay
        self.asOf = asOf
    }
}

/// Known recordings of listed people in one week.
public struct WeekRow: Hashable, Sendable {
    /// Four digits, or empty.
    public var region4: String
    public var week: String
    public var recordings: Int

    public init(region4: String, week: String, recordings: Int) {
        self.region4 = region4
        self.week = week
        self.recordings = recordings
    }
}

/// The rows of a list and what became of them: read = used + left out + rejected + skipped.
public struct RowCounts: Hashable, Sendable {
    public var read = 0
    /// Decided (population lists) or used (other lists).
    public var used = 0
    /// Rows of other lists that join nobody or are not yet known; 0 for population lists.
    public var leftOut = 0
    public var rejected = 0
    public var skipped = 0

    public init(read: Int = 0, used: Int = 0, leftOut: Int = 0, rejected: Int = 0, skipped: Int = 0) {
        self.read = read
        self.used = used
        self.leftOut = leftOut
        self.rejected = rejected
        self.skipped = skipped
    }

    /// Whether no row was lost.
    public var isReconciled: Bool { read == used + leftOut + rejected + skipped }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            read: left.read + right.read, used: left.used + right.used, leftOut: left.leftOut + right.leftOut,
            rejected: left.rejected + right.rejected, skipped: left.skipped + right.skipped)
    }
}

/// One input as it was read.
public struct InputReport: Sendable, Equatable {
    /// A column of the schema and the heading it was found under.
    public struct MappedColumn: Sendable, Equatable {
        public var column: String
        public var heading: String

        public init(column: String, heading: String) {
            self.column = column
            self.heading = heading
        }
    }

    public var role: String
    /// As given.
    public var path: String
    /// The name under which rows of this list stand in the results: the file's name, with `~2` for a second one.
    public var list: String
    public var bytes: Int
    public var sha256: String?
    /// What stands between cells: `,`, `;`, `TAB`, `#`, `|`; nothing for a sheet.
    public var delimiter: String
    /// Whether quoted cells were known.
    public var quoting: Bool
    /// LF, CRLF, CR, as found first; nothing for a sheet.
    public var lineEnd: String
    /// The sheet of a workbook; nil for text.
    public var sheet: String?
    public var encoding: String
    /// Row of the headings, first record = 1; nil for a list without headings.
    public var headingRow: Int?
    public var headerMap: [MappedColumn]
    /// The region given with `--region` to rows that have none.
    public var region: String?
    /// The column map given for this list alone.
    public var map: String?
    /// Whether its rows are people (population lists): says `decided` instead of `used` and `leftOut`.
    public var isPopulation: Bool
    public var rows: RowCounts
    /// Left out by cause, unmapped codes by column, cells read as Windows-1252, and so on.
    public var counts: [String: Int]

    public init(
        role: String, path: String, list: String, bytes: Int, sha256: String? = nil, delimiter: String = ",",
        quoting: Bool = true, lineEnd: String = "LF", sheet: String? = nil, encoding: String = "UTF-8",
        headingRow: Int? = 1,
        headerMap: [MappedColumn] = [], region: String? = nil, map: String? = nil, isPopulation: Bool,
        rows: RowCounts,
        counts: [String: Int] = [:]
    ) {
        self.role = role
        self.path = path
        self.list = list
        self.bytes = bytes
        self.sha256 = sha256
        self.delimiter = delimiter
        self.quoting = quoting
        self.lineEnd = lineEnd
        self.sheet = sheet
        self.encoding = encoding
        self.headingRow = headingRow
        self.headerMap = headerMap
        self.region = region
        self.map = map
        self.isPopulation = isPopulation
        self.rows = rows
        self.counts = counts
    }
}

/// One file of the rules, path relative to the rules directory.
public struct RuleFileReport: Sendable, Equatable {
    public var path: String
    public var bytes: Int
    public var sha256: String?

    public init(path: String, bytes: Int, sha256: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// One file of the run directory.
public struct OutputReport: Sendable, Equatable {
    public var name: String
    public var bytes: Int
    public var sha256: String?
    /// Cells that got a leading `'` because a spreadsheet would have run them.
    public var guardedCells: Int

    public init(name: String, bytes: Int, sha256: String? = nil, guardedCells: Int = 0) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
        self.guardedCells = guardedCells
    }
}

extension RuleFileReport {
    /// The report of a rule file as it was read.
    public init(path: String, contents: [UInt8], digest: Bool) {
        self.init(path: path, bytes: contents.count, sha256: digest ? Digest.hex(of: contents) : nil)
    }
}
