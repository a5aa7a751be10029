import Diagnostics
import Workers

/// Puts the answers of all parts back in the order of the lists. Within a piece of a list each part's answers follow
/// each other in the order of its rows: the piece's route says whose turn it is.
struct AnswersInListOrder: Sendable {
    let persons: [PersonParts]
    let answers: PartJoin.Answers
    let file: PartFile
    let joined: JoinedFile

    private struct Piece: Sendable {
        var thread: Int
        var piece: PersonParts.Piece
    }

    func run(_ threads: Int) throws(Failure) {
        let pieces = persons.enumerated().flatMap { number, thread in
            thread.pieces.map { Piece(thread: number, piece: $0) }
        }.sorted { ($0.piece.list, $0.piece.firstRow) < ($1.piece.list, $1.piece.firstRow) }
        let counter = Counter()
        _ = try Workers.run(threads) { () throws(Failure) in
            Scratch()
        } _: { (scratch, stop) throws(Failure) in
            while let number = counter.next(below: pieces.count) {
                if try stop.check() { return }
                try scratch.gather(pieces[number].piece, answers.bases[pieces[number].thread], file)
                try joined.write(
                    scratch.words[...], list: pieces[number].piece.list, from: pieces[number].piece.firstRow)
            }
        }
    }

    private struct Scratch: Sendable {
        /// An entry a record.
        private(set) var words: [UInt64] = []
        private var route: [UInt64] = []
        private var found: [UInt64] = []
        private var counts: [Int] = []

        mutating func gather(_ piece: PersonParts.Piece, _ bases: [Int], _ file: PartFile) throws(Failure) {
            try file.read((piece.records + 7) / 8, at: piece.route, into: &route)
            counts = [Int](repeating: 0, count: 256)
            for record in 0..<piece.records { counts[part(record)] += 1 }
            // `counts` becomes where the next answer of each part stands.
            var start = 0
            for part in bases.indices {
                let count = counts[part]
                if count > 0 {
                    try file.read(count, at: bases[part] + Int(piece.before[part]), into: &found, position: start)
                }
                counts[part] = start
                start += count
            }
            words.removeAll(keepingCapacity: true)
            for record in 0..<piece.records {
                let part = part(record)
                if part == Int(PersonParts.nowhere) {
                    words.append(0)
                } else {
                    words.append(found[counts[part]])
                    counts[part] += 1
                }
            }
        }

        private func part(_ record: Int) -> Int {
            Int(route[record >> 3] >> (UInt64(record & 7) * 8) & 0xFF)
        }
    }
}
