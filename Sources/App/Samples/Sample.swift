public import Civil
public import Diagnostics
import Files
public import Schema

/// Made-up lists of any size: a district's population lists, recordings and the rest, with the errors that lists have.
///
/// Everyone is made up, and no NIK can be anybody's: their kecamatan are 90 to 99, which no region uses. The same
/// plan gives the same bytes on every machine. Memory does not grow with the number of people.
public struct Sample: Sendable {
    /// What to make.
    public struct Plan: Sendable {
        /// Rows of all population lists together, at least 1.
        public var people: Int
        public var seed: UInt64
        /// The lists' headings and code words.
        public var schema: ListSchema
        /// Written into the job file.
        public var election: String
        public var votingDay: CivilDate
        /// The youngest age on polling day that is listed in numbers, as lists handed over before an election do; a
        /// few younger people are listed besides.
        public var youngest: Int
        /// Months between two sets of lists of the same people; 0: one set only.
        public var months: Int
        /// Population lists are also written as Excel workbooks; for so many people as a sheet has rows.
        public var excel: Bool

        /// The most people of whom there can be workbooks.
        public static let mostInExcel = 1_000_000

        public init(
            people: Int, seed: UInt64, schema: ListSchema, election: String, votingDay: CivilDate, youngest: Int = 17,
            months: Int = 0, excel: Bool = false
        ) {
            self.people = people
            self.seed = seed
            self.schema = schema
            self.election = election
            self.votingDay = votingDay
            self.youngest = youngest
            self.months = max(0, months)
            self.excel = excel && people <= Self.mostInExcel
        }

        /// Days before polling day at which the sample is to be checked: late rows and first-time voters occur.
        static let lead = 96

        /// The day of the lists; of two sets, of the first.
        var asOf: Int { SampleDay.adding(months: -months, to: lastDay) }

        /// The day of the last set of lists.
        var lastDay: Int { Int(votingDay.dayNumber) - Self.lead }
    }

    /// What was made.
    public struct Report: Sendable, Equatable {
        /// Rows of the population lists.
        public var people: Int
        /// Rows of the recording lists.
        public var recordings: Int
        /// Rows of all other lists.
        public var others: Int
        /// File names in the folder; the job file is the last.
        public var files: [String]
        /// Name of the job file: `siappilih check FOLDER/JOB` runs it.
        public var job: String
        /// Name of the job file of the later set of the same people, where there is one.
        public var laterJob: String?
        /// What the user should know of a folder that had to make room.
        public var warnings: [Finding] = []
    }

    /// Writes the lists and a job file into a folder (0700, files 0600) that appears whole or not at all.
    ///
    /// - Parameter force: a folder that holds something may be replaced; its contents are kept beside it.
    /// - Throws: `Failure` of kind usage where the folder is not empty and `force` is false, of kind output where it
    ///   cannot be written.
    public static func write(_ plan: Plan, to directory: String, force: Bool = false) throws(Failure) -> Report {
        let folder = try RunDirectory.begin(at: directory, force: force, digests: false)
        var writer = try SampleWriter(plan, in: folder)
        var report = try writer.write()
        report.warnings = try folder.publish()
        return report
    }
}
