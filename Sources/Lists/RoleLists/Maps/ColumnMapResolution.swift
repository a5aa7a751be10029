import Diagnostics
import Documents
import Schema
import Tabular

/// Turns what a column map says of a list into cells of its rows.
///
/// A cell is a number (first = 1), a spreadsheet's letters, or a heading. Nothing is guessed: what could be two cells
/// is refused, and so is a column or a cell that is not there.
struct ColumnMapResolution {
    private(set) var map: [String: Int] = [:]
    private let role: ListSchema.Role
    private let layout: ListLayout
    private var findings: [Finding] = []
    /// Cell -> the column it was given to.
    private var taken: [Int: String] = [:]

    init(_ entry: ColumnMap.Entry, role: ListSchema.Role, layout: ListLayout) throws(Failure) {
        self.role = role
        self.layout = layout
        for setting in entry.columns { read(setting) }
        let named = Set(entry.columns.map(\.key))
        for column in role.columns where column.required && map[column.id] == nil {
            // A cell that was refused was meant for it.
            if named.contains(column.id), !findings.isEmpty { continue }
            findings.append(
                entry.item.finding(
                    "missing_column",
                    Bilingual(
                        id: "kolom '\(column.id)' wajib ada bagi \(title(.indonesian))",
                        en: "the column '\(column.id)' is required of a \(title(.english))"),
                    remedy: Bilingual(
                        id: "tulis \(column.id): 'HURUF KOLOM'", en: "write \(column.id): 'LETTER OF ITS COLUMN'")))
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    private func title(_ language: Language) -> String { role.title[language.rawValue] ?? role.id }

    private mutating func read(_ setting: SettingsDocument.Setting) {
        guard let column = role.column(setting.key) else {
            let ids = role.columns.map(\.id)
            findings.append(
                setting.finding(
                    "unknown_column",
                    Bilingual(
                        id: "\(title(.indonesian)) tidak punya kolom '\(setting.key)'",
                        en: "a \(title(.english)) has no column '\(setting.key)'"),
                    remedy: NearMiss.suggestion(for: setting.key, among: ids).map {
                        Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
                    }
                        ?? Bilingual(
                            id: "yang ada: \(ids.joined(separator: ", "))",
                            en: "there are: \(ids.joined(separator: ", "))")))
            return
        }
        if case .null = setting.item.value { return }
        guard let cell = cell(setting.item) else { return }
        let isShared = role.combined.contains { both in
            both.columns.contains(column.id) && taken[cell].map(both.columns.contains) ?? false
        }
        if let other = taken[cell], !isShared {
            findings.append(
                setting.item.finding(
                    "cell_taken",
                    Bilingual(
                        id: "kolom \(ColumnLetters.of(cell)) sudah dipakai untuk '\(other)'",
                        en: "column \(ColumnLetters.of(cell)) is already used for '\(other)'")))
            return
        }
        taken[cell] = column.id
        map[column.id] = cell
    }

    private mutating func cell(_ item: SettingsDocument.Item) -> Int? {
        switch item.value {
        case .number(let text):
            if let number = Int(text), (1...layout.width).contains(number) { return number - 1 }
            findings.append(outside(item, text))
            return nil
        case .text(let text):
            return cell(named: text, item)
        default:
            findings.append(
                item.finding(
                    "unfit_value",
                    Bilingual(
                        id: "harus huruf kolom, nomornya, judulnya, atau null",
                        en: "expected a column's letters, its number, its heading, or null")))
            return nil
        }
    }

    private mutating func cell(named text: String, _ item: SettingsDocument.Item) -> Int? {
        let folded = Folding.heading(text)
        let headed = layout.headings.indices.filter { cell in
            !folded.isEmpty && Folding.heading(layout.headings[cell]) == folded
        }
        let lettered = ColumnLetters.cell(text).flatMap { $0 < layout.width ? $0 : nil }
        var places = headed
        if let lettered, !places.contains(lettered) { places.append(lettered) }
        if let only = places.first, places.count == 1 { return only }
        if places.count > 1 {
            let numbers = places.sorted().map { String($0 + 1) }.joined(separator: ", ")
            findings.append(
                item.finding(
                    "ambiguous_cell",
                    Bilingual(
                        id: "'\(text)' dapat berarti beberapa kolom daftar itu",
                        en: "'\(text)' may mean several columns of the list"),
                    remedy: Bilingual(
                        id: "tulis nomornya, salah satu dari: \(numbers)", en: "write its number, one of: \(numbers)")))
            return nil
        }
        findings.append(outside(item, text))
        return nil
    }

    private func outside(_ item: SettingsDocument.Item, _ text: String) -> Finding {
        let known = layout.headings.filter { !$0.isEmpty }
        let near = NearMiss.suggestion(for: Folding.heading(text), among: known.map(Folding.heading))
        let heading = near.flatMap { near in known.first { Folding.heading($0) == near } }
        let last = ColumnLetters.of(layout.width - 1)
        return item.finding(
            "unknown_cell",
            Bilingual(id: "tidak ada kolom '\(text)' di daftar itu", en: "the list has no column '\(text)'"),
            remedy: heading.map {
                Bilingual(
                    id: "maksudnya '\(VisibleText.of($0))'?", en: "did you mean '\(VisibleText.of($0))'?")
            }
                ?? Bilingual(
                    id: "kolomnya A sampai \(last), atau 1 sampai \(layout.width)",
                    en: "its columns are A to \(last), or 1 to \(layout.width)"))
    }
}
