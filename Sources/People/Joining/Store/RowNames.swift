import RoleLists
import Tabular

/// The names that the rows of a block of another list bear, each read only where it is asked for.
public struct RowNames: Sendable {
    private let block: Block
    private let list: OpenList
    private let cell: Int?

    init(_ block: Block, _ list: OpenList, column: String?) {
        self.block = block
        self.list = list
        cell = column.flatMap { list.cell($0) }
    }

    /// Whether the list has a column of names at all.
    var areGiven: Bool { cell != nil }

    /// The digest by which a name is compared with others; 0 = none.
    public static func digest(_ name: [UInt8]) -> UInt64 { RowNormalForm.nameDigest(name) }

    /// The digest of the name of a row of the block; 0 = none.
    func digest(_ row: Int) -> UInt64 {
        cell.map { RowNormalForm.nameDigest(block.cellText(row, $0, of: list.text)) } ?? 0
    }

    /// Where a row stands among all rows of its role.
    func order(_ row: Int) -> UInt64 { UInt64(list.number) << 40 | UInt64(block.rowNumber(row)) }
}
