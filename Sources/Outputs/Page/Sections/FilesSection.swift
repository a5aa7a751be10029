import Civil
import Diagnostics
import ReportData
import RoleLists
import Rules
import RunFolder
import Schema

extension PageSection {
    static let filesID = "files"

    static func filesTitle(_ page: PageContext) -> String {
        page.text("Berkas dan digest", "Files and digests")
    }

    /// Every file that was read, so that whoever has it can prove that it is the one. Of lists nothing goes to the public:
    /// the digest of a short list tells whether a guess at its rows is right.
    static func files(_ page: PageContext) -> PageSection {
        PageSection(
            id: filesID, title: filesTitle(page),
            body: page.isPublic ? [ruleFiles(page).markup] : [lists(page)] + warnings(page) + [ruleFiles(page).markup])
    }

    private static func lists(_ page: PageContext) -> Markup {
        let roles = page.source.ruleset.schema.roles.map(ListRole.init)
        let inputs = page.source.run.manifest.inputs
        var table = PageTable(
            caption: page.text("Daftar yang dibaca", "Lists read"),
            columns: [
                .text(page.text("Jenis", "Kind")), .text(page.text("Daftar", "List")),
                .number(page.text("Baris dibaca", "Rows read")), .number(page.text("Dipakai", "Used")),
                .number(page.text("Disisihkan", "Left out")), .number(page.text("Ditolak", "Rejected")),
                .number(page.text("Dilewati", "Skipped")), .number(page.text("Byte", "Bytes")), .text("SHA-256"),
            ])
        for input in inputs {
            let role = roles.first { $0.id == input.role }.map { page.text($0.title) } ?? input.role
            let rows = input.rows
            table.rows.append([
                .text(role), .text(plain(input.list)), page.cell(rows.read), page.cell(rows.used),
                input.isPopulation ? .text("–") : page.cell(rows.leftOut), page.cell(rows.rejected),
                page.cell(rows.skipped), page.cell(input.bytes),
                .code(input.sha256 ?? page.text("tanpa digest", "no digest")),
            ])
        }
        return table.markup
    }

    /// A file's name, should somebody have named it after a person's number.
    private static func plain(_ name: String) -> String {
        var out = ""
        var digits = ""
        for character in name + "\u{0}" {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            out += digits.count >= 16 ? Masking.kpu2020.mask(digits) : digits
            digits = ""
            if character != "\u{0}" { out.append(character) }
        }
        return out
    }

    private static func warnings(_ page: PageContext) -> [Markup] {
        let warnings = page.source.run.manifest.warnings
        guard !warnings.isEmpty else { return [] }
        let items = warnings.map { warning -> Markup in
            let message = page.text(warning.message)
            let file = warning.file.map { String($0.split(separator: "/").last ?? "") }
            return .element("li", [:], (file.map { plain($0) + ": " } ?? "") + message)
        }
        return [
            .element("h3", [:], page.text("Peringatan dari pemeriksaan", "Warnings of the check")),
            .element("ul", [:], items),
        ]
    }

    private static func ruleFiles(_ page: PageContext) -> PageTable {
        var table = PageTable(
            caption: page.text("Berkas aturan yang dipakai", "Rule files used"),
            columns: [
                .text(page.text("Berkas", "File")), .number(page.text("Byte", "Bytes")), .text("SHA-256"),
            ])
        for file in page.source.run.manifest.rules {
            table.rows.append([
                .text(file.path), page.cell(file.bytes), .code(file.sha256 ?? page.text("tanpa digest", "no digest")),
            ])
        }
        return table
    }
}
