import Columns
import Diagnostics
import RoleLists
import Tabular
import Workers

/// One thread's reading of a list other than population, block by block.
protocol BlockReader: Sendable {
    var block: Block { get set }
    var counts: ListCounts { get }
    var rejected: [RejectedRow] { get }

    /// Takes in the rows of the block just read.
    mutating func take() throws(Failure)
    /// To be called once there are no more.
    mutating func finish() throws(Failure)
}

extension BlockReader {
    /// Reads all of a list, block by block, on the threads of a run.
    static func read(
        _ list: OpenList, _ context: RunContext, _ make: @Sendable () throws(Failure) -> Self
    ) throws(Failure) -> [Self] {
        let readers = try Workers.run(context.threads) { () throws(Failure) in
            try make()
        } _: { (reader, stop) throws(Failure) in
            // Asked before a piece is taken: others wait for where a taken one ends.
            while try !stop.check(), let piece = list.blocks.next() {
                do throws(FileError) {
                    try list.blocks.read(piece, into: &reader.block)
                } catch {
                    throw OpenList.unreadable(error, list)
                }
                context.progress?.add(.others, OpenList.pieceSize)
                try reader.take()
                try list.digest?.take(piece, &reader.block, stop)
            }
            try reader.finish()
        }
        list.digest?.complete()
        return readers
    }
}
