import Civil
import Diagnostics
import RoleLists
import Schema

/// Reads the rows of a table of official totals one by one, and keeps what cannot be read.
struct OfficialRows {
    private static let nameColumns = ListSchema.regionNameColumns
    private static let figureColumns = ["eligible", "recorded", "not_recorded"]

    private(set) var problems: [Finding] = []
    /// Rows that say nothing.
    private(set) var without: [Int] = []
    private let table: GivenTable
    private let index: RegionNameIndex
    /// Digits of a province by the normal form of its name.
    private let provinces: [[UInt8]: String]
    private let totalWords: Set<String>
    private let region: Int?
    private let names: [Int?]
    private let figures: [Int?]

    init(_ table: GivenTable, _ schema: ListSchema, _ names: [String: String]) {
        self.table = table
        index = RegionNameIndex(names, kinds: schema.regionKinds, Apostrophes(schema.apostrophes))
        provinces = Dictionary(
            names.filter { $0.key.utf8.count == 2 }.map { (NormalForm.of(Array($0.value.utf8).span), $0.key) }
        ) { first, _ in first }
        totalWords = Set(schema.dialects.totalWords.map(Folding.heading))
        region = table.column("region")
        self.names = Self.nameColumns.map { table.has($0) ? table.column($0) : nil }
        figures = Self.figureColumns.map(table.column)
    }

    mutating func read(_ row: GivenTable.Row, into lines: inout [String: OfficialTotals.Line]) {
        let texts = figures.map(row.text)
        let found = texts.map(PublishedFigure.init)
        let numbers = found.map(\.number)
        let code = code(of: row)
        let hasNumber = numbers.contains { $0 != nil }
        // A signature or a note: it has no figures, or none that can be read and no region.
        if !hasNumber, (code ?? "").isEmpty || found.allSatisfy({ $0 == .missing }) {
            if code != "" || !texts.allSatisfy(\.isEmpty) { without.append(row.number) }
            return
        }
        guard let code else {
            let column = row.text(region).isEmpty ? lastName(of: row) : "region"
            refuse(
                table.place(row.number, sheet: row.sheet, column: column),
                id:
                    "wilayah ini tidak dikenal: tulis kode 2, 4, 6, atau 10 angka, atau namanya seperti di tabel wilayah; "
                    + "kosong untuk seluruhnya",
                en: "this region is not known: write a code of 2, 4, 6 or 10 digits, or its name as in the table of "
                    + "regions; empty for the whole")
            return
        }
        for (column, figure) in zip(Self.figureColumns, found) where figure == .unreadable {
            refuse(
                table.place(row.number, sheet: row.sheet, column: column),
                id: "angka harus bilangan bulat; titik atau koma memisahkan ribuan",
                en: "figures must be whole numbers; dots or commas divide thousands")
            return
        }
        let place = table.place(row.number, sheet: row.sheet)
        if lines[code] != nil {
            refuse(place, id: "wilayah ini sudah disebut", en: "this region stands twice")
            return
        }
        lines[code] = OfficialTotals.Line(
            eligible: numbers[0], recorded: numbers[1], notRecorded: numbers[2], place: place)
    }

    /// A record of fewer or more cells than the heading: one cell alone is a note.
    mutating func read(_ record: GivenTable.Broken) {
        if record.cells == 1 {
            without.append(record.number)
        } else {
            problems.append(
                Finding(
                    code: "official_unreadable", message: record.message,
                    location: table.place(record.number, sheet: record.sheet)))
        }
    }

    /// Digits of a row's region, empty for the whole; nil where it cannot be told.
    private func code(of row: GivenTable.Row) -> String? {
        let cell = row.text(region)
        switch RegionReading.read(Array(cell.utf8).span) {
        case .code(let region): return region.description
        case .unreadable: return isTotal(cell) ? "" : nil
        case .empty: break
        }
        let texts = names.map { place in place.map { row.text($0) } }
        guard let first = texts.lazy.compactMap(\.self).first(where: { !$0.isEmpty }) else { return "" }
        if isTotal(first) { return "" }
        let forms = texts.map { $0.map { index.form(of: Array($0.utf8).span) } }
        if let region = index.region(forms, in: .unknown) { return region.description }
        return forms[0].flatMap { provinces[$0] }
    }

    /// The finest column of names in which the row has one.
    private func lastName(of row: GivenTable.Row) -> String? {
        zip(Self.nameColumns, names).reversed().first { !row.text($0.1).isEmpty }?.0
    }

    private func isTotal(_ text: String) -> Bool {
        totalWords.contains(String(Folding.code(text).prefix { $0.isLetter }))
    }

    private mutating func refuse(_ place: SourceLocation, id: String, en: String) {
        problems.append(
            Finding(code: "official_unreadable", message: Bilingual(id: id, en: en), location: place))
    }
}
