import Diagnostics
import Documents

extension DocumentPlace {
    /// The field `forms` of a profile.
    func listForms() -> [ListForm] {
        var forms: [ListForm] = []
        _ = fields { fields -> Bool? in
            for kind in ListForm.Kind.allCases {
                if let form = fields.optional(kind.rawValue)?.listForm(kind) { forms.append(form) }
            }
            return true
        }
        return forms
    }

    private func listForm(_ kind: ListForm.Kind) -> ListForm? {
        fields { fields in
            let name = fields.required("name")?.text()
            let title = fields.required("title")?.bilingual()
            let codes = fields.required("codes")?.list { $0.integer(in: 1...Verdicts.codeLimit) }
            let divider = fields.required("date_divider")?.text()
            let columns = fields.required("columns")?.formColumns(needsHeading: true)
            let source = fields.required("source")?.text()
            let confidence = fields.required("confidence")?.confidence()
            let note = fields.optional("note")?.bilingual()
            guard let name, let title, let codes, let divider, let columns, let source, let confidence else {
                return nil
            }
            return ListForm(
                kind: kind, name: name, title: title, codes: Set(codes.map { UInt8($0) }), dateDivider: divider,
                columns: columns, source: source, confidence: confidence, note: note)
        }
    }

    /// The field `request` of a profile.
    func requestForm() -> RequestForm? {
        fields { fields in
            let title = fields.required("title")?.bilingual()
            let instruction = fields.required("instruction")?.bilingual()
            let sheets = fields.required("sheets")?.list { $0.requestSheet() }
            let columns = fields.required("columns")?.formColumns(needsHeading: false)
            guard let title, let instruction, let sheets, let columns else { return nil }
            return RequestForm(title: title, instruction: instruction, sheets: sheets, columns: columns, spot: spot)
        }
    }

    private func requestSheet() -> RequestForm.Sheet? {
        fields { fields in
            let name = fields.required("name")?.bilingual()
            let title = fields.required("title")?.bilingual()
            let steps = fields.required("steps")?.texts()
            guard let name, let title, let steps else { return nil }
            return RequestForm.Sheet(name: name, title: title, steps: steps)
        }
    }

    private func formColumns(needsHeading: Bool) -> [FormColumn]? {
        let columns = list { $0.formColumn(needsHeading: needsHeading) }
        var seen: Set<FormColumn.Content> = []
        for column in columns ?? [] where !seen.insert(column.content).inserted {
            report(
                "column_twice",
                Bilingual(
                    id: "kolom '\(column.content.rawValue)' ada dua kali",
                    en: "the column '\(column.content.rawValue)' stands twice"))
        }
        return columns
    }

    private func formColumn(needsHeading: Bool) -> FormColumn? {
        fields { fields in
            let content = fields.required("id")?
                .word(FormColumn.Content.self, what: Bilingual(id: "isi kolom", en: "column"))
            let headingPlace = needsHeading ? fields.required("heading") : fields.optional("heading")
            let heading = headingPlace?.bilingual()
            let group = fields.optional("group")?.bilingual()
            let width = fields.required("width")?.integer(in: 1...100)
            guard let content, let width, !needsHeading || heading != nil else { return nil }
            return FormColumn(content: content, heading: heading, group: group, width: width)
        }
    }
}
