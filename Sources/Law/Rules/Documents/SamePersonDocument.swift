import Documents
import Schema

extension DocumentPlace {
    /// How a row of another list is told from one of another person's.
    func samePerson() -> ListSchema.SamePerson? {
        fields { fields in
            let name = fields.required("name")?.text()
            let birthDate = fields.required("birth_date")?.text()
            let dropped = fields.required("dropped")?.texts()
            var shortForms: [String: [String]] = [:]
            for (word, _, place) in fields.optional("short_forms")?.members() ?? [] { shortForms[word] = place.texts() }
            let alikeFrom = fields.required("alike_from")?.integer(in: 1...10_000)
            guard let name, let birthDate, let dropped, let alikeFrom else { return nil }
            return ListSchema.SamePerson(
                name: name, birthDate: birthDate, dropped: dropped, shortForms: shortForms, alikeFrom: Int(alikeFrom))
        }
    }
}
