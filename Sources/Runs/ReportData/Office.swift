public import Diagnostics
import Documents
import FoundationEssentials
import Rules

/// The office that hands the forms on: what stands above and below them. Nothing given: lines to fill in by hand.
public struct Office: Sendable, Equatable {
    public var agency = ""
    public var letterhead: [String] = []
    public var place = ""
    /// What the signatory is: `Kepala Dinas`.
    public var position = ""
    public var signatory = ""
    public var nip = ""
    public var letterNumber = ""

    public init() {}

    /// Reads a JSON5 file with any of `agency`, `letterhead` (a list of lines), `place`, `position`, `signatory`,
    /// `nip`, `letter_number`.
    ///
    /// - Throws: `.input` where it cannot be read, `.usage` with every unknown key and every value that is no text.
    public init(reading path: String) throws(Failure) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                .input,
                Finding(
                    code: "office_unreadable",
                    message: Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"),
                    location: SourceLocation(file: path)))
        }
        try self.init(name: path, bytes: Array(data))
    }

    init(name: String, bytes: [UInt8]) throws(Failure) {
        let fields: [String: WritableKeyPath<Office, String>] = [
            "agency": \.agency, "place": \.place, "position": \.position, "signatory": \.signatory, "nip": \.nip,
            "letter_number": \.letterNumber,
        ]
        var findings: [Finding] = []
        for setting in try SettingsDocument(name: name, bytes: bytes).settings {
            if setting.key == "letterhead", case .list(let items) = setting.item.value {
                for item in items {
                    if case .text(let line) = item.value {
                        letterhead.append(line)
                    } else {
                        findings.append(Self.noText(item))
                    }
                }
            } else if let field = fields[setting.key] {
                if case .text(let text) = setting.item.value {
                    self[keyPath: field] = text
                } else {
                    findings.append(Self.noText(setting.item))
                }
            } else if setting.key == "letterhead" {
                findings.append(
                    setting.item.finding(
                        "wrong_type", Bilingual(id: "harus daftar baris [ … ]", en: "expected a list of lines [ … ]")))
            } else {
                let known = fields.keys.sorted() + ["letterhead"]
                findings.append(
                    setting.finding(
                        "unknown_setting",
                        Bilingual(id: "kunci '\(setting.key)' tidak dikenal", en: "unknown key '\(setting.key)'"),
                        remedy: NearMiss.suggestion(for: setting.key, among: known).map {
                            Bilingual(id: "maksudnya '\($0)'?", en: "did you mean '\($0)'?")
                        }))
            }
        }
        if !findings.isEmpty { throw Failure(.usage, findings) }
    }

    private static func noText(_ item: SettingsDocument.Item) -> Finding {
        item.finding(
            "wrong_type",
            Bilingual(
                id: "harus teks dalam tanda kutip (NIP dan nomor juga)",
                en: "expected a text in quotation marks (NIP and numbers too)"))
    }
}
