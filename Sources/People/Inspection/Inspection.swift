public import Diagnostics
public import RoleLists

/// What `inspect` found out about one list. Holds no cell of it: shapes, counts, and words of code tables.
public struct Inspection: Sendable {
    /// How sure the role is.
    public enum Certainty: String, Sendable {
        case sure, likely, unclear
        /// No role's required columns are there.
        case none
    }

    /// A role and how well the list fits it.
    public struct RoleGuess: Sendable, Equatable {
        public var id: String
        public var option: String
        public var title: Bilingual
        public var isPopulation: Bool
        /// 0 to 100.
        public var score: Int
    }

    public struct Shape: Sendable, Equatable {
        public var shape: String
        public var count: Int
    }

    public struct CodeWord: Sendable, Equatable {
        /// Folded: upper case, runs of blanks, `_` and `-` as one blank.
        public var word: String
        /// nil for a word outside the table.
        public var code: String?
        public var count: Int
    }

    /// Why a cell is proposed as a column.
    public enum Basis: String, Sendable {
        case heading
        /// What its cells hold: its heading is unknown, or there is none.
        case content
    }

    /// What a column's cells are.
    public enum Kind: String, Sendable {
        case nik, nkk, text, date, code, integer, region
    }

    public enum Confidence: String, Sendable {
        case high, medium, low
    }

    public struct Column: Sendable {
        /// First = 0.
        public var cell: Int
        /// Letters as a spreadsheet has them.
        public var letters: String
        /// As it stands in the file; empty where there is none.
        public var heading: String
        /// The role's column it is proposed as.
        public var column: String?
        /// What that column is called: the heading that offices write, or its id in plain words.
        public var title: Bilingual?
        public var kind: Kind?
        public var basis: Basis?
        public var confidence: Confidence?
        public var filled: Int
        /// Filled cells that are what the column asks for; nil for columns that take any text.
        public var fitting: Int?
        /// The most frequent ones.
        public var shapes: [Shape]
        /// Of a date column: forms met, such as `DD|MM|YYYY`.
        public var dateForms: [Shape] = []
        /// Of a coded column: words of its table that were met.
        public var codes: [CodeWord] = []
        /// Filled cells that are not what the column asks for, and their most frequent shapes.
        public var unfit = 0
        public var unfitShapes: [Shape] = []
        /// Of a coded column: words outside its table that may be shown.
        public var unmapped: [CodeWord] = []
    }

    public struct NIKs: Sendable, Equatable {
        public var column: Int
        public var usable: Int
        /// Rows by finding, in the order of examination; those that occur.
        public var findings: [CodeWord]
        /// NIKs that stand in more than one row, and those rows.
        public var repeated: Int
        public var rowsOfRepeated: Int
        /// Usable NIKs whose last digit is 0: by chance one in ten.
        public var endingInZero: Int
    }

    /// Rows that are not decided, by kind.
    public struct Problem: Sendable, Equatable {
        public var id: String
        public var isSkipped: Bool
        /// What is wrong with such a row; nil where that depends on the row.
        public var message: Bilingual?
        public var count: Int
        /// The first rows, as a spreadsheet numbers them.
        public var rows: [Int]
    }

    public struct Region: Sendable, Equatable {
        /// Digits, empty for rows without a region.
        public var code: String
        public var name: String
        public var rows: Int
    }

    /// As given.
    public var path: String
    /// The file's name; of a workbook with its sheet.
    public var list: String
    /// The sheet of a workbook.
    public var sheet: String?
    public var bytes: Int
    public var encoding: String
    public var delimiter: String
    public var quoting: Bool
    public var lineEnd: String
    public var hasSeparatorLine: Bool
    /// nil for a list without a heading.
    public var headingRow: Int?
    public var headingRows: Int
    public var width: Int
    /// Best first.
    public var roles: [RoleGuess]
    public var certainty: Certainty
    /// What `check` would do with it in the best role.
    public var rows: RowCounts
    /// Of other lists: rows left out, by cause.
    public var leftOut: [String: Int]
    public var problems: [Problem]
    public var columns: [Column]
    public var niks: NIKs?
    public var regions: [Region]
    /// What is wrong with the list as a whole.
    public var warnings: [Finding]
    /// Why `check` would refuse it as it is; then a column map may help.
    public var refusals: [Finding]

    public var role: RoleGuess? { certainty == .none ? nil : roles.first }
}
