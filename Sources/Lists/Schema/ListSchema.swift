/// What the lists may look like, as data: roles, their columns, the headings and codes met. Comes from `rules/lists.json5`.
public struct ListSchema: Sendable, Equatable {
    public var roles: [Role] { didSet { headingWords = HeadingWords(roles, dialects) } }
    public let dialects: Dialects
    /// The headings of the roles, folded once for all lists.
    public private(set) var headingWords: HeadingWords
    /// How rows that bear one key are told apart.
    public var equalRows: EqualRows
    /// Words before a region's name that say of what kind it is; those of one kind together.
    public var regionKinds: [[String]]
    /// Columns of names of regions, from the kabupaten/kota down.
    public static let regionNameColumns = ["region_regency_name", "region_district_name", "region_village_name"]
    /// Marks that stand for one apostrophe where texts are compared.
    public var apostrophes: [String]
    /// How rows of other lists are told from those of other people; nil = not at all.
    public var samePerson: SamePerson?
    /// Tables that are no lists of people, as roles of their own: names of regions, official totals.
    public var tables: [Role]

    public init(
        roles: [Role], dialects: Dialects, equalRows: EqualRows = EqualRows(identity: [], classes: []),
        regionKinds: [[String]] = [], apostrophes: [String] = [], samePerson: SamePerson? = nil, tables: [Role] = []
    ) {
        self.roles = roles
        self.dialects = dialects
        headingWords = HeadingWords(roles, dialects)
        self.equalRows = equalRows
        self.regionKinds = regionKinds
        self.apostrophes = apostrophes
        self.samePerson = samePerson
        self.tables = tables
    }

    public func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    /// A table by its id.
    public func table(_ id: String) -> Role? { tables.first { $0.id == id } }

    /// Delimiters tried in order, and what is particular to each.
    public struct Dialects: Sendable, Equatable {
        public struct Delimiter: Sendable, Equatable {
            public var byte: UInt8
            /// Whether `"` at a cell's start opens a quoted cell.
            public var quoting: Bool
            /// A cell of exactly this text is an empty cell.
            public var emptyWord: String?

            public init(byte: UInt8, quoting: Bool = true, emptyWord: String? = nil) {
                self.byte = byte
                self.quoting = quoting
                self.emptyWord = emptyWord
            }
        }
        public var delimiters: [Delimiter]
        /// First words of a row that sums up: a row whose first filled cell begins with one of them is skipped.
        public var totalWords: [String]
        /// What headings say of how to fill their cells: `B/S/P`, `DD|MM|YYYY`.
        public var legends: [String]
        /// Headings that lists of many roles have: none tells what a list is.
        public var bareHeadings: [String]

        public init(
            delimiters: [Delimiter], totalWords: [String], legends: [String] = [], bareHeadings: [String] = []
        ) {
            self.delimiters = delimiters
            self.totalWords = totalWords
            self.legends = legends
            self.bareHeadings = bareHeadings
        }
    }

    /// One kind of list, such as `population` or `recordings`.
    public struct Role: Sendable, Equatable {
        public var id: String
        /// The option of `check` is `--` and this word.
        public var option: String
        public var title: [String: String]
        /// The prefix of this role's facts in rules (`recording` for `recordings`).
        public var fact: String
        public var columns: [Column]
        /// Cells that hold two columns.
        public var combined: [Combined]
        /// The column whose date says since when a row is known; rows dated later are left out.
        public var knownSince: String?
        public var rows: Rows
        /// Whether a list is refused most of whose dates of `knownSince` cannot be read.
        public var refusesUnreadableDates: Bool
        /// What tells that a list is of this role; nil = nothing is asked.
        public var telling: Telling?
        /// How many voters lists of this role may strike; nil = any number, or the role strikes nobody.
        public var strikes: Strikes?
        /// How many of a list's rows may be other people's; nil = any number.
        public var sortedApart: SortedApart?
        /// What rows of this list give to other roles, by a code of one of its columns; nil for most roles.
        public var contributes: Contribution?
        /// How rows of this list say for which row of the population lists they speak; nil = they speak for a NIK.
        public var speaksFor: RowReference?
        /// Of a role whose latest row counts: what its codes mean beside their order.
        public var precedence: Precedence
        /// Roles of which a later row speaks against this one: whoever has one was alive.
        public var outlivedBy: [String]
        /// The column that says where a person went: a code or a name of a region. A row has no effect on whoever lives
        /// there.
        public var destination: String?
        /// Whoever has a row was recorded, on the day that dates it at the latest.
        public var showsRecorded: Bool

