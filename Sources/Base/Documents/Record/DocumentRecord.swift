/// An object of a document whose fields are declared once, in the order in which they are written.
public protocol DocumentRecord: DocumentValue, Sendable {
    /// A record to read into; nothing of it is left when every field was read.
    init()

    static var fields: [DocumentField<Self>] { get }
}

extension DocumentRecord {
    public var json: JSONText { .object(Self.fields.compactMap { $0.member(of: self) }) }

    /// Reads every field and reports all that is wrong; fields that are not declared are passed over.
    public init?(_ place: DocumentPlace) {
        var record = Self()
        guard record.read(Self.fields, at: place) else { return nil }
        self = record
    }

    fileprivate mutating func read(_ fields: [DocumentField<Self>], at place: DocumentPlace) -> Bool {
        guard let members = place.members() else { return false }
        let object = Fields(place, members)
        var isWhole = true
        for field in fields { isWhole = field.read(&self, object) && isWhole }
        return isWhole
    }
}

/// A field of a record: its name, and the property that it is written from and read into.
public struct DocumentField<Record: DocumentRecord>: Sendable {
    public let name: String
    private let write: @Sendable (Record) -> JSONText?
    private let take: @Sendable (inout Record, Fields) -> Bool

    /// A field that is always written.
    public init<Value: DocumentValue>(_ name: String, _ path: any WritableKeyPath<Record, Value> & Sendable) {
        self.name = name
        write = { $0[keyPath: path].json }
        take = { record, object in
            guard let place = object.nullable(name) else {
                guard let absent = Value.absent else {
                    object.reportAbsent(name)
                    return false
                }
                record[keyPath: path] = absent
                return true
            }
            guard let value = Value(place) else { return false }
            record[keyPath: path] = value
            return true
        }
    }

    /// A field that is left out where the property is nil.
    public init<Value: DocumentValue>(
        _ name: String, whereKnown path: any WritableKeyPath<Record, Value?> & Sendable
    ) {
        self.name = name
        write = { $0[keyPath: path]?.json }
        take = { record, object in
            guard let place = object.nullable(name) else { return true }
            guard let value = Value?(place) else { return false }
            record[keyPath: path] = value
            return true
        }
    }

    /// A field that follows from the others: written for the reader, passed over when read.
    public init(_ name: String, derived json: @escaping @Sendable (Record) -> JSONText) {
        self.name = name
        write = json
        take = { _, _ in true }
    }

    /// Fields of the same record that stand in an object of their own.
    public init(_ name: String, _ fields: [DocumentField<Record>]) {
        self.name = name
        write = { record in .object(fields.compactMap { $0.member(of: record) }) }
        take = { record, object in
            guard let place = object.nullable(name) else {
                object.reportAbsent(name)
                return false
            }
            return record.read(fields, at: place)
        }
    }

    func member(of record: Record) -> JSONText.Member? { write(record).map { .init(name, $0) } }

    func read(_ record: inout Record, _ object: Fields) -> Bool { take(&record, object) }
}
