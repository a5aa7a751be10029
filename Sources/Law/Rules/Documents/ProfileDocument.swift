import Diagnostics
import Documents
import Schema

extension DocumentPlace {
    /// `profiles/ID.json5`
    func codeProfile() -> CodeProfile? {
        fields { fields in
            let id = fields.required("id")
            let title = fields.required("title")?.bilingual()
            let source = fields.required("source")?.words()
            let confidence = fields.required("confidence")?.confidence()
            let sameCodes = fields.optional("same_codes_as")?.text()
            let tablesPlace = sameCodes == nil ? fields.required("tables") : fields.optional("tables")
            var tables: [String: [ListSchema.Code]] = [:]
            for (key, _, value) in tablesPlace?.members() ?? [] {
                tables[key] = value.fields { $0.required("codes")?.codeTable() }
            }
            let forms = fields.optional("forms")?.listForms() ?? []
            let request = fields.optional("request")?.requestForm()
            guard let id, let text = id.identifier(), let title, let source, let confidence else { return nil }
            return CodeProfile(
                id: text, title: title, source: source, confidence: confidence, forms: forms,
                request: request, sameCodesAs: sameCodes, tables: tables, spot: id.spot)
        }
    }

    /// `{ CODE: ['word', …], … }`; a word that two codes claim is reported.
    func codeTable() -> [ListSchema.Code]? {
        guard let members = members() else { return nil }
        var owners: [String: (code: String, place: SourceLocation)] = [:]
        return members.map { code, _, words in
            let words = words.list { word -> String? in
                guard let text = word.text() else { return nil }
                let folded = Folding.code(text)
                if let owner = owners[folded], owner.code != code {
                    let place = owner.place.file + (owner.place.row.map { ":\($0)" } ?? "")
                    word.report(
                        "code_collision",
                        Bilingual(
                            id: "kata '\(text)' sudah berarti kode '\(owner.code)' (\(place))",
                            en: "the word '\(text)' already means the code '\(owner.code)' (\(place))"))
                }
                owners[folded] = owners[folded] ?? (code, word.spot.location)
                return text
            }
            return ListSchema.Code(code: code, words: words ?? [])
        }
    }
}
