public import Columns
import Synchronization

/// Hands out the blocks of one list to many threads and joins their edges.
///
/// A list is cut at fixed offsets. A thread guesses that the first line end in its piece ends a record, reads the
/// piece, and then learns from the piece before it where that one really ended; only when a quoted cell spans the cut
/// and the guess was wrong does it read again. After a first reading all edges are known and blocks come in any order.
public final class BlockSequence: Sendable {
    public let list: ListText
    /// Bytes of a piece.
    public let pieceSize: Int
    /// Pieces the list is cut into; at least one.
    public let count: Int

    private struct Edge {
        /// File offset at which the first record of a piece begins, and its row number.
        var start: Int
        var row: Int
    }

    private let taken = Atomic<Int>(0)
    private let edges: Guarded<(known: [Edge?], failure: FileError?)>

    public init(_ list: ListText, pieceSize: Int) {
        self.list = list
        self.pieceSize = max(pieceSize, 4096)
        count = max(1, (list.file.size - list.firstOffset + self.pieceSize - 1) / self.pieceSize)
        var known = [Edge?](repeating: nil, count: count + 1)
        known[0] = Edge(start: list.firstOffset, row: list.firstRow)
        edges = Guarded((known, nil))
    }

    /// The next piece nobody has taken; nil when all are.
    public func next() -> Int? {
        let piece = taken.add(1, ordering: .relaxed).oldValue
        return piece < count ? piece : nil
    }

    /// Whether every piece was handed out.
    public var isExhausted: Bool { taken.load(ordering: .relaxed) >= count }

    /// Starts handing out pieces from the first again.
    public func rewind() { taken.store(0, ordering: .relaxed) }

    /// The records of the list, once every piece was read.
    public var records: Int { edges.withLock { ($0.known[count]?.row ?? list.firstRow) - list.firstRow } }

    /// Reads one piece into `block`. In a first reading every piece must be taken through `next`.
    public func read(_ piece: Int, into block: inout Block) throws(FileError) {
        do {
            try readPiece(piece, into: &block)
        } catch {
            edges.withLock { $0.failure = $0.failure ?? error }
            edges.wake()
            throw error
        }
    }

    private func readPiece(_ piece: Int, into block: inout Block) throws(FileError) {
        let nominal = list.firstOffset + piece * pieceSize
        let limit = min(nominal + pieceSize, list.file.size)
        block.size = 0
        block.offset = 0
        if let edge = edge(piece) {
            let end = edge.start < limit ? try list.read(from: edge.start, limit: limit, into: &block) : edge.start
            if edge.start >= limit { block.clear() }
            block.firstRow = edge.row
            settle(piece + 1, Edge(start: end, row: edge.row + block.records))
            return
        }
        let guess = try list.recordStart(near: nominal, limit: limit, block: &block)
        var end = limit
        if let guess { end = try list.read(from: guess, limit: limit, into: &block) }
        let edge = try wait(for: piece)
        if edge.start != guess {
            block.clear()
            end = edge.start < limit ? try list.read(from: edge.start, limit: limit, into: &block) : edge.start
        }
        block.firstRow = edge.row
        settle(piece + 1, Edge(start: end, row: edge.row + block.records))
    }

    /// Where the records of a piece that was read stand in the file; empty for any other.
    public func range(of piece: Int) -> Range<Int> {
        edges.withLock { edges in
            guard piece >= 0, piece < count, let start = edges.known[piece]?.start,
                let end = edges.known[piece + 1]?.start, start <= end
            else { return 0..<0 }
            return start..<end
        }
    }

    /// Where the records of all pieces stand in the file, with the row number of the first of each; once every piece
    /// was read.
    public var ranges: [(bytes: Range<Int>, firstRow: Int)] {
        edges.withLock { edges in
            (0..<count).compactMap { piece in
                guard let edge = edges.known[piece], let end = edges.known[piece + 1]?.start, edge.start < end
                else { return nil }
                return (edge.start..<end, edge.row)
            }
        }
    }

    private func edge(_ piece: Int) -> Edge? { edges.withLock { $0.known[piece] } }

    private func settle(_ piece: Int, _ edge: Edge) {
        let isNew = edges.withLock { edges -> Bool in
            guard edges.known[piece] == nil else { return false }
            edges.known[piece] = edge
            return true
        }
        if isNew { edges.wake() }
    }

    private func wait(for piece: Int) throws(FileError) -> Edge {
        let found = edges.wait { edges -> Result<Edge, FileError>? in
            if let edge = edges.known[piece] { return .success(edge) }
            return edges.failure.map { .failure($0) }
        }
        return try found.get()
    }
}

extension ListText {
    /// Where a record probably begins, at or behind `nominal`: behind the first line end from one byte before it on.
    func recordStart(near nominal: Int, limit: Int, block: inout Block) throws(FileError) -> Int? {
        try fill(&block, from: nominal - 1, count: min(limit - nominal + 1 + Self.overhang, file.size - nominal + 1))
        let end = min(block.size, limit - block.offset)
        guard let place = block.text[..<max(0, end)].firstIndex(of: grammar.newline) else { return nil }
        let start = block.offset + place + 1
        return start < limit ? start : nil
    }
}
