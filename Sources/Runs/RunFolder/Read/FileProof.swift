import Columns
import Synchronization

/// Digests of a file whose rows are read meanwhile, taken on a thread of their own: whoever reads does not wait for them.
final class FileProof: Sendable {
    /// What to take of a file.
    struct Wanted: Sendable {
        /// The SHA-256 of the file.
        var plain: Bool
        /// The SHA-256 of these bytes and the file behind them.
        var salt: [UInt8]?
    }

    /// nil where it was not asked for.
    struct Found: Sendable, Equatable {
        var plain: String?
        var salted: String?
    }

    private let file: InputFile
    private let wanted: Wanted
    private let found: Guarded<Found?>
    private let isForsaken: Forsaken
    private let thread: JoinedThread?

    /// Whether nobody waits for the digests any longer; what was taken so far is then of no use.
    private final class Forsaken: Sendable {
        let flag = Atomic<Bool>(false)
    }

    /// Shorter files cost less than a thread.
    private static let least = 1 << 20

    init(_ file: InputFile, _ wanted: Wanted) {
        let found = Guarded<Found?>(nil)
        let isForsaken = Forsaken()
        self.file = file
        self.wanted = wanted
        self.found = found
        self.isForsaken = isForsaken
        thread =
            file.size < Self.least
            ? nil
            : JoinedThread.start {
                // What fails is met again by whoever asks.
                let taken = try? Self.take(file, wanted, isForsaken)
                found.withLock { $0 = taken }
            }
    }

    deinit {
        isForsaken.flag.store(true, ordering: .relaxed)
        thread?.join()
    }

    /// The digests, once they are taken.
    ///
    /// - Throws: where the file cannot be read, or is no longer the one that was opened.
    func finish() throws(FileError) -> Found {
        thread?.join()
        var found = self.found.withLock { $0 }
        if found == nil { found = try Self.take(file, wanted, isForsaken) }
        guard let found, file.isUnchanged else { throw FileError.cutShort(file.path) }
        return found
    }

    private static func take(_ file: InputFile, _ wanted: Wanted, _ forsaken: Forsaken) throws(FileError) -> Found {
        var found = Found()
        var plain = Digest()
        var salted = Digest()
        if let salt = wanted.salt { salted.update(salt) }
        var buffer = [UInt8](repeating: 0, count: max(1, min(least, file.size)))
        var at = 0
        while at < file.size, !forsaken.flag.load(ordering: .relaxed), !JoinedThread.isEnding {
            let count = try file.read(at: at, count: min(buffer.count, file.size - at), into: &buffer)
            guard count > 0 else { throw FileError.cutShort(file.path) }
            if wanted.plain { plain.update(buffer.span.extracting(0..<count)) }
            if wanted.salt != nil { salted.update(buffer.span.extracting(0..<count)) }
            at += count
        }
        if wanted.plain { found.plain = plain.finish() }
        if wanted.salt != nil { found.salted = salted.finish() }
        return found
    }
}
