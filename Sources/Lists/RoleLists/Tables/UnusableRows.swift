import Diagnostics

/// Rows of a table of region names that name no region, by what is wrong with them.
struct UnusableRows {
    enum Reason: Hashable {
        case code
        case name
        /// Another row gives the same code another name.
        case repeated(String)
    }

    private let table: GivenTable
    private var rows: [(reason: Reason, sheet: Int, numbers: [Int])] = []
    private var places: [Key: Int] = [:]
    private(set) var count = 0

    private struct Key: Hashable {
        let reason: Reason
        let sheet: Int
    }

    /// Codes of so many regions that are named twice are told one by one.
    private static let mostRepeated = 10

    init(_ table: GivenTable) {
        self.table = table
    }

    mutating func add(_ row: GivenTable.Row, _ reason: Reason) {
        count += 1
        let key = Key(reason: reason, sheet: row.sheet)
        if let place = places[key] {
            rows[place].numbers.append(row.number)
        } else {
            places[key] = rows.count
            rows.append((reason, row.sheet, [row.number]))
        }
    }

    /// A warning for each thing that is wrong with rows of a sheet, records that are no rows among them.
    var findings: [Finding] {
        var findings: [Finding] = []
        var repeated = 0
        for (reason, sheet, numbers) in rows {
            if case .repeated = reason {
                repeated += 1
                if repeated > Self.mostRepeated { continue }
            }
            findings.append(finding(reason, sheet, numbers))
        }
        if repeated > Self.mostRepeated {
            let more = repeated - Self.mostRepeated
            findings.append(
                warning(
                    Bilingual(
                        id: "\(more) kode lain juga ditulis dengan dua nama",
                        en: "\(more) more \(Plural.of(more, "code has", "codes have")) two names as well"), nil,
                    table.place(nil, sheet: 0)))
        }
        return findings + broken
    }

    private func finding(_ reason: Reason, _ sheet: Int, _ numbers: [Int]) -> Finding {
        let listed = RowNumbers.listed(numbers)
        let first = numbers.first
        switch reason {
        case .code:
            return warning(
                Bilingual(
                    id: "\(listed.indonesian) tanpa kode 2, 4, 6, atau 10 angka; tidak dipakai",
                    en: "\(listed.english) without a code of 2, 4, 6 or 10 digits; not used"),
                Bilingual(id: "betulkan kodenya", en: "correct the code"),
                table.place(first, sheet: sheet, column: RegionNames.code))
        case .name:
            return warning(
                Bilingual(
                    id: "\(listed.indonesian) tanpa nama; tidak dipakai",
                    en: "\(listed.english) without a name; not used"),
                Bilingual(id: "isi namanya", en: "fill in the name"),
                table.place(first, sheet: sheet, column: RegionNames.name))
        case .repeated(let code):
            return warning(
                Bilingual(
                    id:
                        "kode \(code) sudah disebut dengan nama lain; yang pertama dipakai; tidak dipakai: \(listed.indonesian)",
                    en:
                        "the code \(code) stands above with another name; the first is used; not used: \(listed.english)"
                ),
                Bilingual(id: "hapus yang keliru", en: "remove the wrong one"), table.place(first, sheet: sheet))
        }
    }

    /// Records of another number of cells, and such whose quotes are damaged: one warning a message.
    private var broken: [Finding] {
        var findings: [Finding] = []
        var met: [String: Int] = [:]
        var numbers: [[Int]] = []
        for record in table.broken {
            let key = "\(record.sheet) \(record.message.english)"
            if let place = met[key] {
                numbers[place].append(record.number)
                continue
            }
            met[key] = findings.count
            numbers.append([record.number])
            findings.append(
                warning(record.message, nil, table.place(record.number, sheet: record.sheet)))
        }
        for (place, numbers) in numbers.enumerated() where numbers.count > 1 {
            let listed = RowNumbers.listed(numbers)
            let message = findings[place].message
            findings[place].message = Bilingual(
                id: "\(message.indonesian): \(listed.indonesian)", en: "\(message.english): \(listed.english)")
        }
        return findings
    }

    private func warning(_ message: Bilingual, _ remedy: Bilingual?, _ place: SourceLocation) -> Finding {
        Finding(
            code: "region_row_unused", severity: .warning, message: message, remedy: remedy, location: place)
    }
}
