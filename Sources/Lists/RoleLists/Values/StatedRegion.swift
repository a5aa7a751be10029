import Civil
import Schema
import Tabular

/// The region that the lines above a list's heading state: `Kecamatan : 120690 CONTOH`. They count where no column says it,
/// and where they say one thing.
struct StatedRegion {
    /// Columns of names, from the kabupaten/kota down, and the digits of their codes.
    private static let levels = zip(RegionNameReader.columns, [4, 6, 10]).map { (column: $0, digits: $1) }

    let code: RegionCode
    /// The row that states the smallest of its parts; first of the file = 1.
    let row: Int

    /// - Parameter role: whose headings the labels are.
    init?(_ list: OpenList, _ names: RegionNameIndex, _ words: HeadingWords, _ role: ListSchema.Role) {
        guard list.cell("region") == nil, list.cell("region_province") == nil else { return nil }
        // A column of names says its level and those below.
        let open = Self.levels.prefix { list.cell($0.column) == nil }.count
        var stated: [(text: String, row: Int)?] = Self.levels.map { _ in nil }
        for (row, cells) in list.opening.above.enumerated() {
            for (label, value) in Self.statements(cells) {
                let columns = words.columns(label, in: role)
                guard let level = Self.levels.firstIndex(where: { columns.contains($0.column) }), level < open
                else { continue }
                if let other = stated[level], Folding.code(other.text) != Folding.code(value) { return nil }
                stated[level] = (value, row + 1)
            }
        }
        guard let last = stated.last(where: { $0 != nil }) ?? nil,
            let code = Self.code(stated.map { $0?.text }, names)
        else { return nil }
        self.code = code
        row = last.row
    }

    /// Labels and what stands behind their colon, in the same cell or in the next that holds anything.
    private static func statements(_ cells: [String]) -> [(label: String, value: String)] {
        let filled = cells.filter { !Folding.isBlank($0) }
        return filled.indices.compactMap { place in
            let parts = filled[place].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let label = parts.first else { return nil }
            var value = parts.count > 1 ? trimmed(parts[1]) : ""
            if value.isEmpty, place + 1 < filled.count {
                let next = trimmed(filled[place + 1][...])
                if next.hasPrefix(":") { value = trimmed(next.dropFirst()) } else if parts.count > 1 { value = next }
            }
            return isMissing(value) ? nil : (String(label), value)
        }
    }

    private static func isMissing(_ value: String) -> Bool {
        value.utf8.allSatisfy { [32, 45, 46, 48, 95].contains($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let isGap = { (letter: Character) in letter.isWhitespace }
        let start = text.drop(while: isGap)
        guard let end = start.lastIndex(where: { !isGap($0) }) else { return "" }
        return String(start[...end])
    }

    /// The region that codes and names stand for; nil where one is not found or contradicts another.
    private static func code(_ texts: [String?], _ names: RegionNameIndex) -> RegionCode? {
        var code = RegionCode.unknown
        var deepest: Int?
        var forms: [[UInt8]?] = []
        for (level, text) in zip(levels, texts) {
            guard let text else {
                forms.append(nil)
                continue
            }
            if let written = written(text, digits: level.digits) {
                guard written.description.hasPrefix(code.description) else { return nil }
                code = written
                deepest = forms.count
                forms.append(nil)
            } else {
                forms.append(names.form(of: Array(text.utf8).span))
            }
        }
        if let deepest, let above = names.region(forms.enumerated().map { $0 < deepest ? $1 : nil }, in: .unknown),
            !code.description.hasPrefix(above.description)
        {
            return nil
        }
        return names.region(forms.enumerated().map { $0 > deepest ?? -1 ? $1 : nil }, in: code)
    }

    /// The code at the beginning of a text.
    private static func written(_ text: String, digits: Int) -> RegionCode? {
        let word = text.prefix { !$0.isWhitespace }
        guard word.utf8.count(where: { 48...57 ~= $0 }) == digits,
            case .code(let code) = RegionReading.read(Array(word.utf8).span), code.description.utf8.count == digits
        else { return nil }
        return code
    }
}
