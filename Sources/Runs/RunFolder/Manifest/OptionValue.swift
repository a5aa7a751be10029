import Diagnostics
public import Documents

/// An option's values as the manifest keeps them: one is written as a text, several as a list.
public struct OptionValue: DocumentValue, Sendable, Equatable {
    public var values: [String]

    public init(_ values: [String]) {
        self.values = values
    }

    public var json: JSONText {
        values.count == 1 ? .string(values[0]) : values.json
    }

    public init?(_ place: DocumentPlace) {
        if case .array = place.node.value {
            guard let values = [String](place) else { return nil }
            self.values = values
        } else {
            guard let value = String(place) else { return nil }
            values = [value]
        }
    }
}