        public init(
            id: String, option: String, title: [String: String], fact: String, columns: [Column],
            combined: [Combined] = [], knownSince: String? = nil, rows: Rows, refusesUnreadableDates: Bool = false,
            telling: Telling? = nil, strikes: Strikes? = nil, sortedApart: SortedApart? = nil,
            contributes: Contribution? = nil, speaksFor: RowReference? = nil,
            precedence: Precedence = Precedence(), outlivedBy: [String] = [], destination: String? = nil,
            showsRecorded: Bool = false
        ) {
            self.id = id
            self.option = option
            self.title = title
            self.fact = fact
            self.columns = columns
            self.combined = combined
            self.knownSince = knownSince
            self.rows = rows
            self.refusesUnreadableDates = refusesUnreadableDates
            self.telling = telling
            self.strikes = strikes
            self.sortedApart = sortedApart
            self.contributes = contributes
            self.speaksFor = speaksFor
            self.precedence = precedence
            self.outlivedBy = outlivedBy
            self.destination = destination
            self.showsRecorded = showsRecorded
        }

        public func column(_ id: String) -> Column? { columns.first { $0.id == id } }
    }

    /// What a list of a role has and lists of other roles have not.
    public struct Telling: Sendable, Equatable {
        /// Ids of columns of which at least `least` are there, under a heading that tells, over half of their filled
        /// cells readable.
        public var columns: [String]
        /// Headings of columns that are not read and tell as well.
        public var headings: [String]
        public var least: Int

        public init(columns: [String], headings: [String] = [], least: Int = 1) {
            self.columns = columns
            self.headings = headings
            self.least = least
        }
    }

    /// What is too much for lists of one role to strike: they are then another list, or that of another place.
    public struct Strikes: Sendable, Equatable {
        /// Percent of the people of one population list.
        public var percent: Int
        /// Population lists of so many people or fewer are not judged.
        public var over: Int

        public init(percent: Int, over: Int) {
            self.percent = percent
            self.over = over
        }

        /// Whether `struck` of `people` are too many.
        public func isExceeded(_ struck: Int, of people: Int) -> Bool {
            people > over && struck * 100 > people * percent
        }
    }

    /// A cell that holds two columns: place and date of birth, RT and RW.
    public struct Combined: Sendable, Equatable {
        /// How the cell is cut.
        public enum Form: String, Sendable {
            /// The longest readable date at the end is the second column, what stands before it the first.
            case dateAtEnd = "date_at_end"
            /// At the first `/`.
            case slash
        }
        public var headings: [String]
        /// Ids of the two columns.
        public var columns: [String]
        public var form: Form

        public init(headings: [String], columns: [String], form: Form) {
            self.headings = headings
            self.columns = columns
            self.form = form
        }
    }

    /// When rows of one key are one person listed twice, and how alike they are.
    public struct EqualRows: Sendable, Equatable {
        public struct Class: Sendable, Equatable {
            /// As the fact `duplicate.class` names it.
            public var id: String
            /// Columns that must be equal, beside the key.
            public var columns: [String]
            /// Columns whose cell must be a real value in both rows: an empty NKK equals nothing.
            public var needs: [String]

            public init(id: String, columns: [String], needs: [String] = []) {
                self.id = id
                self.columns = columns
                self.needs = needs
            }
        }
        /// Columns that differ only between different persons: rows of one key that differ here share a NIK.
        public var identity: [String]
        /// The column by whose text a row of another list says which of those who share a NIK it means.
        public var name: String?
        /// Strongest first.
        public var classes: [Class]

        public init(identity: [String], name: String? = nil, classes: [Class]) {
            self.identity = identity
            self.name = name
            self.classes = classes
        }
    }

    /// What several rows of one key mean.
    public enum Rows: Sendable, Equatable {
        /// Each row is a person: the population lists.
        case person
        /// Every row counts.
        case every
        /// The row with the latest date counts; on equal dates the one whose code stands first in `order`.
        case latest(date: String, code: String, order: [String])
    }

    /// What codes of a role whose latest row counts mean beside their order.
    public struct Precedence: Sendable, Equatable {
        /// A row of these never displaces one of another code, whatever the dates.
        public var yielding: [String]
        /// A row of these says that there is nothing: dated later than the row that decides, it contradicts it.
        public var denying: [String]
        /// A row of these says that a card was printed.
        public var cards: [String]
        /// A row of these says that biometrics were taken, on the day that dates it.
        public var recorded: [String]

