public import Civil
public import Columns
public import Schema
public import Tabular

/// A list of this run, opened: what it is, where its columns stand, and its blocks.
public struct OpenList: Sendable {
    /// Its place among all lists of the run, in the order given.
    public var number: Int
    public var role: ListSchema.Role
    /// The file the user gave.
    public var path: String
    /// As the user gave it, with a sheet, a region and a column map of its own.
    public var given: ListInput
    /// The file it came from: `text` itself, or what `text` was written from.
    public var source: InputFile
    /// The sheet of a workbook it stands on.
    public var sheet: String?
    /// The name under which its rows stand in the results.
    public var name: String
    public var text: ListText
    /// Column id -> cell.
    public var map: [String: Int]
    public var opening: Opening
    /// Given for rows that have no region of their own.
    public var givenRegion: RegionCode
    /// What the lines above the heading state, where nobody gave a region and no column has it.
    public var statedRegion = RegionCode.unknown
    /// Where names of regions are looked up; nil where no list of the run has any.
    public var regionNames: RegionNameIndex?
    /// For rows without a polling station of their own, where there is no such column.
    public var defaultStation: String?
    /// Where its first byte stands when all population lists are laid end to end.
    public var base: UInt64 = 0
    public var blocks: BlockSequence
    /// Takes the digest of `source` while it is read, where `source` itself is what is read.
    public var digest: ReadingDigest?

    public init(
        number: Int, role: ListSchema.Role, path: String, given: ListInput, source: InputFile, sheet: String? = nil,
        name: String, text: ListText, map: [String: Int], opening: Opening, givenRegion: RegionCode,
        regionNames: RegionNameIndex? = nil, defaultStation: String? = nil, base: UInt64 = 0, blocks: BlockSequence,
        digest: ReadingDigest? = nil
    ) {
        self.number = number
        self.role = role
        self.path = path
        self.given = given
        self.source = source
        self.sheet = sheet
        self.name = name
        self.text = text
        self.map = map
        self.opening = opening
        self.givenRegion = givenRegion
        self.regionNames = regionNames
        self.defaultStation = defaultStation
        self.base = base
        self.blocks = blocks
        self.digest = digest
    }

    /// For rows that have no region of their own.
    public var defaultRegion: RegionCode { givenRegion.isUnknown ? statedRegion : givenRegion }

    public func cell(_ column: String) -> Int? { map[column] }
}
