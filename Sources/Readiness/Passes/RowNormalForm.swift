import Civil
import Columns
import Linkage
import Tabular

/// What a population row is compared by with other rows of its NIK.
///
/// Coded cells by their code, dates by their day (any real day), RT and RW as integers, numbers cleaned, anything else
/// by its text in normal form.
struct RowNormalForm: Sendable {
    private let columns: [ListSchema.Column]
    private let cells: [Int?]
    private var readers: [CodeReader?]
    private var regionReader: RegionReader
    private var regions: [UInt64] = []
    /// Places in `columns` of what tells people apart; nil for a column the list's role does not know.
    private let identity: [Int?]
    private let classes: [(columns: [Int?], needs: [Int?])]
    /// Of the row at hand, by place in `columns`.
    private var forms: [[UInt8]]
    /// Whether the cell holds something, and something of its kind.
    private var isReal: [Bool]

    init(_ list: OpenList, _ schema: ListSchema.EqualRows) {
        let ids = Set(schema.identity + schema.classes.flatMap { $0.columns + $0.needs })
        let columns = list.role.columns.filter { ids.contains($0.id) }
        func places(_ ids: [String]) -> [Int?] { ids.map { id in columns.firstIndex { $0.id == id } } }
        identity = places(schema.identity)
        classes = schema.classes.map { (places($0.columns), places($0.needs)) }
        self.columns = columns
        cells = columns.map { list.cell($0.id) }
        readers = columns.map { $0.kind == .code ? CodeReader($0, order: $0.codes.map(\.code)) : nil }
        regionReader = RegionReader(list)
        forms = columns.map { _ in [] }
        isReal = columns.map { _ in false }
    }

    /// The row that `fetcher` holds.
    mutating func row(_ fetcher: RecordFetcher, key: UInt64, place: PersonIndex.Place) -> EqualNIKs.Row {
        for (number, column) in columns.enumerated() {
            guard let cell = cells[number] else { continue }
            let bytes = fetcher.cell(cell)
            (forms[number], isReal[number]) = form(bytes, column.kind, number)
        }
        return EqualNIKs.Row(
            key: key, place: place, identity: digest(identity),
            classes: classes.map { kind in
                kind.needs.allSatisfy { $0.map { isReal[$0] } ?? false } ? digest(kind.columns) : nil
            })
    }

    private mutating func form(
        _ bytes: [UInt8], _ kind: ListSchema.Column.Kind, _ number: Int
    ) -> (form: [UInt8], isReal: Bool) {
        switch kind {
        case .date:
            if case .date(let day) = DateReading.read(bytes.span) { return ([2] + Array(day.description.utf8), true) }
            return (NormalForm.of(bytes.span), false)
        case .nik, .nkk:
            if let digits = NKK.read(bytes.span) { return ([4] + Array(String(digits).utf8), true) }
            return (NormalForm.of(bytes.span), false)
        case .integer:
            if let whole = WholeNumber.read(bytes.span) { return ([3] + Array(String(whole).utf8), true) }
        case .code:
            let code = readers[number]?.number(of: bytes.span) ?? 0
            if code != 0 { return ([1, code], !NormalForm.of(bytes.span).isEmpty) }
        case .text, .region, .regionPart: break
        }
        let form = NormalForm.of(bytes.span)
        return (form, !form.isEmpty)
    }

    private func digest(_ places: [Int?]) -> UInt64 {
        var digest = TextDigest()
        for place in places { digest.add(place.map { forms[$0] } ?? []) }
        return digest.value
    }

    /// The first four digits of the row's region; 10000 where they are not known.
    mutating func regency(_ fetcher: inout RecordFetcher) -> UInt16 {
        regionReader.read(&fetcher.block, fetcher.list, into: &regions)
        return UInt16(clamping: regions.first.flatMap { RegionCode(trusted: $0).firstFourDigits } ?? 10000)
    }
}