        public init(
            yielding: [String] = [], denying: [String] = [], cards: [String] = [], recorded: [String] = []
        ) {
            self.yielding = yielding
            self.denying = denying
            self.cards = cards
            self.recorded = recorded
        }
    }

    /// Rows that speak for one row of the population lists, whatever NIK it bears: answers of the field and the office.
    public struct RowReference: Sendable, Equatable {
        /// The column that says for which: the list's name, a colon, the number of the row.
        public var row: String
        /// The column that says who answered; nil = nobody is named.
        public var by: String?

        public init(row: String, by: String? = nil) {
            self.row = row
            self.by = by
        }
    }

    /// `reply`, `answers`: the code in `column` decides to which role a row is added, and with which codes.
    public struct Contribution: Sendable, Equatable {
        public struct Target: Sendable, Equatable {
            public var role: String
            /// Codes the contributed row has: column of the target role -> code.
            public var codes: [String: String]
            /// Dates it takes over: column of the target role -> column of this role.
            public var dates: [String: String]
            /// Codes of the target role's lists above which it stands.
            public var above: [String]

            public init(
                role: String, codes: [String: String] = [:], dates: [String: String] = [:], above: [String] = []
            ) {
                self.role = role
                self.codes = codes
                self.dates = dates
                self.above = above
            }
        }
        public var column: String
        public var targets: [String: Target]
        /// Codes that say that the person of the row was looked up and is right.
        public var confirms: [String]

        public init(column: String, targets: [String: Target], confirms: [String] = []) {
            self.column = column
            self.targets = targets
            self.confirms = confirms
        }
    }

    public struct Column: Sendable, Equatable {
        public enum Kind: String, Sendable {
            case nik, nkk, text, date, code, integer, region
            /// Part of a region code: its column id says which (`region_province`, `region_regency`, `region_district`, `region_village`).
            case regionPart = "region_part"
        }
        public var id: String
        public var kind: Kind
        /// Headings met, in any spelling: they are folded before they are compared.
        public var headings: [String]
        /// A list without this column cannot be of this role.
        public var required: Bool
        /// A list without this column can be read, and what it lacks is said.
        public var isExpected: Bool
        /// The population list's column, which lists of every role may have.
        public var isBorrowed = false
        /// For `code` columns: code -> words that mean it, in any spelling (folded before they are compared).
        public var codes: [Code]
        /// For `code` columns: the code of an empty cell; nil = empty is missing.
        public var emptyCode: String?
        /// For `code` columns: the code of a word outside the table; nil = such a cell is missing, and counted.
        public var otherCode: String?
        /// For `code` columns: the code where the list has no such column at all.
        public var absentCode: String?
        /// For `code` columns: the code of cells that say nothing: their rows are left out, and counted.
        public var silentCode: String?
        /// For `code` columns: how a cell outside the table is looked up by its beginning; nil = not at all.
        public var beginning: Beginning?
        /// For a `code` column of the population list: roles for whose row its code stands where no list of them was
        /// given: a role's own id, or a code of its own that ranks rows.
        public var standsFor: [String]

        public init(
            id: String, kind: Kind, headings: [String], required: Bool = false, isExpected: Bool = false,
            codes: [Code] = [], emptyCode: String? = nil, otherCode: String? = nil, absentCode: String? = nil,
            silentCode: String? = nil, beginning: Beginning? = nil, standsFor: [String] = []
        ) {
            self.id = id
            self.kind = kind
            self.headings = headings
            self.required = required
            self.isExpected = isExpected
            self.codes = codes
            self.emptyCode = emptyCode
            self.otherCode = otherCode
            self.absentCode = absentCode
            self.silentCode = silentCode
            self.beginning = beginning
            self.standsFor = standsFor
        }
    }

    /// What of a coded cell is looked up where its whole text is no word of the table.
    public enum Beginning: Sendable, Equatable {
        /// The first word, in a table of its own: `KODIM 0201` is what `KODIM` is.
        case word([Code])
        /// A number of one or two digits and then a dot, a blank or a bracket: `8. HILANG INGATAN` is what `8` is.
        case number
    }

    public struct Code: Sendable, Equatable {
        public var code: String
        public var words: [String]

        public init(code: String, words: [String]) {
            self.code = code
            self.words = words
        }
    }
}
