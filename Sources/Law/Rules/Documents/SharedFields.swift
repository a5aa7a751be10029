import Diagnostics
import Documents

extension DocumentPlace {
    func confidence() -> Confidence? { word(Confidence.self, what: Bilingual(id: "keyakinan", en: "confidence")) }

    func citation() -> Citation? {
        fields { fields in
            let instrument = fields.required("instrument")?.text()
            let provision = fields.required("provision")?.words()
            let confidence = fields.required("confidence")?.confidence()
            let note = fields.optional("note")?.bilingual()
            guard let instrument, let provision, let confidence else { return nil }
            return Citation(instrument: instrument, provision: provision, confidence: confidence, note: note)
        }
    }

    func condition() -> Condition? { text().map { Condition(source: $0, spot: spot) } }

    /// `{ id, title }`
    /// What `role` gives a name that the rules define.
    static var role: Bilingual { Bilingual(id: "peran", en: "role") }

    /// Reports, here, each part that no entry plays; with an entry that could not be read, none is missed.
    func requireEach<Role: RawRepresentable<String> & CaseIterable & Equatable>(
        _ roles: Role.Type, _ field: String, among played: [Role?]
    ) {
        guard played.count == elements()?.count else { return }
        for role in Role.allCases where !played.contains(role) {
            report("missing_role", MissingRole.message(field, role.rawValue), remedy: MissingRole.remedy)
        }
    }

    /// An id: lower-case letters, digits, `_` and `-`, a letter or digit first.
    func identifier() -> String? {
        guard let text = text() else { return nil }
        let isID = text.utf8.allSatisfy { byte in
            byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte == 0x2D
        }
        guard isID, text.utf8.count <= 64, text.utf8.first != 0x2D, text.utf8.first != 0x5F else {
            report(
                "wrong_id",
                Bilingual(
                    id: "id hanya boleh berisi a-z, 0-9, '_' dan '-'",
                    en: "an id is made of a-z, 0-9, '_' and '-' only"))
            return nil
        }
        return text
    }
}

/// What is said where nothing in the rules plays a part that the program needs played.
enum MissingRole {
    static func message(_ field: String, _ word: String) -> Bilingual {
        Bilingual(id: "tidak ada yang ber-\(field): '\(word)'", en: "none has \(field): '\(word)'")
    }

    static let remedy = Bilingual(
        id: "tulis pada yang memegang peran itu; program tidak mengenal id-nya",
        en: "write it at the one that plays this part; the program does not know its id")
}

extension Fields {
    /// At least one citation, each with its confidence.
    func citations() -> [Citation]? {
        guard let place = required("cite"), let citations = place.list({ $0.citation() }) else { return nil }
        if case .array(let nodes) = place.node.value, nodes.isEmpty {
            place.report("missing_citation", Bilingual(id: "tidak ada kutipan sumber", en: "no citation is given"))
        }
        return citations
    }

    /// `from` and `until`; a missing `from` is reported where `needsStart`.
    func period(needsStart: Bool = false) -> Period {
        let from = needsStart ? required("from")?.day() : optional("from")?.day()
        let untilPlace = optional("until")
        let until = untilPlace?.day()
        if let from, let until, until <= from {
            untilPlace?.report(
                "empty_period",
                Bilingual(
                    id: "'until' harus sesudah 'from'; until adalah hari pertama tidak berlaku lagi",
                    en: "'until' must lie after 'from'; it is the first day no longer in force"))
        }
        return Period(from: from, until: until)
    }
}
