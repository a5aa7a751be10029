import Civil
import Schema

/// What the cells of one column hold, by a sample of rows: enough to tell a NIK from a family card's number, a date, a
/// coded cell, a name.
struct ContentFacts: Sendable {
    private(set) var filled = 0
    /// Filled cells that are a usable NIK; of which with the day of a woman, which no family card's number has.
    private(set) var niks = 0
    private(set) var womenNIKs = 0
    private(set) var sixteenDigits = 0
    private(set) var dates = 0
    private(set) var integers = 0
    /// Region codes of a kecamatan or a desa.
    private(set) var regions = 0
    /// Cells of letters, blanks, dots, commas and apostrophes, of four letters or more.
    private(set) var names = 0
    /// Different cells, folded, with how often each was met; no more than so many are told apart.
    private(set) var words: [String: Int] = [:]
    private static let mostWords = 256

    init(_ sample: [[String]], cell: Int) {
        for row in sample where row.indices.contains(cell) { add(row[cell]) }
    }

    private mutating func add(_ text: String) {
        let bytes = Array(text.utf8)
        let span = bytes.span
        let folded = Folding.code(text)
        if folded.isEmpty { return }
        filled += 1
        if case .value(let nik) = NIK.read(span) {
            niks += 1
            if nik.isFemale { womenNIKs += 1 }
        }
        if NKK.read(span) != nil { sixteenDigits += 1 }
        if case .date = DateReading.read(span) { dates += 1 }
        if WholeNumber.read(span) != nil { integers += 1 }
        if case .code(let region) = RegionReading.read(span), region.length >= 6 { regions += 1 }
        let letters = bytes.count { $0 >= 0x80 || ($0 | 0x20) &- 97 < 26 }
        let others = bytes.count { $0 == 0x20 || $0 == 0x2E || $0 == 0x2C || $0 == 0x27 }
        if letters >= 4, letters + others == bytes.count { names += 1 }
        if words.count < Self.mostWords || words[folded] != nil { words[folded, default: 0] += 1 }
    }

    /// Filled cells of the sample that are what a column asks for; nil for columns that take any text.
    func fitting(_ column: ListSchema.Column) -> Int? {
        switch column.kind {
        case .nik: niks
        case .nkk: sixteenDigits
        case .date: dates
        case .integer, .regionPart: integers
        case .region: regions
        case .text: nil
        case .code: mapped(column)
        }
    }

    /// Cells that are words of a column's table.
    private func mapped(_ column: ListSchema.Column) -> Int {
        var count = 0
        var seen: Set<String> = []
        for word in column.codes.flatMap(\.words).map(Folding.code) where seen.insert(word).inserted {
            count += words[word] ?? 0
        }
        return count
    }

    func isMostly(_ count: Int) -> Bool { filled > 0 && count * 5 >= filled * 4 }

    /// Whether nearly every cell differs from the others.
    var areDistinct: Bool { words.count >= min(Self.mostWords, max(2, filled * 3 / 5)) }
}
