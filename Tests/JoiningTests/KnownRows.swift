import Columns
import RoleLists
import Tabular

@testable import Joining

extension JoinedPersons {
    /// Reads a population list block by block, with what is known of its rows.
    func forEachBlock(
        of list: OpenList, _ place: Int, _ body: (_ block: Block, _ niks: [UInt64], _ evidence: Evidence) throws -> Void
    ) throws {
        var reader = evidence(ofList: place)
        var evidence = Evidence()
        var block = Block(width: list.text.width)
        for range in list.blocks.ranges {
            try list.text.readRows(
                from: range.bytes.lowerBound, limit: range.bytes.upperBound, row: range.firstRow, into: &block)
            var cells = TextColumn()
            var (niks, findings) = ([UInt64](), [UInt8]())
            block.gather(list.text.keyColumn, of: list.text, into: &cells)
            ColumnDecoding.niks(block.text, cells, keys: &niks, findings: &findings)
            try reader.read(block, niks: niks, into: &evidence)
            try body(block, niks, evidence)
        }
    }
}
