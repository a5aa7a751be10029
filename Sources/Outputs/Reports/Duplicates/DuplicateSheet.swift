import Diagnostics
import ReportData
import Rules
import RunFolder
import Tabular

/// The sheet of people who share NIKs: rows of one NIK under each other, in one shade; what differs from the most alike of
/// those above stands out.
struct DuplicateSheet {
    private let source: ReportSource
    private let words: DuplicateWords
    private let columns = DuplicateColumn.all

    init(_ source: ReportSource, _ words: DuplicateWords) {
        self.source = source
        self.words = words
    }

    private static let shade: UInt32 = 0xF2F2F2
    private static let differing = CellStyle.listBody.with {
        $0.isBold = true
        $0.fill = 0xFFE699
    }

    func fill(_ sheet: SheetWriter, _ frame: SheetFrame, _ people: PersonRows, _ kabupaten: String) {
        let groups = groups(people)
        let lines = [
            "Kabupaten/Kota: " + (kabupaten.isEmpty ? "" : kabupaten + " ") + source.name(kabupaten) + " · "
                + source.text("NIK: ", "NIKs: ") + source.count(groups.count) + " · "
                + source.text("Baris: ", "Rows: ") + source.count(people.count),
            source.text(
                "Baris dengan NIK yang sama berdampingan; sel tebal berwarna berbeda dari baris di atasnya yang paling mirip, juga desa dan TPS.",
                "Rows of one NIK stand together; bold, coloured cells differ from the row above that is most alike, desa and TPS too."
            ),
            source.text(
                "Dugaan belum tentu benar: periksa orangnya sebelum seseorang dicoret.",
                "Suspected is not proved: look the people up before anybody is struck off."),
        ]
        let top = frame.open(sheet, title: DuplicateWords.title(source), lines: lines)
        sheet.setWidths(columns.map(\.width))
        sheet.setHeight(30, row: top)
        for (place, column) in columns.enumerated() {
            sheet.text(words.heading(column), top, place, CellStyle.listHeading)
        }
        var line = top + 1
        for (number, group) in groups.enumerated() {
            var above: [[String]] = []
            for row in group {
                let texts = columns.map { words.text($0, people, row, kabupaten, number: number + 1) }
                let forms = zip(columns, texts).map { $0.isCompared ? DuplicateWords.compared($1) : "" }
                let nearest = above.min { Self.differences($0, forms) < Self.differences($1, forms) }
                sheet.setHeight(SheetFrame.height(Array(zip(texts, columns.map { Int($0.width) }))), row: line)
                for (place, (column, text)) in zip(columns, texts).enumerated() {
                    let differs = column.isCompared && nearest.map { $0[place] != forms[place] } ?? false
                    let plain = number % 2 == 0 ? CellStyle.listBody : CellStyle.listBody.with { $0.fill = Self.shade }
                    sheet.text(text, line, place, differs ? Self.differing : plain)
                }
                if above.count < Self.mostCompared { above.append(forms) }
                line += 1
            }
        }
        sheet.freeze(rows: top + 1, columns: DuplicateColumn.frozen)
        sheet.filter(rows: top...max(top, line - 1), columns: 0...columns.count - 1)
        sheet.text(frame.stamp.full, line + 1, 0, SheetFrame.small)
        var page = frame.page(heading: top...top)
        // On one page the letters would be too small to read; who it is stands on both.
        page.pagesAcross = 2
        page.repeatedColumns = 0...DuplicateColumn.frozen - 1
        sheet.setPage(page)
    }

    /// Rows of a NIK that others are compared with.
    private static let mostCompared = 20

    private static func differences(_ one: [String], _ other: [String]) -> Int {
        zip(one, other).count { $0 != $1 }
    }

    /// Rows of each NIK; the row that bears no mark of an earlier one comes first.
    private func groups(_ people: PersonRows) -> [[Int]] {
        var groups: [[Int]] = []
        for row in 0..<people.count {
            if let first = groups.last?.first, words.nik(people, first) == words.nik(people, row) {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        return groups.map { rows in
            rows.filter { !words.isMarked(people, $0) } + rows.filter { words.isMarked(people, $0) }
        }
    }
}
