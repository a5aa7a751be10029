import Civil
import Columns
import Linkage
import Tabular

/// What a population row is compared by with other rows of its NIK.
///
/// Coded cells by their code, dates by their day (any real day), RT and RW as integers, numbers cleaned, anything else
/// by its text in normal form.
struct RowNormalForm: Sendable {
    private let schema: ListSchema.EqualRows
    private let columns: [ListSchema.Column]
    private let cells: [Int?]
    private var readers: [CodeReader?]
    private var regionReader: RegionReader
    private var regions: [UInt64] = []

    init(_ list: OpenList, _ schema: ListSchema.EqualRows) {
        self.schema = schema
        let ids = Set(schema.identity + schema.classes.flatMap { $0.columns + $0.needs })
        columns = list.role.columns.filter { ids.contains($0.id) }
        cells = columns.map { list.cell($0.id) }
        readers = columns.map { $0.kind == .code ? CodeReader($0, order: $0.codes.map(\.code)) : nil }
        regionReader = RegionReader(list)
    }

    /// The row that `fetcher` holds.
    mutating func row(_ fetcher: RecordFetcher, key: UInt64, place: PersonIndex.Place) -> EqualNIKs.Row {
        var forms: [String: [UInt8]] = [:]
        var real: Set<String> = []
        for (number, column) in columns.enumerated() {
            guard let cell = cells[number] else { continue }
            let bytes = fetcher.cell(cell)
            var form = NormalForm.of(bytes.span)
            if !form.isEmpty { real.insert(column.id) }
            switch column.kind {
            case .code:
                let code = readers[number]?.number(of: bytes.span) ?? 0
                if code != 0 { form = [1, code] }
            case .date:
                if case .date(let day) = DateReading.read(bytes.span) {
                    form = [2] + Array(day.description.utf8)
                } else {
                    real.remove(column.id)
                }
            case .integer:
                if let whole = WholeNumber.read(bytes.span) { form = [3] + Array(String(whole).utf8) }
            case .nik, .nkk:
                if let digits = NKK.read(bytes.span) {
                    form = [4] + Array(String(digits).utf8)
                } else {
                    real.remove(column.id)
                }
            case .text, .region, .regionPart: break
            }
            forms[column.id] = form
        }
        func digest(_ ids: [String]) -> UInt64 {
            var digest = TextDigest()
            for id in ids { digest.add(forms[id] ?? []) }
            return digest.value
        }
        return EqualNIKs.Row(
            key: key, place: place, identity: digest(schema.identity),
            classes: schema.classes.map { $0.needs.allSatisfy(real.contains) ? digest($0.columns) : nil })
    }

    /// The first four digits of the row's region; 10000 where they are not known.
    mutating func regency(_ fetcher: inout RecordFetcher) -> UInt16 {
        regionReader.read(&fetcher.block, fetcher.list, into: &regions)
        return UInt16(clamping: regions.first.flatMap { RegionCode(trusted: $0).firstFourDigits } ?? 10000)
    }
}
