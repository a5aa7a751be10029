import Diagnostics
import RoleLists
public import Rules
import Schema

/// The document of a column map, for somebody to look over and edit: JSON5 with comments in two languages.
public enum ColumnMapText {
    /// - Parameter lists: what was found out about each list.
    public static func document(_ lists: [Inspection], _ ruleset: Ruleset) -> [UInt8] {
        var text = """
            // Peta kolom: sel mana adalah kolom mana. Periksa, ubah, lalu pakai: siappilih check ... --map BERKAS-INI
            // Column map: which cell is which column. Look it over, edit it, then use: siappilih check ... --map THIS-FILE
            //
            // Kolom disebut dengan hurufnya ('B'), nomornya (2), atau judulnya ('NO URUT'); null = tidak ada.
            // A column is named by its letters ('B'), its number (2), or its heading ('NO URUT'); null = there is none.
            // heading_row: baris judul, null bila tanpa judul / row of the heading, null where there is none.
            // Tanpa `file`, peta berlaku bagi daftar yang opsinya tepat di depan --map.
            // Without `file`, the map is for the list whose option stands right before --map.
            {
              lists: [

            """
        // A sheet that is no list is left out by `check` too.
        for list in lists where list.role != nil || list.sheet == nil { text += entry(list, ruleset.schema) }
        text += "  ],\n}\n"
        return Array(text.utf8)
    }

    private static func entry(_ list: Inspection, _ schema: ListSchema) -> String {
        var text = "    {\n"
        func line(_ key: String, _ value: String, _ comment: String = "") {
            text += "      \(key): \(value)," + (comment.isEmpty ? "" : " // \(comment)") + "\n"
        }
        line("file", quoted(String(list.path.split(separator: "/").last ?? "")))
        if let sheet = list.sheet { line("sheet", quoted(sheet)) }
        let guess = list.roles.first
        if let guess { line("role", quoted(guess.id), roleComment(list)) }
        if !list.delimiter.isEmpty { line("delimiter", quoted(list.delimiter)) }
        line("heading_row", list.headingRow.map(String.init) ?? "null")
        if list.headingRows > 1 { line("heading_rows", String(list.headingRows)) }
        text += "      columns: {\n"
        let known = guess.flatMap { schema.role($0.id) }?.columns ?? []
        for column in known {
            let found = list.columns.first { $0.column == column.id }
            let value = found.map { quoted($0.letters) } ?? "null"
            text += "        \(column.id): \(value)," + comment(found, isRequired: column.required) + "\n"
        }
        let others = list.columns.filter { $0.column == nil && ($0.filled > 0 || !$0.heading.isEmpty) }
        if !others.isEmpty {
            text += "        // Tidak dipakai / not used:\n"
            for column in others {
                text += "        //   \(column.letters)" + shown(column) + "\n"
            }
        }
        return text + "      },\n    },\n"
    }

    private static func roleComment(_ list: Inspection) -> String {
        let others = list.roles.dropFirst().prefix(2).map(\.id).joined(separator: ", ")
        return switch list.certainty {
        case .sure: "yakin / sure"
        case .likely: "mungkin; berikutnya \(others) / likely; next \(others)"
        case .unclear, .none: "belum jelas; atau \(others) / unclear; or \(others)"
        }
    }

    private static func comment(_ column: Inspection.Column?, isRequired: Bool) -> String {
        guard let column else { return isRequired ? " // WAJIB ADA / REQUIRED" : "" }
        let basis =
            column.basis == .content ? " (dugaan dari isinya: periksa / guessed from its cells: look it over)" : ""
        let low = column.basis != .content && column.confidence == .low ? " (isinya lain / its cells differ)" : ""
        return " //" + shown(column) + basis + low
    }

    /// The heading and the usual shape.
    private static func shown(_ column: Inspection.Column) -> String {
        var text = column.heading.isEmpty ? "" : " " + HeadingText.shown(column.heading)
        if let shape = column.shapes.first?.shape { text += "  \(shape)" }
        return text.isEmpty ? " -" : text
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case _ where VisibleText.of(String(scalar)) != String(scalar):
                var left = scalar.value
                var digits = ""
                // JSON5 writes characters beyond U+FFFF as two halves; those without a shape stay below but for tags.
                if left > 0xFFFF {
                    left -= 0x10000
                    digits = hex(0xD800 + (left >> 10)) + "\\u" + hex(0xDC00 + (left & 0x3FF))
                } else {
                    digits = hex(left)
                }
                quoted += "\\u\(digits)"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "'"
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
