import CLanes
import Columns

/// A stretch of a part's bytes on its way from the thread that inflates to the one that reads, used again and again.
///
/// Before its bytes there is room for what was left of the piece before, behind them are bytes that are 0. Belongs to one
/// thread at a time.
@safe final class Piece: @unchecked Sendable {
    /// What a row may at most hang over into the next piece.
    static let headroom = 64 << 10
    /// Bytes it takes as a rule.
    static let room = 256 << 10
    private static let slack = 64

    private let base: UnsafeMutablePointer<UInt8>
    private let room: Int
    /// Where the bytes that are not read yet begin and end.
    private(set) var start = headroom
    private(set) var end = headroom

    /// - Parameter room: bytes it takes, at least one.
    init(room: Int = Piece.room) {
        self.room = max(1, min(room, Self.room))
        unsafe base = .allocate(capacity: Self.headroom + self.room + Self.slack)
    }

    deinit { unsafe base.deallocate() }

    var count: Int { end - start }
    /// Bytes it can still take.
    var space: Int { Self.headroom + room - end }

    func clear() {
        start = Self.headroom
        end = Self.headroom
    }

    /// Writes zeros behind the bytes.
    func seal() { unsafe (base + end).update(repeating: 0, count: Self.slack) }

    func append(_ bytes: Span<UInt8>) {
        let count = min(bytes.count, space)
        unsafe bytes.withUnsafeBufferPointer { source in
            if let from = source.baseAddress { unsafe (base + end).update(from: from, count: count) }
        }
        end += count
    }

    /// Lets `write` put bytes behind those it has, up to `space`; it says how many.
    func append(_ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        end += unsafe write(base + end)
    }

    /// Puts bytes in front; false, and nothing done, where they are too many.
    func prepend(_ rest: Span<UInt8>) -> Bool {
        guard rest.count <= start else { return false }
        start -= rest.count
        unsafe rest.withUnsafeBufferPointer { source in
            if let from = source.baseAddress { unsafe (base + start).update(from: from, count: source.count) }
        }
        return true
    }

    /// Leaves out the first bytes.
    func drop(_ count: Int) { start += min(max(count, 0), self.count) }

    /// Lends the first bytes, all of them unless `count` says fewer.
    func withBytes<Result, Problem: Error>(
        _ count: Int? = nil, _ body: (Span<UInt8>) throws(Problem) -> Result
    ) throws(Problem) -> Result {
        let bytes = unsafe UnsafeBufferPointer(start: base + start, count: min(max(count ?? self.count, 0), self.count))
        return try unsafe body(bytes.span)
    }

    /// Lends the place of its first byte; behind the last there are `slack` zeros.
    func withPointer<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result { unsafe body(base + start) }

    /// How many bytes there are up to and with the first place where a tag stands; nil where it stands nowhere.
    func countBehind(_ tag: StaticString) -> Int? {
        seal()
        let found = unsafe tag.utf8Start.withMemoryRebound(to: CChar.self, capacity: tag.utf8CodeUnitCount) {
            unsafe lanes_behind_tag(base + start, Int64(count), $0, Int64(tag.utf8CodeUnitCount))
        }
        return found > 0 ? Int(found) : nil
    }
}
