import Columns
public import Diagnostics
import Glibc
public import Tabular
public import Workers

/// SHA-256 of a list, taken from the blocks of its first reading as far as that keeps nobody waiting for long.
///
/// Pieces are taken in their order, while their bytes are still near the processor. A piece that comes before its turn
/// is kept for the thread that takes the one before it. A digest cannot be shared out among threads: where taking it is
/// slower than all other work, the rest of the list is read again for it once there is nothing else to read, beside the
/// work that follows.
public final class ReadingDigest: Sendable {
    private struct Queue: Sendable {
        /// The piece whose turn it is, or that is being taken.
        var piece = 0
        /// Pieces that came before their turn.
        var kept: [Int: Block] = [:]
        /// Those that there was no room to keep.
        var left: Set<Int> = []
        /// Reading is much faster than taking: nobody waits for room any more.
        var isOutrun = false
        /// Blocks whose pieces were taken: their room is used again.
        var spare: [Block] = []
    }
    private struct Taken: ~Copyable, Sendable {
        var digest = Digest()
        /// Bytes of the file it holds.
        var bytes = 0
    }
    private static let mostKept = 32
    /// How often a thread yields for room: longer than taking a piece lasts on a processor with SHA instructions, shorter
    /// than on one without, where the other threads had better go on.
    private static let patience = 1000

    private let blocks: BlockSequence
    private let file: InputFile
    private let queue = Guarded(Queue())
    /// Of the thread whose piece's turn it is.
    private let taken = Guarded(Taken())
    /// The thread that reads what was not taken, where there is one.
    private let rest = Guarded<JoinedThread?>(nil)
    private let result = Guarded<String?>(nil)

    public init(_ blocks: BlockSequence) {
        self.blocks = blocks
        file = blocks.list.file
    }

    /// Takes a piece that was read into `block` and is done with, and those behind it that others brought meanwhile, until
    /// one of them failed. Before its turn it is kept, and `block` becomes another.
    public func take(_ piece: Int, _ block: inout Block, _ stop: borrowing StopSign) throws(Failure) {
        guard isTurn(of: piece, &block) else { return }
        try add(piece, block)
        while !blocks.isExhausted, try !stop.check(), let next = takeNext() {
            guard let kept = next.block else {
                try add(to: blocks.range(of: next.piece).upperBound)
                continue
            }
            try add(next.piece, kept)
            queue.withLock { $0.spare.append(kept) }
        }
    }

    /// Whether it is this piece's turn; if not, it is kept or left.
    private func isTurn(of piece: Int, _ block: inout Block) -> Bool {
        var yields = 0
        while true {
            let answer = queue.withLock { queue -> Bool? in
                if queue.piece == piece { return true }
                if queue.kept.count < Self.mostKept {
                    queue.kept[piece] = block
                    block = queue.spare.popLast() ?? Block(width: blocks.list.width)
                } else if !queue.isOutrun, yields < Self.patience {
                    return nil
                } else {
                    queue.isOutrun = true
                    queue.left.insert(piece)
                }
                return false
            }
            if let answer { return answer }
            yields += 1
            sched_yield()
        }
    }

    /// Gives the turn to the next piece; what was kept of it, if it was brought before: its block, or nothing.
    private func takeNext() -> (piece: Int, block: Block?)? {
        queue.withLock { queue in
            queue.piece += 1
            if let block = queue.kept.removeValue(forKey: queue.piece) { return (queue.piece, block) }
            return queue.left.remove(queue.piece) != nil ? (queue.piece, nil) : nil
        }
    }

    private func add(_ piece: Int, _ block: borrowing Block) throws(Failure) {
        let end = blocks.range(of: piece).upperBound
        try add(to: min(end, block.offset))
        taken.withLock { taken in
            let start = taken.bytes - block.offset
            guard start >= 0, start < end - block.offset, end - block.offset <= block.size else { return }
            taken.digest.update(block.text.span.extracting(start..<(end - block.offset)))
            taken.bytes = end
        }
        try add(to: end)
    }

    /// Takes bytes that no block holds: titles and heading, what stands behind the last record, a cell without an end.
    private func add(to end: Int) throws(Failure) {
        do throws(FileError) {
            try taken.withLock { (taken) throws(FileError) in
                guard taken.bytes < end else { return }
                try taken.digest.update(file, taken.bytes..<end) { !Interruption.isRequested && !JoinedThread.isEnding }
                taken.bytes = end
            }
        } catch {
            throw OpenList.unreadable(error, file.path)
        }
    }

    /// Once every piece was read: what was not taken is read beside other work, or by who waits for it.
    public func complete() {
        queue.withLock { $0 = Queue() }
        if taken.withLock({ $0.bytes < file.size }) {
            let thread = JoinedThread.start { [self] in takeRest() }
            rest.withLock { $0 = thread }
        } else {
            takeRest()
        }
    }

    private func takeRest() {
        guard (try? add(to: file.size)) != nil else { return }
        let text = taken.withLock { $0.digest.finish() }
        result.withLock { $0 = text }
    }

    /// The digest of the whole file, after `complete`; nil where it could not be read.
    public func wait() -> String? {
        if let thread = rest.withLock({ $0 }) {
            thread.join()
        } else if result.withLock({ $0 == nil }) {
            takeRest()
        }
        return result.withLock { $0 }
    }
}
