import Civil
import Schema
import Tabular

/// The region that the lines above a list's heading state: `Kecamatan : 120690 CONTOH`. They count where no column says it,
/// and where they say one thing.
enum StatedRegion {
    /// Columns of names, from the kabupaten/kota down, and the digits of their codes.
    private static let levels = zip(RegionNameReader.columns, [4, 6, 10]).map { (column: $0, digits: $1) }

    /// What the lines come to.
    enum Reading {
        /// The region, and the row that states the smallest of its parts; first of the file = 1.
        case region(RegionCode, row: Int)
        /// Lines that state different things, a code with another region's name among them, and the row of the last.
        case contradiction(row: Int)
    }

    /// - Parameter role: whose headings the labels are.
    /// - Returns: nil where nothing is stated that could be used.
    static func read(
        _ list: OpenList, _ names: RegionNameIndex, _ words: HeadingWords, _ role: ListSchema.Role
    ) -> Reading? {
        guard list.cell("region") == nil, list.cell("region_province") == nil else { return nil }
        // A column of names says its level and those below.
        let open = levels.prefix { list.cell($0.column) == nil }.count
        var stated: [(text: String, row: Int)?] = levels.map { _ in nil }
        for (row, cells) in list.opening.above.enumerated() {
            for (label, value) in Letterhead.statements(cells) {
                let columns = words.columns(label, in: role)
                guard let level = levels.firstIndex(where: { columns.contains($0.column) }), level < open
                else { continue }
                if let other = stated[level], Folding.code(other.text) != Folding.code(value) {
                    return .contradiction(row: row + 1)
                }
                stated[level] = (value, row + 1)
            }
        }
        guard let last = stated.last(where: { $0 != nil }) ?? nil else { return nil }
        switch code(stated.map { $0?.text }, names) {
        case .found(let code): return .region(code, row: last.row)
        case .contradiction: return .contradiction(row: last.row)
        case .notFound: return nil
        }
    }

    private enum Lookup {
        case found(RegionCode)
        case contradiction
        case notFound
    }

    /// The region that codes and names stand for.
    private static func code(_ texts: [String?], _ names: RegionNameIndex) -> Lookup {
        var code = RegionCode.unknown
        var deepest: Int?
        var forms: [[UInt8]?] = []
        for (level, text) in zip(levels, texts) {
            guard let text else {
                forms.append(nil)
                continue
            }
            if let (written, name) = written(text, digits: level.digits) {
                guard written.description.hasPrefix(code.description) else { return .contradiction }
                if isOther(written, name, forms.count, names) { return .contradiction }
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
            return .contradiction
        }
        let found = names.region(forms.enumerated().map { $0 > deepest ?? -1 ? $1 : nil }, in: code)
        return found.map { .found($0) } ?? .notFound
    }

    /// Whether the name behind a code is that of another region beside it: offices that number places by another book have
    /// the same digits for other places.
    private static func isOther(_ code: RegionCode, _ name: Substring, _ level: Int, _ names: RegionNameIndex) -> Bool {
        let form = names.form(of: Array(name.utf8).span)
        if form.isEmpty { return false }
        let parent = code.prefix([2, 4, 6][level])
        guard let named = names.region(levels.indices.map { $0 == level ? form : nil }, in: parent) else {
            return false
        }
        return named != code
    }

    /// The code at the beginning of a text, and what stands behind it.
    private static func written(_ text: String, digits: Int) -> (code: RegionCode, name: Substring)? {
        let word = text.prefix { !$0.isWhitespace }
        guard word.utf8.count(where: { 48...57 ~= $0 }) == digits,
            case .code(let code) = RegionReading.read(Array(word.utf8).span), code.description.utf8.count == digits
        else { return nil }
        return (code, text.dropFirst(word.count).drop { !$0.isLetter })
    }
}
