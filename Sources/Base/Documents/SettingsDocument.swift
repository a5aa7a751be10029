public import Diagnostics

/// A JSON5 object of settings (a job file), in the order it is written, able to point at each of its values.
public struct SettingsDocument: Sendable {
    public enum Value: Sendable {
        case text(String)
        /// A number as written.
        case number(String)
        case truth(Bool)
        case list([Item])
        case settings([Setting])
        case null
    }

    /// A value and where it stands.
    public struct Item: Sendable {
        public var value: Value
        let spot: Spot

        /// A finding that points at the value.
        public func finding(_ code: String, _ message: Bilingual, remedy: Bilingual? = nil) -> Finding {
            spot.finding(code, message, remedy: remedy)
        }
    }

    /// A key and its value.
    public struct Setting: Sendable {
        public var key: String
        public var item: Item
        let keySpot: Spot

        /// A finding that points at the key.
        public func finding(_ code: String, _ message: Bilingual, remedy: Bilingual? = nil) -> Finding {
            keySpot.finding(code, message, remedy: remedy)
        }
    }

    public var settings: [Setting]

    /// Reads the bytes of the file `name`; a text that is no JSON5 object, or has a key twice, ends as `.input`.
    public init(name: String, bytes: [UInt8]) throws(Failure) {
        let log = FindingLog()
        var settings: [Setting] = []
        if let place = DocumentPlace(Document(name: name, bytes: bytes), log: log) {
            settings = place.members()?.map(Self.setting) ?? []
        }
        if !log.findings.isEmpty { throw Failure(.input, log.findings) }
        self.settings = settings
    }

    private static func setting(_ member: (key: String, keySpot: Spot, value: DocumentPlace)) -> Setting {
        Setting(key: member.key, item: item(member.value), keySpot: member.keySpot)
    }

    private static func item(_ place: DocumentPlace) -> Item {
        let value: Value =
            switch place.node.value {
            case .null: .null
            case .bool(let truth): .truth(truth)
            case .number(let text): .number(text)
            case .string(let text): .text(text)
            case .array: .list(place.elements()?.map(item) ?? [])
            case .object: .settings(place.members()?.map(setting) ?? [])
            }
        return Item(value: value, spot: place.spot)
    }
}
