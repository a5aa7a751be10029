public import Civil
import RoleLists
import Tabular

/// By what the rows of a block of another list name people, each read only where it is asked for.
public struct RowNames: Sendable {
    private let block: Block
    private let list: OpenList
    private let cell: Int?
    /// Birth dates of the rows and whether they are real, where the list has them beside names and they are weighed.
    private let births: (days: [Int32], states: [UInt8])?

    private let apostrophes: Apostrophes

    init(
        _ block: Block, _ list: OpenList, column: String?, _ apostrophes: Apostrophes,
        births: (days: [Int32], states: [UInt8])? = nil
    ) {
        self.apostrophes = apostrophes
        self.block = block
        self.list = list
        self.births = births
        cell = column.flatMap { list.cell($0) }
    }

    /// Whether the list has a column of names at all.
    var areGiven: Bool { cell != nil }

    /// Whether rows may turn out to be other people's.
    var areWeighed: Bool { births != nil }

    /// Place of the list among the other lists.
    var listNumber: Int { list.number }

    /// The digest by which a name is compared with others; 0 = none.
    public static func digest(_ name: [UInt8], _ apostrophes: Apostrophes) -> UInt64 {
        RowNormalForm.nameDigest(name, apostrophes)
    }

    /// The digest of the name of a row of the block; 0 = none.
    func digest(_ row: Int) -> UInt64 {
        cell.map { RowNormalForm.nameDigest(block.cellText(row, $0, of: list.text), apostrophes) } ?? 0
    }

    /// The birth date of a row; nil where it is none, or not weighed.
    func birth(_ row: Int) -> CivilDate? {
        guard let births, births.states[row] == 1 else { return nil }
        return CivilDate(dayNumber: births.days[row])
    }

    /// The name of a row as names are compared; nil without a letter.
    func name(_ row: Int) -> String? {
        cell.flatMap { Self.compared(block.cellText(row, $0, of: list.text), apostrophes) }
    }

    /// A name as names are compared: in normal form, no longer than any name; nil without a letter.
    public static func compared(_ cell: [UInt8], _ apostrophes: Apostrophes) -> String? {
        let name = String(decoding: NormalForm.of(cell.span, apostrophes).prefix(longest), as: UTF8.self)
        return name.unicodeScalars.contains { $0.properties.isAlphabetic } ? name : nil
    }

    /// Bytes of a name that are compared.
    static let longest = 512

    /// Where a row stands among all rows of its role.
    func order(_ row: Int) -> UInt64 { UInt64(list.number) << 40 | UInt64(block.rowNumber(row)) }
}
