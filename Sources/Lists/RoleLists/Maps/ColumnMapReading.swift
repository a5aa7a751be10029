import Diagnostics
import Documents
import Tabular

/// Reads the document of a column map: `{ lists: [ { file, role, heading_row, columns: { nik: 'B', … } }, … ] }`.
///
/// Reports every unknown key and unfit value at once, each with its place.
struct ColumnMapReading {
    private(set) var entries: [ColumnMap.Entry] = []
    private var findings: [Finding] = []

    private static let listKeys = [
        "file", "sheet", "role", "delimiter", "heading_row", "heading_rows", "columns",
    ]

    init(_ document: SettingsDocument) throws(Failure) {
        for setting in document.settings {
            guard setting.key == "lists", case .list(let items) = setting.item.value else {
                findings.append(
                    setting.key == "lists"
                        ? setting.item.finding("unfit_value", Bilingual(id: "harus [ … ]", en: "expected [ … ]"))
                        : Self.unknown(setting, ["lists"]))
                continue
            }
            for item in items { read(item) }
        }
        if findings.isEmpty, entries.isEmpty {
            findings.append(
                Finding(
                    code: "empty_map",
                    message: Bilingual(id: "peta kolom ini tidak menyebut daftar", en: "this column map names no list"),
                    remedy: Self.form))
        }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    static let form = Bilingual(
        id: "bentuknya { lists: [ { file: 'dp4.csv', heading_row: 1, columns: { nik: 'B', name: 'C' } } ] }",
        en: "its form is { lists: [ { file: 'dp4.csv', heading_row: 1, columns: { nik: 'B', name: 'C' } } ] }")

    private mutating func read(_ item: SettingsDocument.Item) {
        guard case .settings(let settings) = item.value else {
            findings.append(
                item.finding("unfit_value", Bilingual(id: "harus { … }", en: "expected { … }"), remedy: Self.form))
            return
        }
        var entry = ColumnMap.Entry(heading: .none, columns: [], item: item)
        var row: Int?
        var hasRow = false
        var count = 1
        var hasColumns = false
        for setting in settings {
            switch setting.key {
            case "file": entry.file = text(setting)
            case "sheet": entry.sheet = text(setting)
            case "role":
                entry.role = text(setting)
                entry.roleItem = setting.item
            case "delimiter": entry.delimiter = delimiter(setting)
            case "heading_row":
                hasRow = true
                row = isNull(setting) ? nil : number(setting, 1...1_048_576)
            case "heading_rows": count = number(setting, 1...2) ?? 1
            case "columns":
                hasColumns = true
                guard case .settings(let columns) = setting.item.value else {
                    findings.append(
                        setting.item.finding(
                            "unfit_value",
                            Bilingual(id: "harus { kolom: 'HURUF', … }", en: "expected { column: 'LETTER', … }")))
                    continue
                }
                entry.columns = columns
            default: findings.append(Self.unknown(setting, Self.listKeys))
            }
        }
        for (key, isThere) in [("heading_row", hasRow), ("columns", hasColumns)] where !isThere {
            findings.append(
                item.finding(
                    "missing_key", Bilingual(id: "'\(key)' belum ditulis", en: "'\(key)' is missing"),
                    remedy: key == "columns"
                        ? Self.form
                        : Bilingual(
                            id: "tulis nomor baris judul, atau null bila tidak ada judul",
                            en: "write the row of the heading, or null if there is none")))
        }
        if let row { entry.heading = .rows(first: row, count: count) }
        entries.append(entry)
    }

    private func isNull(_ setting: SettingsDocument.Setting) -> Bool {
        if case .null = setting.item.value { true } else { false }
    }

    private mutating func text(_ setting: SettingsDocument.Setting) -> String? {
        switch setting.item.value {
        case .text(let text) where !text.isEmpty: return text
        case .null: return nil
        default:
            findings.append(
                setting.item.finding("unfit_value", Bilingual(id: "harus teks", en: "expected a text")))
            return nil
        }
    }

    private mutating func number(_ setting: SettingsDocument.Setting, _ range: ClosedRange<Int>) -> Int? {
        if case .number(let text) = setting.item.value, let number = Int(text), range.contains(number) { return number }
        findings.append(
            setting.item.finding(
                "unfit_value",
                Bilingual(
                    id: "harus bilangan \(range.lowerBound) sampai \(range.upperBound)",
                    en: "expected a number from \(range.lowerBound) to \(range.upperBound)")))
        return nil
    }

    private mutating func delimiter(_ setting: SettingsDocument.Setting) -> UInt8? {
        if isNull(setting) { return nil }
        if case .text(let text) = setting.item.value {
            if text == "TAB" { return 9 }
            if let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, ![0x22, 0x0A, 0x0D].contains(byte) {
                return byte
            }
        }
        findings.append(
            setting.item.finding(
                "unfit_value",
                Bilingual(
                    id: "harus satu tanda, misalnya ';' atau 'TAB'", en: "expected one sign, such as ';' or 'TAB'")))
        return nil
    }

    private static func unknown(_ setting: SettingsDocument.Setting, _ keys: [String]) -> Finding {
        setting.finding(
            "unknown_setting",
            Bilingual(id: "kunci '\(setting.key)' tidak dikenal", en: "unknown key '\(setting.key)'"),
            remedy: NearMiss.suggestion(for: setting.key, among: keys).map {
                Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
            } ?? form)
    }
}
