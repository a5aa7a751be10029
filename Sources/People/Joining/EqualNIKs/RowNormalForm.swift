import Civil
import Columns
import Linkage
import RoleLists
import Schema
import Tabular

/// What a population row is compared by with other rows of its NIK.
///
/// Coded cells by their code, dates by their day (any real day), RT and RW as integers, numbers cleaned, anything else
/// by its text in normal form.
struct RowNormalForm: Sendable {
    private let kinds: [ListSchema.Column.Kind]
    private let cells: [Int?]
    private var readers: [CodeReader?]
    private var regionReader: RegionReader
    private var regions: [UInt64] = []
    /// Places of the columns that tell people apart; nil for a column the list's role does not know.
    private let identity: [Int?]
    private let name: Int?
    private let classes: [(columns: [Int?], needs: [Int?])]
    /// Of the row at hand, by column: the digest of the cell, and whether it holds something of the column's kind.
    private var digests: [UInt64]
    private var isReal: [Bool]
    private var form: [UInt8] = []
    private let apostrophes: Apostrophes
    /// Of a cell that is not there.
    private static let empty = digest(of: [])

    init(_ list: OpenList, _ schema: ListSchema.EqualRows, _ apostrophes: Apostrophes) {
        self.apostrophes = apostrophes
        let ids = Set(
            schema.identity + [schema.name].compactMap(\.self) + schema.classes.flatMap { $0.columns + $0.needs })
        let columns = list.role.columns.filter { ids.contains($0.id) }
        func places(_ ids: [String]) -> [Int?] { ids.map { id in columns.firstIndex { $0.id == id } } }
        identity = places(schema.identity)
        name = schema.name.flatMap { places([$0])[0] }
        classes = schema.classes.map { (places($0.columns), places($0.needs)) }
        kinds = columns.map(\.kind)
        cells = columns.map { list.cell($0.id) }
        readers = columns.map { $0.kind == .code ? CodeReader($0, order: $0.codes.map(\.code)) : nil }
        regionReader = RegionReader(list)
        digests = columns.map { _ in Self.empty }
        isReal = columns.map { _ in false }
    }

    /// Appends what `EqualNIKs.Digests` holds of a row: the one that `fetcher` has.
    mutating func append(_ fetcher: borrowing RecordFetcher, to found: inout [UInt64]) {
        for column in kinds.indices {
            guard let cell = cells[column] else { continue }
            if let range = fetcher.plainCell(cell) {
                read(fetcher.block.text, range, column)
            } else {
                let text = fetcher.cell(cell)
                read(text, text.indices, column)
            }
        }
        found.append(digest(identity))
        found.append(name.map { digests[$0] == Self.empty ? 0 : digests[$0] } ?? 0)
        for kind in classes {
            let isOfClass = kind.needs.allSatisfy { $0.map { isReal[$0] } ?? false }
            found.append(isOfClass ? max(digest(kind.columns), 1) : EqualNIKs.Digests.none)
        }
    }

    /// Reads the cell `text[range]`.
    private mutating func read(_ text: borrowing [UInt8], _ range: Range<Int>, _ column: Int) {
        switch kinds[column] {
        case .date:
            switch DateReading.read(text.span, from: range.lowerBound, to: range.upperBound) {
            case .date(let day):
                set(column, Self.digest(kind: 2, UInt64(UInt32(bitPattern: day.dayNumber))), isReal: true)
            case .empty: set(column, Self.empty, isReal: false)
            default:
                readText(text, range, column)
                isReal[column] = false
            }
        case .nik, .nkk:
            if let digits = NKK.read(text.span, from: range.lowerBound, to: range.upperBound) {
                return set(column, Self.digest(kind: 4, digits), isReal: NKK.isHousehold(digits))
            }
            readText(text, range, column)
            isReal[column] = false
        case .integer:
            if let whole = WholeNumber.read(text.span, from: range.lowerBound, to: range.upperBound) {
                // A house without RT writes 0.
                if whole == 0 { return set(column, Self.empty, isReal: false) }
                return set(column, Self.digest(kind: 3, UInt64(UInt32(bitPattern: whole))), isReal: true)
            }
            readText(text, range, column)
        case .code:
            readText(text, range, column)
            let code = readers[column]?.number(of: text.span.extracting(range)) ?? 0
            if code != 0 { digests[column] = Self.digest(kind: 1, UInt64(code)) }
        case .text, .region, .regionPart:
            readText(text, range, column)
        }
    }

    private mutating func readText(_ text: borrowing [UInt8], _ range: Range<Int>, _ column: Int) {
        form.removeAll(keepingCapacity: true)
        NormalForm.append(text.span, from: range.lowerBound, to: range.upperBound, apostrophes, to: &form)
        if form == [0x2D] || form == [0x30] { form.removeAll(keepingCapacity: true) }
        set(column, Self.digest(of: form), isReal: !form.isEmpty)
    }

    /// The digest of a name as rows have it by which people of one NIK are told apart; 0 = no name.
    static func nameDigest(_ text: borrowing [UInt8], _ apostrophes: Apostrophes) -> UInt64 {
        let form = NormalForm.of(text.span, apostrophes)
        return form.isEmpty || form == [0x2D] || form == [0x30] ? 0 : digest(of: form)
    }

    private mutating func set(_ column: Int, _ digest: UInt64, isReal: Bool) {
        digests[column] = digest
        self.isReal[column] = isReal
    }

    private static func digest(of text: [UInt8]) -> UInt64 {
        var digest = TextDigest()
        digest.add(text)
        return digest.value
    }

    /// Of a value, which no text equals.
    private static func digest(kind: UInt64, _ value: UInt64) -> UInt64 {
        var digest = TextDigest()
        digest.add(kind)
        digest.add(value)
        return digest.value
    }

    private func digest(_ columns: [Int?]) -> UInt64 {
        var digest = TextDigest()
        for column in columns { digest.add(column.map { digests[$0] } ?? Self.empty) }
        return digest.value
    }

    /// The first four digits of the row's region; 10000 where they are not known.
    mutating func regency(_ fetcher: inout RecordFetcher) -> UInt16 {
        regionReader.read(&fetcher.block, fetcher.list, into: &regions)
        return UInt16(clamping: regions.first.flatMap { RegionCode(trusted: $0).firstFourDigits } ?? 10000)
    }
}
