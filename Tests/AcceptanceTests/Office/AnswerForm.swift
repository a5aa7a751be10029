import Foundation

/// A workbook of field lists or of questions for the office, and what is filled into it.
struct AnswerForm {
    /// What is written beside one row of a list.
    struct Answer {
        var word: String
        var day = ""
        var by = ""
    }

    private(set) var workbook: WrittenWorkbook

    init(_ bytes: [UInt8]) throws { workbook = try WrittenWorkbook(bytes) }

    /// The headings of the columns that come back: the answer, its day, who gave it, the row of the list.
    private static let headings = [
        ["Hasil", "Result"], ["Tanggal hasil", "Result date"], ["Diisi oleh", "Filled in by"],
        ["Daftar:baris", "List:row"],
    ]

    /// Words of the drop-down lists.
    var words: [String] {
        get throws {
            let lists = WrittenWorkbook.pieces(
                try workbook.sheetNames.map { try workbook.text($0) }.joined(), "<formula1>\"", "\"</formula1>")
            return (lists.first ?? "").components(separatedBy: ",")
        }
    }

    /// Fills in the open cells of the rows that answers speak of, as a spreadsheet would; how many rows.
    mutating func fill(_ answers: [String: Answer]) throws -> Int {
        var filled = 0
        for sheet in workbook.sheetNames {
            var text = try workbook.text(sheet)
            let rows = try workbook.rows(sheet)
            guard let heading = rows.first(where: { $0.values.contains { Self.headings[3].contains($0) } }) else {
                continue
            }
            let columns = Self.headings.map { names in heading.first { names.contains($0.value) }?.key ?? -1 }
            let numbers = WrittenWorkbook.pieces(text, "<row r=\"", "\"")
            for (place, cells) in rows.enumerated() {
                guard let answer = cells[columns[3]].flatMap({ answers[$0] }) else { continue }
                for (column, value) in zip(columns, [answer.word, answer.day, answer.by]) where !value.isEmpty {
                    let name = Self.letters(column) + numbers[place]
                    let open = WrittenWorkbook.pieces(text, "<c r=\"\(name)\"", "/>").first ?? ""
                    text = text.replacing(
                        "<c r=\"\(name)\"\(open)/>",
                        with: "<c r=\"\(name)\"\(open) t=\"inlineStr\"><is><t>\(value)</t></is></c>")
                }
                filled += 1
            }
            workbook.replace(sheet, text)
        }
        return filled
    }

    private static func letters(_ column: Int) -> String {
        let letter = { (number: Int) in String(UnicodeScalar(UInt8(65 + number))) }
        return column < 26 ? letter(column) : letter(column / 26 - 1) + letter(column % 26)
    }
}
