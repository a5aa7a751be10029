import Civil
import Columns
import Tabular

/// A list of this run, opened: what it is, where its columns stand, and its blocks.
struct OpenList: Sendable {
    /// Its place among all lists of the run, in the order given.
    var number: Int
    var role: ListSchema.Role
    /// The file the user gave.
    var path: String
    /// As the user gave it, with a sheet, a region and a column map of its own.
    var given: ListInput
    /// The file it came from: `text` itself, or what `text` was written from.
    var source: InputFile
    /// The sheet of a workbook it stands on.
    var sheet: String?
    /// The name under which its rows stand in the results.
    var name: String
    var text: ListText
    /// Column id -> cell.
    var map: [String: Int]
    var opening: Opening
    /// For rows that have no region of their own.
    var defaultRegion: RegionCode
    /// Where names of regions are looked up; nil without a table.
    var regionNames: RegionNameIndex?
    /// For rows without a polling station of their own, where there is no such column.
    var defaultStation: String?
    /// Where its first byte stands when all population lists are laid end to end.
    var base: UInt64 = 0
    var blocks: BlockSequence
    /// Takes the digest of `source` while it is read, where `source` itself is what is read.
    var digest: ReadingDigest?

    func cell(_ column: String) -> Int? { map[column] }
}
