import Diagnostics

/// The fields of an object while it is read. Which fields there are is said once: by asking for them.
public final class Fields {
    public let place: DocumentPlace
    private let members: [(key: String, keySpot: Spot, value: DocumentPlace)]
    private var asked: [String] = []

    public init(_ place: DocumentPlace, _ members: [(key: String, keySpot: Spot, value: DocumentPlace)]) {
        self.place = place
        self.members = members
    }

    /// The value of a field; nil, without a report, where it is absent or null.
    public func optional(_ name: String) -> DocumentPlace? {
        guard let value = nullable(name), !value.node.isNull else { return nil }
        return value
    }

    /// The value of a field that may be null; nil where it is absent.
    public func nullable(_ name: String) -> DocumentPlace? {
        asked.append(name)
        return members.first { $0.key == name }?.value
    }

    /// The value of a field; absent or null is reported.
    public func required(_ name: String) -> DocumentPlace? {
        if let value = optional(name) { return value }
        reportMissing(name)
        return nil
    }

    public func reportMissing(_ name: String) {
        // A misspelt field is reported once, as unknown.
        let unknown = members.map(\.key).filter { !asked.contains($0) }
        if NearMiss.suggestion(for: name, among: unknown) != nil { return }
        reportAbsent(name)
    }

    /// Reports a missing field of an object whose unknown fields are passed over, so that nothing else tells of it.
    func reportAbsent(_ name: String) {
        let range = place.node.range
        let spot = Spot(
            document: place.document, range: range.lowerBound..<min(range.upperBound, range.lowerBound + 1),
            path: place.path)
        place.log.add(
            "missing_field", at: spot, Bilingual(id: "isian '\(name)' tidak ada", en: "the field '\(name)' is missing"))
    }

    /// Whether the object has the field, null or not.
    public func has(_ name: String) -> Bool { members.contains { $0.key == name } }

    public func reportUnknown() {
        for member in members where !asked.contains(member.key) {
            place.log.addUnknown(
                "unknown_field", at: member.keySpot, member.key, what: Bilingual(id: "kolom", en: "field"), among: asked
            )
        }
    }
}
