import Columns
import Diagnostics
import Foundation
import Tabular

/// SHA-256 of a list, taken from the blocks of its first reading: no byte is read twice for it.
///
/// Pieces are taken one after the other, by the threads that read them, while their bytes are still near the processor.
final class ReadingDigest: Sendable {
    private struct Taken: Sendable {
        /// The piece whose turn it is.
        var piece = 0
        /// Bytes of the file taken so far.
        var bytes = 0
    }

    private let blocks: BlockSequence
    private let file: InputFile
    private let taken = Guarded(Taken())
    /// Of the thread whose piece's turn it is.
    private let digest = Guarded(Digest())
    private let condition = NSCondition()

    init(_ blocks: BlockSequence) {
        self.blocks = blocks
        file = blocks.list.file
    }

    /// Takes a piece that was just read into `block`, if its turn has come; returns whether it has.
    func take(_ piece: Int, _ block: borrowing Block) throws(FileError) -> Bool {
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
                throw RunContext.unreadable(error, blocks.list.file.path)
            }
            if try stop.check() { return }
            condition.lock()
            if taken.withLock({ $0.piece }) != piece { _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05)) }
            condition.unlock()
        }
    }

    /// The digest of the whole file, once every piece was taken; nil where the rest of it cannot be read.
    func finish() -> String? {
        let bytes = taken.withLock { $0.bytes }
        guard (try? read(bytes..<max(bytes, file.size))) != nil else { return nil }
        return digest.withLock { $0.finish() }
    }

    /// Takes bytes that no block holds: titles and heading, what stands behind the last record, a cell without an end.
    private func read(_ range: Range<Int>) throws(FileError) {
        var window = [UInt8](repeating: 0, count: min(1 << 18, range.count))
        var at = range.lowerBound
        while at < range.upperBound {
            let got = try file.read(at: at, count: min(window.count, range.upperBound - at), into: &window)
            if got == 0 { throw FileError(.read, path: file.path, number: 5) }
            digest.withLock { $0.update(window.span.extracting(0..<got)) }
            at += got
        }
    }
}
