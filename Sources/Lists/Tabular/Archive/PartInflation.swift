import Columns
import Synchronization

/// Inflates one part of an archive, piece by piece, and holds it to what the directory says of it.
final class PartInflation {
    private let file: InputFile
    private let part: ZipDirectory.Part
    private let budget: InflationBudget
    private let inflater: Inflater?
    private var window: [UInt8]
    /// Bytes of the window that wait.
    private var waiting = 0..<0
    /// Where the next bytes stand in the file, and where the part ends there.
    private var offset: Int
    private let end: Int
    private var made = 0
    private var storedSum: UInt32 = 0

    private static let windowSize = 128 << 10
    private static let header = 30

    init(_ part: ZipDirectory.Part, of file: InputFile, _ budget: InflationBudget) throws(WorkbookProblem) {
        let header = try ZipBytes(file, at: part.offset, count: Self.header)
        guard header.number(0, 4) == 0x0403_4B50 else { throw .damagedArchive }
        if header.number(6, 2) & 1 == 1 { throw .encrypted }
        offset = part.offset + Self.header + header.number(26, 2) + header.number(28, 2)
        guard offset <= file.size - part.stored else { throw .damagedArchive }
        switch part.method {
        case 0:
            guard part.stored == part.size else { throw .damagedArchive }
            inflater = nil
        case 8: inflater = Inflater()
        default: throw .compression(part: part.name)
        }
        self.file = file
        self.part = part
        self.budget = budget
        end = offset + part.stored
        window = [UInt8](repeating: 0, count: min(part.stored, Self.windowSize))
    }

    /// Fills a piece that is empty; false where the part has ended and there is nothing in it.
    func fill(_ piece: Piece) throws(WorkbookProblem) -> Bool {
        if Interruption.isRequested { throw .interrupted }
        while piece.space > 0 {
            if waiting.isEmpty, offset < end {
                let got: Int
                let wanted = min(window.count, end - offset)
                do { got = try file.read(at: offset, count: wanted, into: &window) } catch { throw .file(error) }
                guard got == wanted else { throw .damagedArchive }
                offset += got
                waiting = 0..<got
            }
            let before = piece.count
            if let inflater {
                if inflater.isFinished { break }
                guard let taken = inflater.inflate(window.span.extracting(waiting), into: piece) else {
                    throw .damagedArchive
                }
                waiting = (waiting.lowerBound + taken)..<waiting.upperBound
                // Nothing came of nothing: the stream ends too soon.
                if piece.count == before, taken == 0, !inflater.isFinished { throw .damagedArchive }
            } else {
                if waiting.isEmpty { break }
                let taken = min(waiting.count, piece.space)
                let copied = waiting.lowerBound..<(waiting.lowerBound + taken)
                storedSum = Inflater.sum(window.span.extracting(copied), after: storedSum)
                piece.append(window.span.extracting(copied))
                waiting = (waiting.lowerBound + taken)..<waiting.upperBound
            }
            made += piece.count - before
            try budget.take(piece.count - before)
        }
        piece.seal()
        if piece.count > 0 { return true }
        guard made == part.size, (inflater?.sum ?? storedSum) == part.sum, waiting.isEmpty, offset == end else {
            throw .damagedArchive
        }
        return false
    }
}

/// What all parts of an archive together may inflate to: any number of threads draw on it.
final class InflationBudget: Sendable {
    let limit: Int
    /// Bytes of the archive.
    let stored: Int
    private let used = Atomic<Int>(0)

    init(limit: Int, stored: Int) {
        self.limit = limit
        self.stored = stored
    }

    func take(_ count: Int) throws(WorkbookProblem) {
        if used.add(count, ordering: .relaxed).newValue > limit { throw .bomb(inflated: limit, stored: stored) }
    }
}
