import Civil
public import Schema

/// Of which roles a list tells: by headings that are a role's own, over cells most of which can be read.
public struct RoleTelling {
    private let headings: [String]
    private let sample: RowSample
    private let words: HeadingWords

    init(_ headings: [String], _ sample: RowSample, _ words: HeadingWords) {
        self.headings = headings
        self.sample = sample
        self.words = words
    }

    public init(_ layout: ListLayout, _ words: HeadingWords) {
        let cells = layout.sample.map { row in row.map { Array($0.utf8) } }
        self.init(layout.headings, RowSample(cells), words)
    }

    /// Whether the list tells of the role; nil where its rules do not say what would.
    public func tells(of role: ListSchema.Role) -> Bool? {
        role.telling.map { found(role, $0) >= $0.least }
    }

    /// How many things were found that tell of the role.
    func count(_ role: ListSchema.Role) -> Int { role.telling.map { found(role, $0) } ?? 0 }

    private func found(_ role: ListSchema.Role, _ telling: ListSchema.Telling) -> Int {
        var columns = Set<String>()
        let named = Set(telling.headings.map(Folding.heading))
        for (cell, heading) in headings.enumerated() where !words.isBare(heading) {
            if named.contains(Folding.heading(heading)) { return telling.least }
            let isCombined = words.combined(heading, in: role) != nil
            for id in words.columns(heading, in: role) where telling.columns.contains(id) {
                guard let column = role.column(id), areReadable(cell, column, isCombined) else { continue }
                columns.insert(id)
            }
        }
        return columns.count
    }

    /// Whether over half of the filled cells of the sample can be read as the column asks; false where none is filled.
    private func areReadable(_ cell: Int, _ column: ListSchema.Column, _ isCombined: Bool) -> Bool {
        let codes = Set(column.codes.flatMap { $0.words.map(Folding.code) })
        var filled = 0
        var readable = 0
        for row in sample.indices {
            guard let text = sample.text(row, cell), !Folding.isBlank(text) else { continue }
            filled += 1
            if isCombined ? Self.digits(text) >= 4 : Self.isReadable(text, column.kind, codes) { readable += 1 }
        }
        return readable * 2 > filled
    }

    private static func isReadable(_ text: String, _ kind: ListSchema.Column.Kind, _ codes: Set<String>) -> Bool {
        switch kind {
        case .code: return codes.contains(Folding.code(text))
        case .date:
            let bytes = Array(text.utf8)
            if case .date = DateReading.read(bytes.span) { return true }
            return false
        case .nik, .nkk: return digits(text) == 16
        // A small number is a running number, in a column of whatever name.
        case .text: return text.contains { $0.isLetter } || digits(text) > 4
        case .integer, .region, .regionPart: return digits(text) > 0
        }
    }

    private static func digits(_ text: String) -> Int { text.utf8.count { $0 >= 48 && $0 <= 57 } }
}
