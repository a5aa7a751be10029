import Columns
import Diagnostics
import Dispatch
import Foundation
import Tabular

/// SHA-256 of a list, taken from the blocks of its first reading as far as that keeps nobody waiting.
///
/// Pieces are taken one after the other, by the threads that read them, while their bytes are still near the processor.
/// A digest cannot be shared out among threads: the more there are, the more of the list is read again for it, beside
/// the work that follows.
final class ReadingDigest: Sendable {
    private struct Taken: Sendable {
        /// The piece whose turn it is.
        var piece = 0
        /// Bytes of the file taken so far.
        var bytes = 0
    }

    private let blocks: BlockSequence
    private let file: InputFile
    /// Pieces that are taken while they are read.
    private let pieces: Int
    private let taken = Guarded(Taken())
    /// Of the thread whose piece's turn it is.
    private let digest = Guarded(Digest())
    private let condition = NSCondition()
    private let rest = DispatchGroup()
    private let result = Guarded<String?>(nil)

    /// - Parameter share: of the list that is taken while it is read, 0 ... 1.
    init(_ blocks: BlockSequence, share: Double) {
        self.blocks = blocks
        file = blocks.list.file
        pieces = Int(Double(blocks.count) * min(max(0, share), 1))
    }

    /// Takes a piece that was just read into `block`, if its turn has come. False where that of a piece before it has
    /// not: then `wait` takes it.
    func take(_ piece: Int, _ block: borrowing Block) throws(FileError) -> Bool {
        if piece >= pieces { return true }
        let before = taken.withLock { $0 }
        guard before.piece == piece else { return false }
        let end = max(before.bytes, blocks.range(of: piece).upperBound)
        let start = before.bytes - block.offset
        if start >= 0, end - block.offset <= block.size {
            digest.withLock { $0.update(block.text.span.extracting(start..<(end - block.offset))) }
        } else {
            try read(before.bytes..<end)
        }
        taken.withLock { $0 = Taken(piece: piece + 1, bytes: end) }
        condition.lock()
        condition.broadcast()
        condition.unlock()
        return true
    }

    /// Waits for the turn of a piece that was just read into `block`, and takes it; stops waiting where another thread
    /// failed.
    func wait(_ piece: Int, _ block: borrowing Block, _ stop: borrowing StopSign) throws(Failure) {
        while true {
            do throws(FileError) {
                if try take(piece, block) { return }
            } catch {
                throw RunContext.unreadable(error, file.path)
            }
            if try stop.check() { return }
            condition.lock()
            if taken.withLock({ $0.piece }) != piece { _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05)) }
            condition.unlock()
        }
    }

    /// Once every piece was read: what was not taken is read beside other work.
    func complete() {
        DispatchQueue.global().async(group: rest) { [self] in
            let bytes = taken.withLock { $0.bytes }
            guard (try? read(bytes..<max(bytes, file.size))) != nil else { return }
            let text = digest.withLock { $0.finish() }
            result.withLock { $0 = text }
        }
    }

    /// The digest of the whole file, after `complete`; nil where it could not be read.
    func wait() -> String? {
        rest.wait()
        return result.withLock { $0 }
    }

    /// Takes bytes that no block holds: titles and heading, what stands behind the last record, a cell without an end.
    private func read(_ range: Range<Int>) throws(FileError) {
        try digest.withLock { (digest) throws(FileError) in
            try digest.update(file, range) { !Interruption.isRequested }
        }
    }
}
