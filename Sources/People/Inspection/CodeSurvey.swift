import Columns
import Schema

/// The words met in a coded column: those of its table, and those that are in no table.
struct CodeSurvey: Sendable {
    private struct Word: Sendable {
        var folded: String
        var code: String?
        var count: Int
    }

    /// Words of the table, folded -> their code.
    private let table: [String: String]
    private var cells = ByteDictionary()
    private var words: [Word] = []
    private var furtherMapped = 0
    private var furtherUnmapped = 0
    private static let most = 4096

    init(_ column: ListSchema.Column) {
        var table: [String: String] = [:]
        for code in column.codes {
            for word in code.words { table[Folding.code(word)] = code.code }
        }
        self.table = table
    }

    /// Counts one filled cell; whether it is a word of the table.
    mutating func add(_ cell: Span<UInt8>) -> Bool {
        if let number = cells.number(of: cell) {
            words[number].count += 1
            return words[number].code != nil
        }
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        let folded = Folding.code(String(decoding: bytes, as: UTF8.self))
        let code = table[folded]
        if cells.count < Self.most {
            _ = cells.add(cell)
            words.append(Word(folded: folded, code: code, count: 1))
        } else if code != nil {
            furtherMapped += 1
        } else {
            furtherUnmapped += 1
        }
        return code != nil
    }

    mutating func add(_ other: CodeSurvey) {
        words += other.words
        furtherMapped += other.furtherMapped
        furtherUnmapped += other.furtherUnmapped
    }

    /// Words of the table that were met, most frequent first.
    var mapped: [Inspection.CodeWord] {
        Self.ordered(sums { $0.code != nil }).map {
            Inspection.CodeWord(word: $0.key, code: table[$0.key], count: $0.value)
        }
    }

    var unmappedCount: Int { words.reduce(furtherUnmapped) { $0 + ($1.code == nil ? $1.count : 0) } }

    /// Words outside the table that may be shown: see `UnmappedWords`.
    func unmapped(_ text: TextWords) -> [Inspection.CodeWord] {
        let sums = sums { $0.code == nil }
        guard furtherUnmapped == 0, sums.count <= UnmappedWords.mostDifferent else { return [] }
        return Self.ordered(sums).filter { UnmappedWords.mayShow($0.key, count: $0.value, text) }
            .map { Inspection.CodeWord(word: $0.key, code: nil, count: $0.value) }
    }

    private func sums(_ isWanted: (Word) -> Bool) -> [String: Int] {
        var sums: [String: Int] = [:]
        for word in words where isWanted(word) { sums[word.folded, default: 0] += word.count }
        return sums
    }

    private static func ordered(_ sums: [String: Int]) -> [(key: String, value: Int)] {
        sums.sorted { left, right in
            left.value == right.value
                ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.value > right.value
        }
    }
}

/// When a word outside a code table may be shown. A code is no personal value, but any cell may hold a name.
///
/// Shown: a word met at least five times, of at most 24 characters and three words, without four digits in a row, none
/// of whose words (of two letters or more) stands in a column of names, places or addresses of the same list; in a
/// column of at most twenty such words. Every other one is counted by its shape alone.
enum UnmappedWords {
    static let fewest = 5
    static let mostDifferent = 20
    private static let longest = 24

    static func mayShow(_ word: String, count: Int, _ text: TextWords) -> Bool {
        guard count >= fewest, word.count <= longest else { return false }
        let parts = word.split(separator: " ")
        guard parts.count <= 3 else { return false }
        var digits = 0
        for byte in word.utf8 {
            digits = byte &- 48 < 10 ? digits + 1 : 0
            if digits >= 4 { return false }
        }
        return !parts.contains { text.holds(Array($0.utf8).span) }
    }
}

/// The words that stand in a list's columns of names, places and addresses, by their digests.
struct TextWords: Sendable {
    private static let most = 1 << 18
    private var digests: Set<UInt64> = []
    /// Where words came that are not held: then any word may be a name.
    private var isFull = false

    /// Takes in the words of a cell.
    mutating func add(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        var word: UInt64 = Self.seed
        var length = 0
        for at in start..<end {
            let byte = text[at]
            if Self.isLetter(byte) {
                word = Self.mix(word, byte)
                length += 1
            } else {
                if length > 1 { insert(word) }
                word = Self.seed
                length = 0
            }
        }
        if length > 1 { insert(word) }
    }

    mutating func add(_ other: TextWords) {
        digests.formUnion(other.digests)
        isFull = isFull || other.isFull
    }

    /// Whether any run of letters in a word is one of them.
    func holds(_ text: Span<UInt8>) -> Bool {
        if isFull { return true }
        var word: UInt64 = Self.seed
        var length = 0
        for at in text.indices {
            if Self.isLetter(text[at]) {
                word = Self.mix(word, text[at])
                length += 1
            } else {
                if length > 1, digests.contains(word) { return true }
                word = Self.seed
                length = 0
            }
        }
        return length > 1 && digests.contains(word)
    }

    private mutating func insert(_ word: UInt64) {
        if digests.count < Self.most { digests.insert(word) } else { isFull = isFull || !digests.contains(word) }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 97 < 26 }

    private static func mix(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        (word ^ UInt64(byte &- 97 < 26 ? byte & 0xDF : byte)) &* 0x0000_0100_0000_01B3
    }
}
